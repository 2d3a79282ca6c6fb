"""The whole sequence: load, check, render, write."""
