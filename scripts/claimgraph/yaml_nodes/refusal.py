"""The error for the first place of a file that is not in the subset."""

from __future__ import annotations


class RefusedError(Exception):
    """A file is refused. `line` and `column` count from 1; `message` and `hint` are as in a finding."""

    def __init__(self, line: int, column: int, message: str, hint: str = "") -> None:
        """Refuse a file at a place."""
        super().__init__(message)
        self.line, self.column, self.message, self.hint = line, column, message, hint
