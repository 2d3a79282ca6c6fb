"""The API: records of everything on the site, as JSON for programs."""
