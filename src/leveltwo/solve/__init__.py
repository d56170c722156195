"""Exact optimisation over plans."""
