"""Case files in and out, and the bundled cases."""
