"""The pages of the site: what each shows."""
