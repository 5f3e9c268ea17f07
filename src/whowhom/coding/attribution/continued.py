"""Speech that goes on: quotations without a cue of their own are given to the speaker who is quoted just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whowhom.coding.attribution.quotes import Quotation
from whowhom.coding.attribution.ranges import Range, overlap, previous_word
from whowhom.coding.attribution.reading import Reading

FARTHEST = 40  # tokens of the reporter's own words after which a bare quotation has no known speaker


def continued(doc: Doc, readings: tuple[Reading, ...], quotes: Sequence[Quotation]) -> tuple[Reading, ...]:
    """``readings`` with later whole-sentence quotations added to the speech that they go on with."""
    extended = list(readings)
    speakers = _quotable(readings)
    for quote in quotes:
        span = quote.start, quote.end
        if not opens_sentence(doc, quote) or any(_holds(reading, span) for reading in extended):
            continue
        position = _speaker_before(extended, speakers, quote)
        if position is not None:
            speech = extended[position].speech
            content = tuple(sorted((*speech.content, span)))
            extended[position] = replace(extended[position], speech=replace(speech, content=content))
    return tuple(extended)


def bare_quotations(doc: Doc, readings: Sequence[Reading], quotes: Sequence[Quotation]) -> list[Range]:
    """Whole-sentence quotations that no reading holds and no cue stands beside."""
    spans = [(quote.start, quote.end) for quote in quotes if opens_sentence(doc, quote)]
    return [span for span in spans if not any(_holds(reading, span) for reading in readings)]


def opens_sentence(doc: Doc, quote: Quotation) -> bool:
    """True when the quotation starts where a sentence starts: the words before it end one."""
    before = previous_word(doc, quote.start, set())
    return before < 0 or doc[before].text in {".", "?", "!", "''", "”", '"'} or "\n" in doc[quote.start - 1].text


def _holds(reading: Reading, span: Range) -> bool:
    """True when the quotation is (part of) what that cue introduces; a cue inside the quotation does not count."""
    return not overlap(reading.speech.cue, span) and any(overlap(part, span) for part in reading.speech.content)


def _quotable(readings: Sequence[Reading]) -> list[int]:
    """Positions of the readings that a later quotation can go on with: named speakers who are not themselves quoted."""
    spans = [span for reading in readings if reading.form == "quote" for span in reading.speech.content]
    quoted = {index for start, end in spans for index in range(start, end)}
    telling = {"quote", "clause", "headline", "preposition"}
    return [
        position
        for position, reading in enumerate(readings)
        if reading.form in telling and reading.speech.source is not None and reading.speech.cue_head not in quoted
    ]


def _speaker_before(readings: Sequence[Reading], speakers: Sequence[int], quote: Quotation) -> int | None:
    """The last such reading before the quotation, unless too many of the reporter's own words lie between."""
    best: int | None = None
    for position in speakers:
        speech = readings[position].speech
        if speech.cue[0] >= quote.start:
            break
        last = max([speech.cue[1], *(end for _, end in speech.content)])
        if quote.continues or 0 <= quote.start - last <= FARTHEST:
            best = position
    return best
