"""What the files of a checkout mean: records, the corpus they make, and the results computed from it."""
