"""Puts right what is surely meant otherwise, and leaves every other byte of a file as it is."""
