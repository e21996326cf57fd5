"""HTTP under our limits: what is fetched, from where, how much, how long, and how often."""
