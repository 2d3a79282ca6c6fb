"""What a release publishes: the data, the website, what they are made with, and the licences: `make release`."""

from __future__ import annotations


class ReleaseError(Exception):
    """A release cannot be made from here; the message says why, and what to do."""
