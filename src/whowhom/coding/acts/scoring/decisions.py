"""Acts that the rules read, and the scorer's probabilities → the acts that hold: kept, mended, dropped and supplied."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.clauses import verb_above
from whowhom.coding.acts.scoring.proposals import Pair, Proposal, proposed, sides
from whowhom.coding.acts.scoring.rule_features import TYPES, rule_features, sides_of
from whowhom.coding.acts.scoring.scorer import Scorer, Scores
from whowhom.coding.acts.scoring.syntax import syntax
from whowhom.coding.acts.scoring.windows import Slot, Window, windows
from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.reference.salience import same_side
from whowhom.coding.settings import Settings

# Below this the scorer does not believe the rules' parties, and its own take their place.
_DOUBTED = 0.5
# Where the rules read nothing and fewer actors stand, the scorer finds an act in one of thirty sentences.
_WORTH_SCORING = 2
# Of the probabilities an explanation tells so many, and none below the least.
_LIKELIEST, _WORTH_TELLING = 3, 0.02


def decided(
    doc: Doc, acts: Sequence[Act], mentions: Iterable[ActorMention], scorer: Scorer, settings: Settings
) -> tuple[Act, ...]:
    """The acts of a document in text order, each with its calibrated probability as confidence."""
    found: list[Act] = []
    seen: set[int] = set()
    text = doc.text  # spaCy builds it anew at each call
    for window in windows(doc, mentions):
        inside = [act for act in acts if window.sentence.start <= act.token.idx < window.sentence.end]
        if not inside and sum(slot.here for slot in window.slots) < _WORTH_SCORING:
            continue
        seen.update(id(act) for act in inside)
        tree = syntax(doc, window)
        scores = scorer.scores(window, text, rule_features(window, inside, tree), tree.pivots)
        proposals = list(proposed(doc, window, scores, settings.supply))
        found.extend(_decided(inside, proposals, window, scores, settings.keep))
    found.extend(act for act in acts if id(act) not in seen)
    return tuple(sorted(found, key=lambda act: act.token.i))


def _decided(
    acts: Sequence[Act], proposals: list[Proposal], window: Window, scores: Scores, keep: float
) -> Iterator[Act]:
    """The rules' acts as the scorer sees them, then what only the scorer reads."""
    for act in acts:
        told = [one for one in proposals if _same(act, one, window.slots)]
        proposals = [one for one in proposals if one not in told]
        pair = _likeliest_pair(act, window.slots, scores)
        if pair is None:  # none of its parties is named here: the scorer cannot say
            yield act
            continue
        probability = float(scores.types[*pair, TYPES.index(act.type)])
        best = max(told, key=lambda one: one.probability, default=None)
        if best is not None:
            act = _mended(act, best, window.slots, doubted=probability < _DOUBTED)
            probability, pair = max((probability, pair), (best.probability, best.pairs[0]))
        if probability >= keep:
            yield replace(
                act, confidence=scores.confidence(probability), probabilities=likeliest(scores, pair)
            )
    for one in proposals:
        yield _supplied(one, window.slots, scores)


def _likeliest_pair(act: Act, slots: Sequence[Slot], scores: Scores) -> Pair | None:
    """The likeliest of the pairs between which the act may pass: towards anybody where its recipients are open."""
    pairs, nobody = sides_of(act, slots), len(slots)
    pairs = pairs + [(i, other) for i, j in pairs if j == nobody for other in range(nobody) if other != i]
    return max(pairs, key=lambda pair: float(scores.types[*pair, TYPES.index(act.type)]), default=None)


def likeliest(scores: Scores, pair: Pair) -> tuple[tuple[str, float], ...]:
    """The likeliest types between the two slots, with their probabilities."""
    found = [(name, round(float(value), 3)) for name, value in zip(TYPES, scores.types[*pair], strict=True)]
    return tuple(sorted((item for item in found if item[1] >= _WORTH_TELLING), key=lambda item: -item[1])[:_LIKELIEST])


def _same(act: Act, proposal: Proposal, slots: Sequence[Slot]) -> bool:
    """True when the rules read the proposed act: its type between the same two, or with a side in common."""
    if act.type != proposal.type:
        return False
    pairs = sides_of(act, slots)
    if set(pairs) & set(proposal.pairs):
        return True
    return any(
        mine == theirs or same_side(slots[mine].actor, slots[theirs].actor)
        for mine in _parties(pairs, slots)
        for theirs in _parties(proposal.pairs, slots)
    )


def _parties(pairs: Iterable[Pair], slots: Sequence[Slot]) -> set[int]:
    return {slot for pair in pairs for slot in pair} - {len(slots)}


def _mended(act: Act, told: Proposal, slots: Sequence[Slot], *, doubted: bool) -> Act:
    """The act with the scorer's parties where the rules' are doubted, with its recipients where the rules have none."""
    seen = sides(told, slots)
    if doubted:
        return replace(act, actors=seen.actors, recipients=seen.recipients, mutual=seen.mutual)
    if act.recipients or act.mutual or seen.mutual:
        return act
    own = {party.actor for party in act.actors}
    return replace(
        act,
        actors=act.actors or seen.actors,
        recipients=tuple(party for party in seen.recipients if party.actor not in own),
    )


def _supplied(proposal: Proposal, slots: Sequence[Slot], scores: Scores) -> Act:
    """An act that only the scorer reads."""
    seen, kind = sides(proposal, slots), TYPES.index(proposal.type)
    best = max(proposal.pairs, key=lambda pair: float(scores.types[*pair, kind]))
    return Act(
        token=proposal.token,
        clause_head=verb_above(proposal.token),
        type=proposal.type,
        mode=scores.mode(*best, proposal.type),
        status=scores.status(*best, kind),
        actors=seen.actors,
        recipients=seen.recipients,
        mutual=seen.mutual,
        confidence=scores.confidence(proposal.probability),
        reasons=(f"read by the model at “{proposal.token.text}”: {proposal.type}",),
        probabilities=likeliest(scores, best),
    )
