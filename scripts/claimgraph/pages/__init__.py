"""The pages of the site: their values, and the HTML made from these."""
