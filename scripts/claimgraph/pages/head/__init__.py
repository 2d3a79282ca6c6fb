"""What a page tells programs and other sites of itself."""
