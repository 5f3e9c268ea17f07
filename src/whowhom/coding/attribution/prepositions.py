"""Cues without a verb of saying ("according to X", "reportedly", "Putin: …") → who says what."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from whowhom.coding.attribution.cues import cues
from whowhom.coding.attribution.quotes import Quotation
from whowhom.coding.attribution.ranges import (
    Range,
    around,
    cut,
    next_word,
    overlap,
    previous_word,
    sentence_range,
    subtree,
    trim,
)
from whowhom.coding.attribution.reading import Reading
from whowhom.coding.attribution.speech import Speech

LONGEST_NAME = 8  # tokens that may stand before or after the colon of a headline
SUBJECTS = {"nsubj", "nsubjpass"}


def read_preposition(doc: Doc, index: int, quotes: Sequence[Quotation]) -> Reading | None:
    """"According to X, …" and "…, according to X"; the content is the clause that the phrase belongs to."""
    phrase = next((words for words in cues().prepositions if _stands(doc, index, words)), None)
    if phrase is None:
        return None
    cue = index, index + len(phrase)
    below = doc[cue[0] : cue[1]].subtree
    speaker = next((token for token in below if token.dep_ == "pobj" and token.i >= cue[1]), None)
    if speaker is None:
        return None
    source = trim(doc, (cue[1], max(subtree(speaker)[1], speaker.i + 1)))
    source = _until_clause(doc, source, speaker)
    content = _clause_beside(doc, cue, source, quotes)
    if content is None:
        return None
    quoted = around(quotes, content[0]) is not None and around(quotes, content[1] - 1) is not None
    ranges = (content, *_after_insertion(doc, source, content))
    return Reading(Speech(source, speaker.i, cue, index, ranges, quoted, "say"), "preposition")


def _after_insertion(doc: Doc, source: Range, content: Range) -> list[Range]:
    """"The king, according to aides, fled": the clause goes on when its verb stands after the speaker."""
    before = doc[content[0] : content[1]]
    complete = any(token.dep_ in SUBJECTS and token.head.i < source[0] for token in before)
    if content[0] >= source[1] or complete:
        return []
    after = trim(doc, (source[1], doc[content[0]].sent.end))
    return [after] if any(token.pos_ in {"VERB", "AUX"} for token in doc[after[0] : after[1]]) else []


def _stands(doc: Doc, index: int, words: tuple[str, ...]) -> bool:
    return all(index + step < len(doc) and doc[index + step].lower_ == word for step, word in enumerate(words))


def _until_clause(doc: Doc, source: Range, speaker: Token) -> Range:
    """A parser may hang the main clause on the speaker; the first comma before a finite verb ends the name."""
    for position in range(speaker.i + 1, source[1]):
        if doc[position].text != ",":
            continue
        relative = doc[next_word(doc, position, {","})].tag_ in {"WP", "WDT"}
        if not relative and any(token.dep_ in SUBJECTS for token in doc[position : source[1]]):
            return source[0], position
    return source


def _clause_beside(doc: Doc, cue: Range, source: Range, quotes: Sequence[Quotation]) -> Range | None:
    start, end = sentence_range(doc[cue[0]])
    before = previous_word(doc, cue[0], {","})
    if before < start or doc[before].text in {";", ":"} or doc[before].lower_ in {"but", "and"}:
        after = trim(doc, (source[1], end))
        return _with_quotes(after, quotes) if after[0] < after[1] else None
    quote = around(quotes, before)
    if quote is not None and quote.end == before + 1:
        start = min(start, quote.start)
    span = trim(doc, (_own_clause_start(doc, cue, start), cue[0]), keep_end=quote is not None)
    return span if span[0] < span[1] else None


def _own_clause_start(doc: Doc, cue: Range, start: int) -> int:
    """The last semicolon before the cue, or the start of the sentence."""
    return max([start, *(position + 1 for position in range(start, cue[0]) if doc[position].text == ";")])


def _with_quotes(span: Range, quotes: Sequence[Quotation]) -> Range:
    for quote in quotes:
        if span[0] <= quote.start < span[1]:
            span = span[0], max(span[1], quote.end)
    return span


def read_adverb(doc: Doc, token: Token) -> Reading | None:
    """"reportedly", "allegedly": the clause rests on the word of nobody named."""
    if token.lower_ not in cues().nobody_adverbs or token.dep_ != "advmod":
        return None
    parts = (trim(doc, part) for part in cut(_modified_clause(token), (token.i, token.i + 1)))
    content = tuple(part for part in parts if part[0] < part[1])
    return Reading(Speech(None, None, (token.i, token.i + 1), token.i, content, False, "report"), "nobody")


def _modified_clause(adverb: Token) -> Range:
    """What the adverb casts doubt on: its verb with subject and complements, but no second verb beside it."""
    head = adverb.head
    if head.pos_ not in {"VERB", "AUX"}:
        return subtree(head)
    left = [child.left_edge.i for child in head.lefts if child.dep_ in SUBJECTS or child.dep_ == "aux"]
    right = [child.right_edge.i + 1 for child in head.rights if child.dep_ not in {"conj", "cc"}]
    return min([head.i, adverb.i, *left]), max([head.i + 1, *right])


def read_passive_report(doc: Doc, verb: Token) -> Reading | None:
    """"is said to have fled", "it is believed that …": no speaker, the clause with its subject is the content."""
    if verb.lemma_.lower() not in cues().nobody_passives:
        return None
    children = list(verb.children)
    if not any(child.dep_ == "auxpass" for child in children) or any(child.dep_ == "agent" for child in children):
        return None
    clause = next((child for child in verb.rights if child.dep_ in {"xcomp", "ccomp"}), None)
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubjpass", "nsubj"}), None)
    if clause is None or subject is None:
        return None
    ranges = [subtree(subject)] if subject.lower_ not in {"it", "there"} else []
    ranges.append(subtree(clause))
    auxiliaries = [child.i for child in children if child.dep_ in {"aux", "auxpass", "neg"} and child.i < verb.i]
    cue = min([verb.i, *auxiliaries]), verb.i + 1
    content = tuple(trim(doc, span) for span in ranges if not overlap(span, cue))
    return Reading(Speech(None, None, cue, verb.i, content, False, "report"), "nobody")


def read_headline(doc: Doc, token: Token) -> Reading | None:
    """"Putin: We will not leave" and "Ceasefire is near: minister", in a sentence without a cue of its own."""
    if token.text != ":":
        return None
    start, end = sentence_range(token)
    before, after = trim(doc, (start, token.i)), trim(doc, (token.i + 1, end))
    colons = sum(1 for word in doc[start:end] if word.text == ":")
    if before[0] >= before[1] or after[0] >= after[1] or colons > 1:
        return None
    if _names_speaker(doc, before, first=True):
        source, content = before, after
    elif _names_speaker(doc, after, first=False):
        source, content = after, before
    else:
        return None
    return Reading(Speech(source, source[1] - 1, (token.i, token.i + 1), token.i, (content,), False, "say"), "headline")


def _names_speaker(doc: Doc, span: Range, first: bool) -> bool:
    words = doc[span[0] : span[1]]
    if len(words) > LONGEST_NAME or any(word.pos_ in {"VERB", "AUX"} and word.ent_type_ == "" for word in words):
        return False
    last = words[-1]
    if last.lower_ in cues().headline_speakers:
        return True
    person = any(word.ent_type_ == "PERSON" for word in words)
    return person and (all(word.pos_ in {"PROPN", "NOUN", "ADJ", "PUNCT"} for word in words))
