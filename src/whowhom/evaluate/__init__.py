"""The coder ↔ labelled sets: predictions for scorers, and the bench."""
