"""From numbers to reasons."""
