"""The nouns, one test file for each module."""
