"""Results that stand in published sources, and records of real votes, put to the program."""
