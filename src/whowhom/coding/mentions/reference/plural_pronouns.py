"""The pronouns "they" and "their" → the group or the actors that were named together."""

from __future__ import annotations

from spacy.tokens import Token

from whowhom.coding.mentions.reference.clauses import is_subject
from whowhom.coding.mentions.reference.discourse import PLURAL_TAGS, Antecedent, Discourse, coordinated, distinct
from whowhom.coding.mentions.reference.pronoun_scope import own_clause, rival, subjects_around
from whowhom.core.actor import Actor

_THING_WINDOW = 2


def resolve_several(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    barred = own_clause(discourse, token)
    speaker = discourse.speaker(token.i)
    if speaker is not None:
        barred |= set(speaker.actors)

    def fits(found: Antecedent) -> bool:
        if barred.intersection(found.actors) or found.weak:
            return False
        return found.plural or len(coordinated(discourse, discourse.doc[found.token])) > 1

    def above(found: Antecedent) -> bool:
        # In speech a state or body is "they", too.
        return fits(found) or (speaker is not None and found.nature in ("state", "organisation") and not (
            found.weak or barred.intersection(found.actors)
        ))

    for found in subjects_around(discourse, token, above):
        if isinstance(found, Antecedent):
            return with_partners(discourse, found, token)
        if found.tag_ in PLURAL_TAGS:
            return ()
    candidates = [found for found in discourse.recent(token.i, _THING_WINDOW) if fits(found)]
    if not candidates:
        return _organisation(discourse, token, barred)
    nearest = max(found.sentence for found in candidates)
    inside = [found for found in candidates if found.sentence == nearest]
    # Subjects and possessors point to subjects, objects to objects.
    wanted = token.dep_ == "poss" or is_subject(token)
    if nearest < discourse.sentences[token.i] and rival(discourse, nearest, discourse.sentences[token.i], PLURAL_TAGS):
        return ()
    return with_partners(discourse, next((found for found in inside if found.subject == wanted), inside[0]), token)


def with_partners(discourse: Discourse, found: Antecedent, token: Token) -> tuple[Actor, ...]:
    """The actors of the mention and of those joined to it by "and", as far as they stand before the pronoun."""
    joined = coordinated(discourse, discourse.doc[found.token])
    partners = [partner for partner in joined if partner.token < token.i]
    return distinct(actor for partner in partners or (found,) for actor in partner.actors)


def _organisation(discourse: Discourse, token: Token, barred: set[Actor]) -> tuple[Actor, ...]:
    """A body or, inside a quotation, a state may be "they" too, when it was a subject just before."""
    natures = ("organisation", "state") if discourse.quotation(token.i) is not None else ("organisation",)
    for found in discourse.recent(token.i, 1):
        if found.nature in natures and found.subject and not barred.intersection(found.actors):
            return found.actors
    return ()
