"""A pronoun and the discourse before it → the actors that it stands for, none when it points to no actor."""

from __future__ import annotations

from spacy.tokens import Token

from whowhom.coding.mentions.reference.clauses import (
    governing_verb,
)
from whowhom.coding.mentions.reference.discourse import Discourse
from whowhom.coding.mentions.reference.person_pronouns import resolve_person
from whowhom.coding.mentions.reference.plural_pronouns import resolve_several, with_partners
from whowhom.coding.mentions.reference.thing_pronouns import pleonastic, resolve_thing
from whowhom.coding.mentions.reference.words import words
from whowhom.core.actor import Actor


def resolve_pronoun(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    """Whom the pronoun of mention ``index`` stands for; first persons wait for ``resolve_first_person``."""
    token = discourse.doc[discourse.mentions[index].head]
    word = token.lower_
    if word in words("pronouns", "speaker"):
        return ()
    if word in words("pronouns", "relative"):
        return _relative(discourse, token)
    for gender in ("male", "female"):
        if word in words("pronouns", gender):
            return resolve_person(discourse, token, gender)
    if word in words("pronouns", "neuter"):
        return () if pleonastic(token) else resolve_thing(discourse, token)
    return resolve_several(discourse, token) if word in words("pronouns", "plural") else ()


def resolve_first_person(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    """The speaker of the quotation in which "I" or "we" stands; outside quotation marks nobody."""
    token = discourse.doc[discourse.mentions[index].head]
    if token.lower_ not in words("pronouns", "speaker"):
        return ()
    speaker = discourse.speaker(token.i)
    return speaker.actors if speaker is not None else ()


def _relative(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    verb = governing_verb(token)
    while verb is not None and verb.dep_ != "relcl" and verb.head != verb:
        verb = verb.head
    if verb is None or verb.dep_ != "relcl":
        return ()
    found = discourse.at(verb.head)
    if found is None:
        return ()
    plural = any(part.tag_ == "VBP" for part in (verb, *verb.children))
    return with_partners(discourse, found, token) if plural else found.actors
