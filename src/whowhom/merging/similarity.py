"""Two claims → whether they tell the same act."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from whowhom.core.actor import Actor, Party
from whowhom.core.claim import Claim
from whowhom.core.date_range import DateRange

_STATE = frozenset({"GOV", "MIL", "LEG", "SPY", None})
# Told apart by what they say: a party may accuse, urge or punish another in many ways in one article.
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE", "SANCTION"})
SHARED = 0.3
_RESTATED = frozenset({"ACCUSE", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"})
_CLOSE = 250  # characters: about two sentences
_POOLED = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# Who strikes and whom it befell are told under changing words: "the gunman" and his name, "worshippers" and "the dead".
_RETOLD = frozenset({"ASSAULT"})
# What is done to people in the course of an attack but is a deed of its own.
_APART = frozenset({"abduct", "sexual", "torture", "execute"})
_ATTACKERS = frozenset({"CRM", "REB", "CVL", None})
_MIXED_SECTORS = frozenset({"CVL", "REF", "EDU", "REL", "MED", "LAB", "JRN", "NGO", None})
# The day of publication stands in for one that the words leave out; the act was at most so long before it.
_NEWS = timedelta(days=31)


def same_actor(left: Actor, right: Actor) -> bool:
    """Same name, or the same state through sectors that speak for it; organisations only by name."""
    if left.name.casefold() == right.name.casefold():
        return True
    if left.country is None or left.country != right.country or left.country in ("IGO", "NGO"):
        return False
    return left.sector == right.sector or (left.sector in _STATE and right.sector in _STATE)


def described(actor: Actor) -> bool:
    """True for an actor whom the text only describes ("gunman", "at least 84 people"): the last word is no name."""
    return actor.name[:1] != "" and actor.name.split()[-1].islower()


def overlap(left: Iterable[Party], right: Iterable[Party]) -> bool:
    """True when some actor of one side is the same as some actor of the other."""
    others = tuple(right)
    return any(same_actor(one.actor, other.actor) for one in left for other in others)


def _compatible(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    return not left or not right or overlap(left, right)


def _retold(left: tuple[Party, ...], right: tuple[Party, ...], sectors: frozenset[str | None]) -> bool:
    """True when one side only describes whom the other may name."""
    return all(party.actor.sector in sectors for party in (*left, *right)) and (
        all(described(party.actor) for party in left) or all(described(party.actor) for party in right)
    )


def _nested(left: Claim, right: Claim) -> bool:
    """True when the words of one telling lie within those of the other ("the raid that killed six")."""
    return any(
        inner.trigger.span.start >= quote.span.start and inner.trigger.span.end <= quote.span.end
        for inner, outer in ((left, right), (right, left))
        for quote in outer.evidence
    )


def _same_attack(left: Claim, right: Claim) -> bool:
    """True when the sides of two tellings of force agree, or differ only in how they describe people.

    Where one of them leaves out who attacked, the victims and the place have to tell that it was the same.
    """
    if left.mode != right.mode and _APART & {left.mode, right.mode}:
        return _compatible(left.actors, right.actors) and overlap(left.recipients, right.recipients)
    if _nested(left, right) and _compatible(left.actors, right.actors):
        return True
    if _elsewhere(left, right):
        return False
    retold = left.date is not None and right.date is not None
    victims = _open_victims(left) or _open_victims(right)
    victims = victims or (retold and _retold(left.recipients, right.recipients, _MIXED_SECTORS))
    if not (left.actors and right.actors):
        return (victims or _namesakes(left, right)) and _compatible_places(left, right)
    attackers = retold and _retold(left.actors, right.actors, _ATTACKERS)
    return (attackers or _compatible(left.actors, right.actors)) and (
        victims or _compatible(left.recipients, right.recipients)
    )


def _open_victims(claim: Claim) -> bool:
    """True when the telling names no victims, or only the place in their stead."""
    return not claim.recipients or (
        claim.place is not None and all(party.actor.name == claim.place.name for party in claim.recipients)
    )


def _elsewhere(left: Claim, right: Claim) -> bool:
    """True when the words of both name a place, and the two lie in different countries."""
    if left.place is None or right.place is None or not (left.place_evidence and right.place_evidence):
        return False
    return left.place.country != right.place.country


def _compatible_places(left: Claim, right: Claim) -> bool:
    return left.place is None or right.place is None or left.place.name == right.place.name


def _namesakes(left: Claim, right: Claim) -> bool:
    names = {party.actor.name.casefold() for party in left.recipients}
    return any(party.actor.name.casefold() in names for party in right.recipients)


def _same_parties(left: Claim, right: Claim) -> bool:
    if left.type in _POOLED:
        return sum(
            any(same_actor(a.actor, b.actor) for b in (*right.actors, *right.recipients))
            for a in (*left.actors, *left.recipients)
        ) >= min(2, len(left.actors) + len(left.recipients), len(right.actors) + len(right.recipients))
    if not (left.actors or left.recipients) or not (right.actors or right.recipients):
        return False
    if left.type in _RETOLD:
        return _same_attack(left, right)
    return _compatible(left.actors, right.actors) and _compatible(left.recipients, right.recipients)


def _words(claim: Claim) -> frozenset[str]:
    """Content words of the evidence: those of five letters and more, cut to six so that inflections meet."""
    return frozenset(word[:6].casefold() for quote in claim.evidence for word in quote.text.split() if len(word) > 4)


def same_content(left: Claim, right: Claim) -> bool:
    """True when the words of two claims overlap enough to say the same thing."""
    one, other = _words(left), _words(right)
    return len(one & other) >= SHARED * min(len(one), len(other)) if one and other else False


def _near(told: DateRange, assumed: DateRange) -> bool:
    return told.overlaps(assumed) or timedelta() <= assumed.start - told.end <= _NEWS


def _same_time(left: Claim, right: Claim) -> bool:
    """True when the days overlap, or the one is only assumed to be the day of publication and the other lies before."""
    if left.date is None or right.date is None:
        return (left.date is None) == (right.date is None) or left.salience == right.salience
    if left.type in _RETOLD and (left.date_evidence is None) != (right.date_evidence is None):
        told, assumed = (right.date, left.date) if left.date_evidence is None else (left.date, right.date)
        return _nested(left, right) or _near(told, assumed)
    return left.date.overlaps(right.date)


def compatible(left: Claim, right: Claim) -> bool:
    """True when type, status, mode, date and parties of two claims of one document agree or are open."""
    if left.type != right.type or left.status != right.status:
        return False
    if left.mode and right.mode and left.mode != right.mode:
        return False
    return _same_time(left, right) and _same_parties(left, right)


def same_telling(left: Claim, right: Claim) -> bool:
    """True when compatible claims tell the same act: deeds always, words when they say the same or follow closely."""
    return left.type not in _SAID or same_content(left, right) or _restated(left, right)


def _restated(left: Claim, right: Claim) -> bool:
    """True for words put another way in the next sentence ("condemned the raid. They criticised …")."""
    first, second = sorted((left.evidence[0].span, right.evidence[0].span))
    return left.type in _RESTATED and second.start - first.end < _CLOSE
