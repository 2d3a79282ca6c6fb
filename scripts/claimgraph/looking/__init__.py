"""Asks the addresses of sources what has become of the documents; the only part that uses the network."""
