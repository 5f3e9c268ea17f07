"""Who did what to whom, and on whose word."""
