"""Claims → events: one event per real act; pure, and never sees a text."""
