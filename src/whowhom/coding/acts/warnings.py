"""A verb of warning with its clause → a threat, a request to desist, or no act at all."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.cast import AS_ACTOR, AS_TARGET, Cast
from whowhom.coding.acts.implied_parties import BYSTANDERS
from whowhom.coding.acts.operators import plain_trigger
from whowhom.coding.acts.predicate import Predicate
from whowhom.coding.acts.roles import without
from whowhom.coding.mentions.reference.salience import same_side
from whowhom.core.actor import Party
from whowhom.vocab.load import read_toml


def is_warning(verb: Token) -> bool:
    """True for a verb of warning that has a clause to warn with."""
    return verb.lemma_.lower() in read_toml("operators.toml")["warning"]["words"] and bool(_clauses(verb))


def _clauses(verb: Token) -> tuple[Token, ...]:
    behind = syntax.children(verb, "ccomp", "xcomp", "advcl")
    return tuple(clause for clause in behind if clause.i > verb.i)


def warning_predicate(verb: Token, cast: Cast) -> Predicate | None:
    """What the warning does by the codebook: an own act to come is THREATEN, another's is REQUEST/yield."""
    actors = cast.parties(syntax.subjects(verb), AS_ACTOR)
    addressed = without(cast.parties(syntax.objects(verb), AS_TARGET), actors)
    clause = _clauses(verb)[0]
    if any(child.lower_ == "to" for child in clause.lefts if child.dep_ == "aux"):
        return _predicate(verb, "REQUEST", "yield", actors, addressed)
    doers = cast.parties(syntax.surface_subject(clause), AS_ACTOR)
    if any(same_side(doer.actor, actor.actor) for doer in doers for actor in actors):
        return _predicate(verb, "THREATEN", None, actors, addressed or _provoker(clause, actors, cast))
    others = tuple(party for party in without(doers, actors) if party.actor.sector not in BYSTANDERS)
    return _predicate(verb, "REQUEST", "yield", actors, others or addressed) if others or addressed else None


def _provoker(clause: Token, actors: tuple[Party, ...], cast: Cast) -> tuple[Party, ...]:
    """Who would bring the threat about: the subject of its condition ("would respond if *Assad* …")."""
    for condition in syntax.children(clause, "advcl"):
        if parties := without(cast.parties(syntax.surface_subject(condition), AS_ACTOR), actors):
            return parties
    return ()


def _predicate(
    verb: Token, kind: str, mode: str | None, actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> Predicate:
    trigger = replace(plain_trigger(verb, kind), mode=mode)
    return Predicate(verb, trigger, (verb,), None, actors, recipients)
