"""Tests of leveltwo.solve."""
