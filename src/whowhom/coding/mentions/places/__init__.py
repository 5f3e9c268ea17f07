"""Where places are named, and which they are."""
