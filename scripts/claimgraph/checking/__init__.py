"""Checks a checkout: loads it, verifies its quotes, runs every rule, and keeps what it found for the next time."""
