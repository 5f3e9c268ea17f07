"""Document → claims, in small pure steps (see pipeline)."""
