"""Tests of insurance."""
