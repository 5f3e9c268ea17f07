"""Where actors are named: a parsed document → mentions of persons, states, organisations and groups."""
