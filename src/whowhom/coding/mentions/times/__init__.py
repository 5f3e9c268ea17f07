"""Where days and spans of days are named, and which they are."""
