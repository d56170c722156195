"""Level Two: help the other side with its behind-the-table problem."""
