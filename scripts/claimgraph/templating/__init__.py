"""Turn values into HTML: templates that escape what they are given, links, and the terms of the glossary."""
