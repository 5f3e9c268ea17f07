"""Where who, when and where are named: a parsed document → mentions of actors, times and places."""
