"""The compiled branch and bound."""
