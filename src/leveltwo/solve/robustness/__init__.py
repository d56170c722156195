"""How far advice can be relied on: what would change it, and what it is worth to find out."""
