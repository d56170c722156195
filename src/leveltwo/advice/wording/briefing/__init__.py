"""What a brief says, one file per subject."""
