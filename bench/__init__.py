"""The benchmark: the cost of checking and building an invented corpus of any size, compared with Hugo."""
