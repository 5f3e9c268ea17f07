"""A verb that hands words to a speaker → who says what, by the first form of complement that the verb has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from whowhom.coding.attribution.clauses import clause_content
from whowhom.coding.attribution.complements import (
    infinitive_content,
    object_content,
    passive_subject_content,
    phrase_content,
)
from whowhom.coding.attribution.cues import cues
from whowhom.coding.attribution.quoted import quotation_content
from whowhom.coding.attribution.quotes import Quotation
from whowhom.coding.attribution.ranges import around, cut, overlap, trim
from whowhom.coding.attribution.reading import Content, Reading, VerbCue
from whowhom.coding.attribution.sources import speaker_of, speaker_range, verb_group
from whowhom.coding.attribution.speech import Speech

READERS = (
    quotation_content,
    clause_content,
    infinitive_content,
    phrase_content,
    object_content,
    passive_subject_content,
)


def read_verb(doc: Doc, verb: Token, quotes: Sequence[Quotation]) -> Reading | None:
    """The speech that ``verb`` introduces, or None when it introduces none."""
    if not verb.tag_.startswith("VB") and verb.pos_ != "VERB":
        return None
    names = tuple(_names(verb))
    if not any(name in table for name in names for table in cues().by_form.values()) and not _has_phrase(verb, names):
        return None
    cue = _cue(doc, verb, names)
    inside = around(quotes, verb.i)
    outer = [quote for quote in quotes if quote is not inside]
    for reader in READERS:
        content = reader(doc, cue, outer)
        if content is not None and content.ranges:
            return _reading(doc, cue, content, outer)
    return None


def _names(verb: Token) -> Iterator[str]:
    """The verb's lemma, with particle or predicative adjective first ("point out", "make clear")."""
    for child in verb.rights:
        if child.dep_ in {"prt", "acomp", "oprd"} or (child.dep_ == "dobj" and child.lower_ == "it"):
            yield f"{verb.lemma_.lower()} {child.lower_}"
    yield verb.lemma_.lower()


def _has_phrase(verb: Token, names: tuple[str, ...]) -> bool:
    phrases = cues().by_form["phrases"]
    return any(f"{name} {child.lower_}" in phrases for name in names for child in verb.rights)


def _cue(doc: Doc, verb: Token, names: tuple[str, ...]) -> VerbCue:
    span = verb_group(doc, verb)
    speaker = speaker_of(verb)
    source = None if speaker is None else trim(doc, speaker_range(speaker, span))
    if source is not None and source[0] >= source[1]:
        speaker, source = None, None
    return VerbCue(verb, names, span, speaker, source)


def _reading(doc: Doc, cue: VerbCue, content: Content, quotes: Sequence[Quotation]) -> Reading:
    ranges = [part for span in content.ranges for part in cut(span, content.cue)]
    source = cue.source
    if source is not None and content.form != "object" and any(overlap(span, source) for span in ranges):
        ranges = [trim(doc, part) for span in ranges for part in cut(span, source)]
    ranges = [span for span in ranges if span[0] < span[1]]
    words = [index for start, end in ranges for index in range(start, end)]
    quoted = sum(1 for index in words if around(quotes, index)) * 2 > len(words)
    head = None if cue.speaker is None else cue.speaker.i
    speech = Speech(source, head, content.cue, cue.verb.i, tuple(ranges), quoted, content.kind)
    return Reading(speech, content.form)
