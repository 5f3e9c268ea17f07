"""What speakers do by what they say: demands, refusals, threats, promises, blame and praise."""
