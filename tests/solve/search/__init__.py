"""Tests of the compiled branch and bound."""
