"""The records that programs read from the site."""
