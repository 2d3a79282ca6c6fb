"""Cites documents: as references in prose, and as records for reference managers."""
