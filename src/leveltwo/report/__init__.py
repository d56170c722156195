"""Answers as documents: JSON and plain sentences."""
