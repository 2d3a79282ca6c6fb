"""The live preview: serves the site on this machine, rebuilds it as files change, and has open pages reload."""
