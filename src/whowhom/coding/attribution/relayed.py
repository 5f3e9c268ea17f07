"""Speech at second hand ("the agency, quoting the ministry, reported", "quoted by X as saying") → both speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from whowhom.coding.attribution.cues import cues
from whowhom.coding.attribution.ranges import Range, subtree, trim
from whowhom.coding.attribution.reading import Reading
from whowhom.coding.attribution.speech import Speech

TELLING = {"clause", "quote", "preposition"}


def relayed(doc: Doc, readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """``readings`` in which quoting somebody hands the words to that somebody, right after the one who quotes."""
    result: list[Reading] = list(readings)
    for reading in readings:
        quoting = doc[reading.speech.cue_head]
        if quoting.lemma_.lower() not in cues().second_hand or reading.form != "object":
            continue
        saying = _as_saying(quoting)
        if saying is not None:
            _hand_over(doc, result, reading, quoting, saying)
        elif quoting.tag_ == "VBG":
            _add_quoted(doc, result, reading, quoting)
    return tuple(result)


def _as_saying(quoting: Token) -> Token | None:
    for child in quoting.rights:
        if child.dep_ == "prep" and child.lower_ == "as":
            return next((verb for verb in child.children if verb.dep_ == "pcomp"), None)
        if child.dep_ == "dobj":
            for inner in child.rights:
                if inner.dep_ == "prep" and inner.lower_ == "as":
                    return next((verb for verb in inner.children if verb.dep_ == "pcomp"), None)
    return None


def _hand_over(doc: Doc, result: list[Reading], reading: Reading, quoting: Token, saying: Token) -> None:
    """"X quoted Y as saying Z": X's content is all of it, Z is Y's."""
    quoted = next((child for child in quoting.children if child.dep_ in {"dobj", "nsubjpass"}), None)
    if quoted is None:
        return
    end = subtree(saying)[0]
    source = trim(doc, (quoted.left_edge.i, quoted.right_edge.i + 1))
    if source[0] <= saying.i < source[1]:
        source = trim(doc, (source[0], end - 1))
    outer = tuple(dict.fromkeys((source, subtree(saying))))
    position = result.index(reading)
    result[position] = replace(reading, speech=replace(reading.speech, content=outer))
    for index, other in enumerate(result):
        if other.speech.cue_head == saying.i:
            result[index] = replace(other, speech=replace(other.speech, source=source, source_head=quoted.i))


def _add_quoted(doc: Doc, result: list[Reading], reading: Reading, quoting: Token) -> None:
    """"…, Z reported, citing Y": what Z reported is Y's word in turn."""
    named = next((child for child in quoting.rights if child.dep_ == "dobj"), None)
    if named is None:
        return
    governing = _governing(doc, result, quoting)
    content = governing.speech.content if governing is not None else _main_clause(doc, quoting)
    if not content:
        return
    source = trim(doc, subtree(named))
    speech = Speech(source, named.i, reading.speech.cue, quoting.i, content, False, reading.speech.kind)
    result.remove(reading)
    place = result.index(governing) + 1 if governing is not None else len(result)
    result.insert(place, Reading(speech, "relayed"))


def _governing(doc: Doc, readings: Sequence[Reading], quoting: Token) -> Reading | None:
    above = {ancestor.i for ancestor in quoting.ancestors}
    sentence = quoting.sent
    inside = [r for r in readings if r.form in TELLING and sentence.start <= r.speech.cue_head < sentence.end]
    direct = [r for r in inside if r.speech.cue_head in above]
    return next(iter(direct or inside), None)


def _main_clause(doc: Doc, quoting: Token) -> tuple[Range, ...]:
    span = trim(doc, (quoting.sent.start, quoting.left_edge.i))
    return (span,) if span[0] < span[1] else ()
