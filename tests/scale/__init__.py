"""Crews on Dask, and sweeps."""
