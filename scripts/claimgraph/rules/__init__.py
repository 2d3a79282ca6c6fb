"""The rules: each a generator of problems in the corpus, whose docstring is the rule."""
