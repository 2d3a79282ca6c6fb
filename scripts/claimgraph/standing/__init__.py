"""Computes and explains how each claim stands in the debate recorded here; nothing is scored."""
