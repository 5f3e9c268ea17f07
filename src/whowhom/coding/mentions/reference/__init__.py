"""For whom names, pronouns and nouns stand: mentions → the same mentions with their actors."""
