"""The site’s data for other programs."""
