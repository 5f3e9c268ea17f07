"""The pronouns "he", "she", "his" and "her" → the person meant."""

from __future__ import annotations

from spacy.tokens import Token

from whowhom.coding.mentions.reference.clauses import (
    OBJECTS,
    chain_head,
    governing_verb,
    is_subject,
)
from whowhom.coding.mentions.reference.discourse import Antecedent, Discourse
from whowhom.coding.mentions.reference.pronoun_scope import own_clause, subjects_around
from whowhom.core.actor import Actor

_PERSON_WINDOW = 6


def resolve_person(discourse: Discourse, token: Token, gender: str) -> tuple[Actor, ...]:
    speaker = discourse.speaker(token.i)
    barred = own_clause(discourse, token) | (set(speaker.actors) if speaker is not None else set())

    def fits(found: Antecedent) -> bool:
        return (
            found.nature == "person" and not found.weak and found.gender in (gender, None) and len(found.actors) == 1
            and not barred.intersection(found.actors)
        )

    for found in subjects_around(discourse, token, fits):
        if isinstance(found, Antecedent):
            return found.actors
        if found.pos_ == "PROPN":
            # A name that no mention covers: its bearer when known, else somebody the article has not introduced.
            named = discourse.bearer(found)
            return named.actors if named is not None and fits(named) else ()
    best: tuple[float, Antecedent] | None = None
    for candidate in discourse.recent(token.i, _PERSON_WINDOW):
        if fits(candidate):
            score = _person_score(discourse, token, candidate, gender)
            if best is None or score > best[0]:
                best = (score, candidate)
    return best[1].actors if best is not None else ()


def _person_score(discourse: Discourse, token: Token, candidate: Antecedent, gender: str) -> float:
    """Higher for near sentences, subjects, agreeing gender and persons whom the article names often."""
    distance = discourse.sentences[token.i] - candidate.sentence
    role = discourse.doc[chain_head(discourse.doc[candidate.token]).i].dep_
    named = discourse.doc[candidate.token]
    anchor = named.head if named.dep_ == "appos" else named
    doing = candidate.subject or is_subject(anchor) or _is_agent(anchor)
    score = 10.0 - 3.0 * distance + (4.0 if doing else 1.0 if role in OBJECTS else 0.0)
    score += 1.0 if doing and distance and _in_main_clause(anchor) else 0.0
    score += 1.5 if candidate.gender == gender else 0.0
    score += 1.0 if distance == 0 and candidate.token < token.i else 0.0
    score -= 3.0 if discourse.doc[candidate.token].dep_ == "poss" and not candidate.subject else 0.0
    quoted = discourse.quotation(candidate.token) is not None and discourse.quotation(token.i) is None
    score -= 4.0 if quoted else 0.0
    score -= 2.0 if discourse.mentions[candidate.index].kind in ("role", "group") else 0.0
    times = sum(1 for other in discourse.history if other.actors == candidate.actors)
    return score + min(times, 6) * 0.4


def _is_agent(token: Token) -> bool:
    """"Was described by X": the agent does the verb as a subject would."""
    head = chain_head(token)
    return head.dep_ == "pobj" and head.head.dep_ == "agent"


def _in_main_clause(token: Token) -> bool:
    """True for the subject of the sentence's main verb, who goes on being "he" before those whom he speaks of."""
    verb = governing_verb(token)
    return verb is not None and verb.head == verb
