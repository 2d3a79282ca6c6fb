"""How each command is used: its arguments, options and help. Nothing here imports what the commands do."""
