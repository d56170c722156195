"""Tests of how far advice can be relied on."""
