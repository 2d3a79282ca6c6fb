"""Turn values into HTML: templates that escape all values, links, and the terms of the glossary."""
