"""What is looked up in a corpus with its verdicts: facts for pages, data and commands, without HTML."""
