"""Charts: what each shows as plain data, and how it is drawn."""
