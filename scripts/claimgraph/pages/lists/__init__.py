"""The pages that list claims, topics, sources and voices."""
