"""A noun that stands for an act told before ("condemned the attack") → who did that act."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.triggers import triggers
from whowhom.coding.mentions.reference.salience import same_side
from whowhom.core.actor import Party
from whowhom.vocab.load import read_toml

_DONE = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "RETREAT", "AID", "THREATEN", "PROTEST", "COOPERATE"})


@cache
def _general_nouns() -> frozenset[str]:
    return frozenset(read_toml("evaluation.toml")["acts"])


def types_named(noun: Token) -> frozenset[str]:
    """The types of acts that the noun can stand for; empty when it names none."""
    lemma = noun.lemma_.lower()
    if lemma in _general_nouns():
        return _DONE
    return frozenset(
        entry.type for entry in triggers()[1].get(lemma, ()) if len(entry.words) == 1 and entry.type in _DONE
    )


def what_is_judged(verb: Token) -> tuple[Token, ...]:
    """The nouns that a verb of judgement is about: its object, else what stands behind its prepositions."""
    nouns = syntax.objects(verb)
    for tokens in syntax.prepositional(verb).values():
        nouns += tokens
    for noun in nouns[:1]:
        for tokens in syntax.prepositional(noun).values():
            nouns += tokens
    return nouns


def doer(nouns: Iterable[Token], before: Sequence[Act], own: Sequence[Party]) -> tuple[Party, ...]:
    """The actors of the nearest act before of a type that one of the nouns names, if not on the judge's own side."""
    for noun in nouns:
        types = types_named(noun)
        for act in reversed(before):
            if act.type not in types or not act.actors:
                continue
            if any(same_side(party.actor, other.actor) for party in act.actors for other in own):
                continue
            return tuple(Party(party.actor) for party in act.actors[:1])
    return ()
