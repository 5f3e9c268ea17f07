"""A text and two names in it → root, quad and binary class of what the first does to the second (task ``pairs``)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from whowhom.core.actor import Party
from whowhom.core.claim import Claim
from whowhom.core.span import Span
from whowhom.evaluate.documents import code_passage, text_of
from whowhom.evaluate.records import Record
from whowhom.vocab import ontology

_QUADS = {1: "VERBAL_COOPERATION", 2: "MATERIAL_COOPERATION", 3: "VERBAL_CONFLICT", 4: "MATERIAL_CONFLICT"}
_YIELD = ("CONCEDE", "RETREAT")
# When nothing at all is recognised: most texts of two parties and no known trigger tell of talk between them.
_UNKNOWN = "AGREE"


def predict(record: Record) -> Record:
    """``root``, ``quad`` and ``binary``; there is always an answer."""
    coding = code_passage(record)
    source = locate(text_of(record, "source_actor"), coding.document.text)
    target = locate(text_of(record, "target_actor"), coding.document.text)
    best = choose(coding.claims, source, target)
    return classes(_UNKNOWN if best is None else label(best))


def label(claim: Claim) -> str:
    """The derived label; where there is none (negated, hypothetical) the type itself."""
    return ontology.derived_label(claim.type, claim.mode, claim.status) or claim.type


def classes(name: str) -> Record:
    """Root, quad and binary class: CONCEDE and RETREAT are YIELD, which counts as material cooperation."""
    root = "YIELD" if name in _YIELD else name
    quad = 2 if root == "YIELD" else ontology.quad(name)
    return {"root": root, "quad": _QUADS[quad], "binary": "COOPERATION" if quad < 3 else "CONFLICT"}


def locate(words: str, text: str) -> Span | None:
    """Where ``words`` stand in ``text``: as they are, else the run of text that shares most of their words."""
    for haystack, needle in ((text, words), (text.casefold(), words.casefold())):
        if needle and len(haystack) == len(text) and (at := haystack.find(needle)) >= 0:
            return Span(at, at + len(needle))
    wanted = {word.casefold() for word in re.findall(r"\w+", words)}
    tokens = [(m.start(), m.end(), m.group().casefold()) for m in re.finditer(r"\w+", text)]
    width = max(1, len(wanted))
    windows = (tokens[i : i + width] for i in range(max(0, len(tokens) - width) + 1))
    best = max(windows, key=lambda window: len(wanted & {token[2] for token in window}), default=[])
    if not best or not wanted & {token[2] for token in best}:
        return None
    return Span(best[0][0], best[-1][1])


def choose(claims: Iterable[Claim], source: Span | None, target: Span | None) -> Claim | None:
    """The claim that joins the two best; of equals the one whose trigger stands nearest to the first's words."""
    start = source.start if source else 0

    def rank(claim: Claim) -> tuple[float, int]:
        return _fit(claim, source, target), -abs(claim.trigger.span.start - start)

    return max(claims, key=rank, default=None)


def _fit(claim: Claim, source: Span | None, target: Span | None) -> float:
    """3 for the source as actor, 2 for the target as recipient, less for the roles exchanged or shared."""
    acts, receives = _covers(claim.actors, source), _covers(claim.recipients, target)
    fit = 3.0 * acts + 2.0 * receives
    fit += 1.5 * (_covers(claim.actors, target) and not claim.recipients)
    fit += 0.5 * _covers(claim.recipients, source) + 0.5 * _covers(claim.actors, target)
    fit += 0.5 * (target is not None and claim.trigger.span.overlaps(target))
    return fit + 0.25 * (claim.status in ("actual", "future"))


def _covers(parties: tuple[Party, ...], span: Span | None) -> bool:
    return span is not None and any(party.mention is not None and party.mention.overlaps(span) for party in parties)
