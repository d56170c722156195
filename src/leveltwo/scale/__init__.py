"""More than one machine, and more than one question: crews on Dask, and sweeps."""
