"""Speech that goes on: quotations without a cue of their own are given to the speaker who is quoted just before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from whowhom.coding.attribution_ranges import Range, overlap, previous_word
from whowhom.coding.attribution_reading import Reading
from whowhom.coding.quotes import Quotation

FARTHEST = 40  # tokens of the reporter's own words after which a bare quotation has no known speaker


def continued(doc: Doc, readings: tuple[Reading, ...], quotes: Sequence[Quotation]) -> tuple[Reading, ...]:
    """``readings`` with later whole-sentence quotations added to the speech that they go on with."""
    extended = list(readings)
    for quote in quotes:
        span = quote.start, quote.end
        if not opens_sentence(doc, quote) or any(_holds(reading, span) for reading in extended):
            continue
        position = _speaker_before(extended, quote)
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


def _in_quotation(readings: Sequence[Reading], index: int) -> bool:
    quoted = (span for reading in readings if reading.form == "quote" for span in reading.speech.content)
    return any(start <= index < end for start, end in quoted)


def _speaker_before(readings: Sequence[Reading], quote: Quotation) -> int | None:
    best: int | None = None
    for position, reading in enumerate(readings):
        speech = reading.speech
        said = reading.form in {"quote", "clause", "headline", "preposition"} and speech.source is not None
        if not said or _in_quotation(readings, speech.cue_head) or speech.cue[0] >= quote.start:
            continue
        last = max(max(end for _, end in speech.content), speech.cue[1])
        if quote.continues or 0 <= quote.start - last <= FARTHEST:
            best = position
    return best
