"""What was done, by whom to whom: predicates with their roles, types, status, dates and places."""
