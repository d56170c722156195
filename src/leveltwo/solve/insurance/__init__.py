"""Insurance: what makes it dearer for a rival to break the gates that a plan passes."""
