"""Do only what changed: facts by table, what was made of them, and what is kept between runs."""
