"""The whole sequence, told once: load, check, render, write."""
