"""A second, slow and plain implementation of the model, for the tests to compare with.

It imports nothing from ``leveltwo``. It reads the plain dictionary that YAML gives.
"""
