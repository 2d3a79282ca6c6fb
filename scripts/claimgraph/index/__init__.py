"""Look up facts in a corpus with its verdicts, for pages, data and commands, without HTML."""
