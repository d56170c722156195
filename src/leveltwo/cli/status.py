"""Exit statuses, so that scripts can tell how a command ended."""

NO = 1
"""The answer is a plain no: nothing helps, or there is no plan to speak of."""
WRONG = 2
"""The input is wrong, or the answer cannot be written."""
STOPPED = 130
"""The program was interrupted."""
