"""The pages of sources and voices."""
