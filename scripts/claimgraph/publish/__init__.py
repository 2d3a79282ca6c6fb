"""Have the publisher build the written pages, and the shells of all others."""
