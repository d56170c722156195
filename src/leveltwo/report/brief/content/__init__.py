"""What stands in a brief, one file per section. All words come from the wording of advice."""
