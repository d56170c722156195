"""Tests of leveltwo."""
