"""Cites documents: as references in prose, and as records that programs for references read."""
