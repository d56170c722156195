"""Answers as documents."""
