"""Sweeps: one question put to many variants of a case."""
