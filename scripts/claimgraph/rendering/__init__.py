"""Turn claims, topics, sources and voices into pages."""
