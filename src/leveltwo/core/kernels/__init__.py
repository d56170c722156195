"""The compiled inner loops (Numba): margins to votes to gates."""
