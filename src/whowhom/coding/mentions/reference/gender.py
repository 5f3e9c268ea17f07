"""A mention of a person → ``male``, ``female`` or unknown, from titles, nouns and common given names."""

from __future__ import annotations

from spacy.tokens import Doc

from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.reference.words import gender_of_word, words


def gender_of(doc: Doc, mention: ActorMention) -> str | None:
    """The gender that the mention's own words tell: a title before a given name, the given name before the rest."""
    if mention.kind == "pronoun":
        word = doc[mention.head].lower_
        return next((gender for gender in ("male", "female") if word in words("pronouns", gender)), None)
    for token in doc[mention.start : mention.end]:
        told = gender_of_word(token.lower_.strip("."))
        # A surname such as "King" tells nothing: only words before the last are titles or given names.
        if told and (token.i < mention.end - 1 or mention.kind != "person"):
            return told
    if mention.kind == "person" and len(mention.actors) == 1:
        given = mention.actors[0].name.split()
        return gender_of_word(given[0].casefold()) if len(given) > 1 else None
    return None
