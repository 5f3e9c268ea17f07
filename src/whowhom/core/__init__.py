"""The nouns of the record as frozen dataclasses; standard library only, imports nothing of ours."""
