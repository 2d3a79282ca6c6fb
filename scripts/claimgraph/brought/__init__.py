"""What the program brings to every map: templates, styles, scripts, pages about the method, and settings."""
