"""The page of a proposal: one file that shows what a change does, to be read before it is merged."""
