"""A verb that hands words to a speaker → who says what: clauses, quotations, infinitives, objects, prepositions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whowhom.coding.attribution_cues import cues
from whowhom.coding.attribution_ranges import (
    LOOSE,
    Range,
    around,
    cut,
    hull,
    next_word,
    overlap,
    previous_word,
    sentence_range,
    subtree,
    trim,
)
from whowhom.coding.attribution_reading import Form, Reading
from whowhom.coding.attribution_sources import is_passive, speaker_of, speaker_range, verb_group
from whowhom.coding.quotes import Quotation
from whowhom.coding.speech import Speech

CLAUSES = {"ccomp", "xcomp"}
LONGEST_GAP = 14  # tokens between a cue and the quotation that it opens


@dataclass(frozen=True, slots=True)
class _Cue:
    verb: Token
    names: tuple[str, ...]
    span: Range
    speaker: Token | None
    source: Range | None

    @property
    def unit(self) -> Range:
        """Cue and speaker together, when they stand side by side."""
        return self.span if self.source is None else hull((self.span, self.source))


@dataclass(frozen=True, slots=True)
class _Content:
    form: Form
    kind: str
    ranges: tuple[Range, ...]
    cue: Range


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
    for reader in (_quotation, _clause, _infinitive, _phrase, _object, _passive_subject):
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


def _cue(doc: Doc, verb: Token, names: tuple[str, ...]) -> _Cue:
    span = verb_group(doc, verb)
    speaker = speaker_of(verb)
    source = None if speaker is None else trim(doc, speaker_range(speaker, span))
    if source is not None and source[0] >= source[1]:
        speaker, source = None, None
    return _Cue(verb, names, span, speaker, source)


def _kind(cue: _Cue, form: str) -> str | None:
    return next((kind for name in cue.names if (kind := cues().kind(form, name))), None)


def _reading(doc: Doc, cue: _Cue, content: _Content, quotes: Sequence[Quotation]) -> Reading:
    source = cue.source
    ranges = tuple(
        part for span in content.ranges for part in cut(span, content.cue) if part[0] < part[1]
    )
    if source is not None:
        for span in ranges:
            if overlap(span, source) and content.form != "object":
                ranges = tuple(trim(doc, part) for whole in ranges for part in cut(whole, source))
    ranges = tuple(span for span in ranges if span[0] < span[1])
    words = [index for start, end in ranges for index in range(start, end)]
    quoted = sum(1 for index in words if around(quotes, index)) * 2 > len(words)
    head = None if cue.speaker is None else cue.speaker.i
    speech = Speech(source, head, content.cue, cue.verb.i, ranges, quoted, content.kind)
    return Reading(speech, content.form)


# ------------------------------------------------------------------ quotations


def _quotation(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> _Content | None:
    kind = _kind(cue, "verbs")
    if kind is None:
        return None
    before = _quotation_before(doc, cue, quotes)
    if before is not None:
        ranges = [(_clause_start(cue, before), before.end), *_rest(doc, cue, quotes)]
        return _Content("quote", kind, tuple(ranges), cue.span)
    after = _quotation_after(doc, cue, quotes)
    if after is not None:
        return _Content("quote", kind, ((after.start, after.end),), cue.span)
    return None


def _quotation_before(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> Quotation | None:
    left = previous_word(doc, cue.unit[0], {",", "--", "-", "–", "—"})
    quote = around(quotes, left)
    return quote if quote is not None and quote.end == left + 1 and not quote.open else None


def _clause_start(cue: _Cue, quote: Quotation) -> int:
    """A partial quotation ("The plan is “dead,” he said") takes its clause along."""
    starts = [child.left_edge.i for child in cue.verb.lefts if child.dep_ == "ccomp"]
    inside = [start for start in starts if start < quote.start and quote.start <= cue.verb.i]
    return min([*inside, quote.start])


def _quotation_after(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> Quotation | None:
    right = cue.span[1]
    for quote in quotes:
        if not right <= quote.start <= right + LONGEST_GAP:
            continue
        before = previous_word(doc, quote.start, set())
        opens = before < right or doc[before].text in {":", ","} or doc[before].lower_ == "that"
        gap = doc[right : quote.start]
        if opens and not any(token.pos_ in {"VERB", "AUX"} or token.text in {".", "?", "!"} for token in gap):
            return quote
    return None


def _rest(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> list[Range]:
    """What goes on after a cue in the middle: '“…,” he said, “…”' or '…, he said, because …'."""
    right = max(cue.unit[1], cue.span[1])
    end = sentence_range(cue.verb)[1]
    following = next_word(doc, right, {","})
    if following >= end or following == right:
        return []
    quote = next((quote for quote in quotes if quote.start == following), None)
    if quote is not None:
        return [(quote.start, quote.end)]
    if doc[following].tag_ in {"VBG", "VBN", "RB", "WP", "WDT", "WRB"} or doc[following].pos_ == "PROPN":
        return []
    conjoined = [child.left_edge.i for child in cue.verb.rights if child.dep_ == "conj"]
    if doc[following].dep_ in {"cc", "appos"} and conjoined:
        return []
    return [_quoted_end(trim(doc, (following, end)), quotes)]


def _quoted_end(span: Range, quotes: Sequence[Quotation]) -> Range:
    """A content that runs into a quotation ends where the quotation ends."""
    for quote in quotes:
        if span[0] <= quote.start < span[1] or (quote.start == span[0] and span[1] <= quote.end):
            span = span[0], max(span[1], quote.end)
    return span


# ------------------------------------------------------------------ clauses


def _clause(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> _Content | None:
    kind = _kind(cue, "verbs")
    if kind is None:
        return None
    for child in cue.verb.rights:
        if child.dep_ == "ccomp" and not _has_to(child) and child.i > cue.verb.i:
            return _Content("clause", kind, (_right_clause(doc, cue, child, quotes),), cue.span)
    parenthetical = _parenthetical(doc, cue)
    if parenthetical is None:
        return None
    ranges = [trim(doc, parenthetical), *_rest(doc, cue, quotes)]
    return _Content("clause", kind, tuple(ranges), cue.span)


def _has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def _right_clause(doc: Doc, cue: _Cue, clause: Token, quotes: Sequence[Quotation]) -> Range:
    start, end = subtree(clause)
    start = max(start, cue.span[1])
    if cue.source is not None and cue.source[0] >= cue.span[1] and overlap(cue.source, (start, end)):
        start = cue.source[1]
    return _quoted_end(trim(doc, (start, end)), quotes)


def _parenthetical(doc: Doc, cue: _Cue) -> Range | None:
    """The clause before '…, he said'; None when cue and speaker are not set off."""
    start = sentence_range(cue.verb)[0]
    left = cue.unit[0]
    if cue.source is None or cue.verb.tag_ == "VBG" or left <= start:
        return None
    if cue.source[1] < cue.span[0] - 1 or cue.source[0] > cue.span[1] + 1:
        return None
    if doc[left - 1].text not in LOOSE:
        return None
    clause = next((child for child in cue.verb.lefts if child.dep_ == "ccomp"), None)
    if clause is not None:
        return start, left
    if cue.verb.dep_ in {"parataxis", "ccomp", "dep"} and cue.verb.head.i < cue.verb.i:
        return start, left
    return None


# ------------------------------------------------------------------ infinitives, phrases, objects


def _infinitive(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> _Content | None:
    for child in cue.verb.rights:
        if child.dep_ in CLAUSES and _has_to(child):
            kind = _kind(cue, "to")
            if kind is None:
                return None
            start, end = subtree(child)
            addressee = next((noun for noun in cue.verb.rights if noun.dep_ in {"dobj", "dative"} and noun.i < child.i), None)
            start = min(start, addressee.left_edge.i) if addressee is not None else start
            return _Content("to", kind, (_quoted_end(trim(doc, (max(start, cue.span[1]), end)), quotes),), cue.span)
        if child.dep_ == "xcomp" and child.tag_ == "VBG":
            kind = _kind(cue, "verbs") or _kind(cue, "object")
            if kind is not None:
                return _Content("to", kind, (_quoted_end(trim(doc, subtree(child)), quotes),), cue.span)
    return None


def _phrase(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> _Content | None:
    for child in cue.verb.rights:
        if child.dep_ not in {"prep", "prt", "agent", "advmod"}:
            continue
        kind = next((kind for name in cue.names if (kind := cues().kind("phrases", f"{name} {child.lower_}"))), None)
        objects = [noun for noun in child.children if noun.dep_ in {"pobj", "pcomp"}]
        if kind is None or not objects:
            continue
        span = cue.span[0], child.i + 1
        if child.i > cue.span[1]:
            span = cue.span
        end = max([subtree(objects[0])[1], *(_purpose_end(cue.verb, child))])
        return _Content("phrase", kind, (_quoted_end(trim(doc, (child.i + 1, end)), quotes),), span)
    return None


def _purpose_end(verb: Token, preposition: Token) -> list[int]:
    """"called on X to do Y": the infinitive belongs to what is asked."""
    return [subtree(child)[1] for child in verb.rights if child.dep_ in CLAUSES and child.i > preposition.i]


def _object(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> _Content | None:
    kind = _kind(cue, "object")
    thing = next((child for child in cue.verb.rights if child.dep_ in {"dobj", "ccomp"}), None)
    if kind is None or thing is None or thing.lower_ in {"himself", "herself", "itself", "themselves"}:
        return None
    start, end = subtree(thing)
    for child in cue.verb.rights:
        if child.i >= end and child.dep_ in {"prep", "oprd", "xcomp"} and child.lower_ in {"as", "for", "of", "with", "to"}:
            end = max(end, subtree(child)[1]) if kind in {"describe", "accuse"} or child.lower_ == "as" else end
        elif child.dep_ == "oprd":
            end = max(end, subtree(child)[1])
    return _Content("object", kind, (_quoted_end(trim(doc, (max(start, cue.span[1]), end)), quotes),), cue.span)


def _passive_subject(doc: Doc, cue: _Cue, quotes: Sequence[Quotation]) -> _Content | None:
    """"The attack was condemned by Paris": the subject is the content."""
    kind = _kind(cue, "object")
    subject = next((child for child in cue.verb.lefts if child.dep_ == "nsubjpass"), None)
    if kind is None or subject is None or cue.speaker is None or not is_passive(cue.verb):
        return None
    return _Content("object", kind, (_quoted_end(trim(doc, subtree(subject)), quotes),), cue.span)
