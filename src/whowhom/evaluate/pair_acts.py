"""A text with two given names → what rules and model read of the two."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.scoring.scorer import load_scorer
from whowhom.coding.acts.triggers import IDIOM, triggers, word_forms
from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.parse import parse
from whowhom.coding.pipeline import STEPS
from whowhom.coding.settings import DEFAULT
from whowhom.core.actor import Actor, Party
from whowhom.core.claim import Status
from whowhom.core.document import Document
from whowhom.core.span import Span
from whowhom.evaluate.pair_scores import Likelihood, likelihoods

# Mentions without actors that reference will resolve.
_STAND_INS = ("role", "pronoun")


@dataclass(frozen=True)
class Reading:
    """One thing that the text may tell: a type with its parties, and the words that name it.

    ``frame`` is the type of the trigger word itself, before what it governs refined it ("agree to withdraw").
    """

    token: Token
    verb: Token
    type: str
    mode: str | None
    status: Status
    frame: str
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()


@dataclass(frozen=True)
class PairReading:
    """``best`` is the act of the rules that fits the two names best, else the nearest trigger word, else None.

    ``likely`` are the model's probabilities by type; empty when one of the names is not found.
    """

    best: Reading | None
    likely: Mapping[str, Likelihood]


def read_pair(document: Document, source: Span | None, target: Span | None) -> PairReading:
    """What the text tells of the two."""
    doc = parse(document)
    given = [words for span in (source, target) if span and (words := _words(doc, span))]
    acts, mentions = _acts(document, doc, given)
    best = best_reading(doc, acts, given, source, target)
    if source is None or target is None:
        return PairReading(best, {})
    return PairReading(best, likelihoods(doc, acts, mentions, source, target, load_scorer()))


def best_reading(
    doc: Doc, acts: Sequence[Act], given: list[Words], source: Span | None, target: Span | None
) -> Reading | None:
    """The act that the text tells of the two; of a text without any act its nearest trigger word; else None."""
    above_source, above_target = _above(doc, source), _above(doc, target)

    def rank(reading: Reading) -> tuple[float, int]:
        fit = _roles(reading, source, target) + _syntax(reading, above_source, above_target)
        return fit, -abs(reading.token.idx - (source.start if source else 0))

    found = [_reading(act) for act in acts] or list(_trigger_words(doc, given))
    return max(found, key=rank, default=None)


def _words(doc: Doc, span: Span) -> Words | None:
    return doc.char_span(span.start, span.end, alignment_mode="expand") if span.end > span.start else None


def _acts(
    document: Document, doc: Doc, given: list[Words]
) -> tuple[tuple[Act, ...], tuple[ActorMention, ...]]:
    """The acts that the rules find when both names are known to be actors, and all mentions."""
    values: dict[str, Any] = {"document": document, "doc": doc, "settings": DEFAULT}
    for step in STEPS:
        values[step.gives] = step.run(*(values[name] for name in step.needs))
        if step.gives == "named":
            values["named"] = _with_given(values["named"], given)
        if step.gives == "rule_acts":
            break
    return values["rule_acts"], values["mentions"]


def _with_given(named: tuple[ActorMention, ...], given: list[Words]) -> tuple[ActorMention, ...]:
    """The mentions, with one more for each given name in which the coder sees nobody."""
    found = list(named)
    for words in given:
        inside = [mention for mention in found if mention.start < words.end and words.start < mention.end]
        if not any(mention.actors or mention.kind in _STAND_INS for mention in inside):
            span = Span(words.start_char, words.end_char)
            given_name = ActorMention(words.start, words.end, words.root.i, span, "organisation", (Actor(words.text),))
            found = [mention for mention in found if mention not in inside] + [given_name]
    return tuple(sorted(found, key=lambda mention: mention.start))


def _reading(act: Act) -> Reading:
    frame = act.reasons[0].rsplit(": ", 1)[-1] if act.reasons else act.type
    return Reading(act.token, act.clause_head, act.type, act.mode, act.status, frame, act.actors, act.recipients)


def _trigger_words(doc: Doc, given: list[Words]) -> Iterator[Reading]:
    """Words of the vocabulary, whatever its entries ask of their surroundings; none inside the given names first."""
    inside = {index for words in given for index in range(words.start, words.end)}
    for token in doc:
        table = triggers()[token.pos_ not in ("VERB", "AUX")]
        entries = [entry for form in word_forms(token) for entry in table.get(form, ())]
        single = [entry for entry in entries if len(entry.words) == 1 and entry.type != IDIOM]
        if single and token.i not in inside:
            plain = min(single, key=lambda entry: (bool(entry.object), entry.weak))
            yield Reading(token, token, plain.type, None, "actual", plain.type)


def _above(doc: Doc, span: Span | None) -> list[int]:
    """The words that govern the span, the nearest first, by token index."""
    words = _words(doc, span) if span else None
    return [] if words is None else [token.i for token in words.root.ancestors]


def _roles(reading: Reading, source: Span | None, target: Span | None) -> float:
    """3 for the source as actor, 2 for the target as recipient, less for the roles exchanged or shared."""
    fit = 3.0 * _covers(reading.actors, source) + 2.0 * _covers(reading.recipients, target)
    fit += 1.5 * (_covers(reading.actors, target) and not reading.recipients)
    fit += 0.5 * _covers(reading.recipients, source) + 0.5 * _covers(reading.actors, target)
    return fit + 0.25 * (reading.status in ("actual", "future"))


def _covers(parties: Iterable[Party], span: Span | None) -> bool:
    return span is not None and any(party.mention is not None and party.mention.overlaps(span) for party in parties)


def _syntax(reading: Reading, above_source: list[int], above_target: list[int]) -> float:
    """Up to 1.5 where the reading's words govern the source, up to 1 where they govern the target."""
    governs_source = max(_nearness(token, above_source) for token in (reading.token, reading.verb))
    governs_target = max(_nearness(token, above_target) for token in (reading.token, reading.verb))
    return 1.5 * governs_source + governs_target


def _nearness(token: Token, above: list[int]) -> float:
    return 1.0 / (1 + above.index(token.i)) if token.i in above else 0.0
