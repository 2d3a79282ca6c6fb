"""The rules: each is a generator of problems in the corpus, and its docstring states the rule."""
