"""Make only what changed: facts in tables, the files made from them, and what is kept between runs."""
