"""The whole sequence of a build: publish, render, write, put in place."""
