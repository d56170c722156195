"""Briefs: their content, and their writers."""
