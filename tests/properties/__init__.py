"""What holds for every case."""
