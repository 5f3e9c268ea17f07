"""A parsed text with two given names → how likely the model holds each type of act from the first to the second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.scoring.rule_features import TYPES, rule_features
from whowhom.coding.acts.scoring.scorer import Scorer
from whowhom.coding.acts.scoring.syntax import syntax
from whowhom.coding.acts.scoring.windows import Slot, Window, slots_of
from whowhom.coding.mentions.mention import ActorMention
from whowhom.core.actor import Actor
from whowhom.core.claim import Status
from whowhom.core.span import Span

_SOURCE, _TARGET = 0, 1


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How likely an act of a type is, in [0, 1], and the status it would have."""

    probability: float
    status: Status


def likelihoods(
    doc: Doc, acts: Sequence[Act], mentions: Iterable[ActorMention], source: Span, target: Span, scorer: Scorer
) -> Mapping[str, Likelihood]:
    """By type; the whole text is one window, the two names its first actors."""
    text = doc.text
    named = [mention for mention in mentions if mention.actors]
    whole = Span(0, len(text))
    first, second = (_slot(span, named, text) for span in (source, target))
    others = [mention for mention in named if not mention.span.overlaps(source) and not mention.span.overlaps(target)]
    rest = [slot for slot in slots_of(None, whole, others) if slot.actor not in (first.actor, second.actor)]
    window = Window(None, whole, (first, second, *rest))
    tree = syntax(doc, window)
    scores = scorer.scores(window, text, rule_features(window, acts, tree), tree.pivots)
    return {
        name: Likelihood(float(scores.types[_SOURCE, _TARGET, kind]), scores.status(_SOURCE, _TARGET, kind))
        for kind, name in enumerate(TYPES)
    }


def _slot(span: Span, named: Sequence[ActorMention], text: str) -> Slot:
    """The given name as an actor: the coder's own where it sees one in these words."""
    mention = next((mention for mention in named if mention.span.overlaps(span)), None)
    if mention is None:
        return Slot(Actor(span.of(text)), (span,), True, "organisation")
    return Slot(mention.actors[0], (span,), True, mention.kind)
