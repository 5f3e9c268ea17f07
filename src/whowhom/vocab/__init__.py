"""Vocabulary as data: what the coder knows of names, offices, verbs, nouns and cues."""
