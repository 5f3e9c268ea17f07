"""Parsed document → labelled character spans of sources, cues and contents, one layer over all kinds of attribution."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from whowhom.coding.attribution.continued import bare_quotations, opens_sentence
from whowhom.coding.attribution.quotes import Quotation, quotations
from whowhom.coding.attribution.ranges import Range, around
from whowhom.coding.attribution.reading import Reading
from whowhom.coding.attribution.sources import relative_pronoun
from whowhom.coding.attribution.speeches import readings

TELLING_NOUNS = {
    "say", "report", "announce", "confirm", "claim", "deny", "accuse", "promise", "warn", "believe", "decide"
}
Labelled = tuple[int, int, str]


def spans(doc: Doc) -> list[Labelled]:
    """(start, end, label) in characters of the text, label one of source, cue, content; sorted, without repeats."""
    found: set[Labelled] = set()
    quotes = quotations(doc)
    found_readings = [reading for reading in readings(doc, quotes) if _marked(doc, reading, quotes)]
    layer = _outermost(found_readings)
    for reading in layer:
        found.update(_of(doc, reading))
    found.update((*_characters(doc, span), "content") for span in bare_quotations(doc, layer, quotes))
    return sorted(found)


def _marked(doc: Doc, reading: Reading, quotes: Sequence[Quotation]) -> bool:
    """The set leaves out bare nouns of attitude and what a speaker inside a quotation says of itself."""
    speech = reading.speech
    if reading.form == "noun" and speech.kind not in TELLING_NOUNS:
        return False
    inside = around(quotes, speech.cue_head)
    return inside is None or not opens_sentence(doc, inside)


def _outermost(all_readings: Sequence[Reading]) -> list[Reading]:
    """The set marks one layer: what is said inside other people's words is left out."""
    kept: list[Reading] = []
    for reading in sorted(all_readings, key=lambda item: -sum(end - start for start, end in item.speech.content)):
        cue = reading.speech.cue_head
        if not any(start <= cue < end for other in kept for start, end in other.speech.content):
            kept.append(reading)
    return kept


def _of(doc: Doc, reading: Reading) -> list[Labelled]:
    speech = reading.speech
    labelled = [(*_characters(doc, speech.cue), "cue")]
    labelled += [(*_characters(doc, span), "content") for span in speech.content]
    source = speech.source
    pronoun = relative_pronoun(doc[speech.cue_head])
    if pronoun is not None:
        source = pronoun.i, pronoun.i + 1
    if source is not None:
        labelled.append((*_characters(doc, _with_ending(doc, source, speech.cue)), "source"))
    return labelled


def _with_ending(doc: Doc, source: Range, cue: Range) -> Range:
    """The set counts a possessive's "'s" and the comma that closes an apposition before the cue as the source's."""
    start, end = source
    if end < len(doc) and doc[end].dep_ == "case":
        return start, end + 1
    closes = end < len(doc) and doc[end].text == "," and end + 1 == cue[0]
    if closes and any(word.text == "," for word in doc[start:end]):
        return start, end + 1
    return source


def _characters(doc: Doc, span: Range) -> tuple[int, int]:
    last = doc[span[1] - 1]
    return doc[span[0]].idx, last.idx + len(last)
