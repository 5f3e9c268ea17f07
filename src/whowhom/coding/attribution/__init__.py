"""On whose word: a parsed document → pieces of speech with their speakers, cues and contents."""
