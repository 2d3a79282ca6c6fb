"""The benchmark: an invented corpus of any size, and what checking and building it cost, beside Hugo."""
