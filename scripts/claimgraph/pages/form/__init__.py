"""The form with which readers write claims, quotes, reasons and sources, and the data for its script."""
