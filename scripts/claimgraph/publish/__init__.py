"""Let the publisher build the written pages, and the shell of all others."""
