"""Verifies quotes: finds their words in captures, tells who says them, and looks at what stands around them."""
