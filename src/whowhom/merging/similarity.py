"""Two claims → whether they tell the same act."""

from __future__ import annotations

from collections.abc import Iterable

from whowhom.core.actor import Actor, Party
from whowhom.core.claim import Claim

_STATE = frozenset({"GOV", "MIL", "LEG", "SPY", None})
# Words are told apart by what they say: a party may accuse or urge another of many things in one article.
_SAID = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT", "THREATEN", "AGREE", "CONCEDE"})
SHARED = 0.3
_POOLED = frozenset({"CONSULT", "AGREE", "COOPERATE"})


def same_actor(left: Actor, right: Actor) -> bool:
    """Same name, or the same state through sectors that speak for it; organisations only by name."""
    if left.name.casefold() == right.name.casefold():
        return True
    if left.country is None or left.country != right.country or left.country in ("IGO", "NGO"):
        return False
    return left.sector == right.sector or (left.sector in _STATE and right.sector in _STATE)


def overlap(left: Iterable[Party], right: Iterable[Party]) -> bool:
    """True when some actor of one side is the same as some actor of the other."""
    others = tuple(right)
    return any(same_actor(one.actor, other.actor) for one in left for other in others)


def _compatible(left: tuple[Party, ...], right: tuple[Party, ...]) -> bool:
    return not left or not right or overlap(left, right)


def _same_parties(left: Claim, right: Claim) -> bool:
    if left.type in _POOLED:
        return sum(
            any(same_actor(a.actor, b.actor) for b in (*right.actors, *right.recipients))
            for a in (*left.actors, *left.recipients)
        ) >= min(2, len(left.actors) + len(left.recipients), len(right.actors) + len(right.recipients))
    if not (left.actors or left.recipients) or not (right.actors or right.recipients):
        return False
    return _compatible(left.actors, right.actors) and _compatible(left.recipients, right.recipients)


def _words(claim: Claim) -> frozenset[str]:
    """Content words of the evidence: those of five letters and more, cut to six so that inflections meet."""
    return frozenset(word[:6].casefold() for quote in claim.evidence for word in quote.text.split() if len(word) > 4)


def same_content(left: Claim, right: Claim) -> bool:
    """True when the words of two claims overlap enough to say the same thing."""
    one, other = _words(left), _words(right)
    return len(one & other) >= SHARED * min(len(one), len(other)) if one and other else False


def compatible(left: Claim, right: Claim) -> bool:
    """True when type, status, mode, date and parties of two claims of one document agree or are open."""
    if left.type != right.type or left.status != right.status:
        return False
    if left.mode and right.mode and left.mode != right.mode:
        return False
    if left.date and right.date and not left.date.overlaps(right.date):
        return False
    if (left.date is None) != (right.date is None) and left.salience != right.salience:
        return False
    return _same_parties(left, right)


def same_telling(left: Claim, right: Claim) -> bool:
    """True when compatible claims tell the same act: deeds always, words only when they say the same."""
    return left.type not in _SAID or same_content(left, right)
