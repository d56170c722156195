"""Tests of leveltwo.core."""
