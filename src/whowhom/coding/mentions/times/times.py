"""Parsed document and day of publication → the times it names, as ranges of days."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.mention import TimeMention
from whowhom.coding.mentions.times.calendar_ranges import Tense, Value
from whowhom.coding.mentions.times.expressions import Expression, expressions, resolved
from whowhom.coding.mentions.times.readings import Setting
from whowhom.coding.mentions.times.words import time_words
from whowhom.core.date_range import DateRange
from whowhom.core.span import Span

_VERB_TAGS: dict[str, Tense] = {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present", "VBG": "present"}
_FARTHEST_HEAD = 6
# How many times back "a day later" may look.
_REMEMBERED = 12


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above ``token``; None where no verb governs it, as in a heading."""
    for head in [token, *token.ancestors][: _FARTHEST_HEAD + 1]:
        if head.pos_ in ("VERB", "AUX"):
            return head
    return None


def verb_tense(verb: Token) -> Tense:
    """Whether the act of a verb lies before, at or after the report, by its auxiliaries and by what governs it."""
    words = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if words & time_words("future", "auxiliaries"):
        return "future"
    if "to" in words or (verb.tag_ == "VB" and verb.dep_ in ("xcomp", "advcl")):
        return _infinitive_tense(verb)
    if any(child.tag_ in ("VBD", "VBZ", "VBP") for child in verb.children if child.dep_ in ("aux", "auxpass")):
        return _composed_tense(verb)
    if verb.tag_ == "VBG" and verb.head.i != verb.i and verb.dep_ in ("pcomp", "advcl", "acl", "xcomp", "prep"):
        above = governing_verb(verb.head)
        return verb_tense(above) if above is not None else "none"
    return _VERB_TAGS.get(verb.tag_, "none")


def _composed_tense(verb: Token) -> Tense:
    """ "was told", "has visited" are past, "is visiting", "are held" present."""
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass") and (child.tag_ == "VBD" or child.lemma_ == "have"):
            return "past"
    return "present"


def _infinitive_tense(verb: Token) -> Tense:
    """ "is to meet", "plans to meet" lie ahead; "managed to meet" has the tense of its governor."""
    head = verb.head
    if head.i == verb.i or head.lemma_ in ("be", *time_words("future", "governing"), *time_words("future", "lemmas")):
        return "future"
    above = governing_verb(head)
    if above is None or above.i == verb.i:
        return "future"
    return verb_tense(above) if verb.dep_ == "xcomp" else "none"


def _tense(token: Token) -> Tense:
    """Whether a time lies before or after the report, by the words that govern it."""
    for head in [token, *token.ancestors][: _FARTHEST_HEAD + 1]:
        ahead = head.lemma_.lower() in time_words("future", "lemmas")
        if ahead and head.lemma_ not in time_words("future", "governing"):
            return "future"
        if head.pos_ in ("VERB", "AUX"):
            return verb_tense(head)
    return "past"


def _since(doc: Doc, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_ == "since"


def _until_publication(value: Value, published: date | None) -> Value:
    if value.when is None or published is None or published < value.when.start:
        return value
    return Value(DateRange(value.when.start, published, value.when.precision), value.iso)


def _elapses(doc: Doc, start: int) -> bool:
    """True for "earlier this year", "so far this month"."""
    return start > 0 and doc[start - 1].lower_ in time_words("temporal", "elapsed")


def _mention(doc: Doc, expression: Expression, published: date | None, before: list[TimeMention]) -> TimeMention | None:
    tokens = doc.char_span(expression.start, expression.end, alignment_mode="expand")
    if tokens is None:
        return None
    said = [mention.when for mention in before if mention.when is not None]
    short = [when for when in said if (when.end - when.start).days < 7]
    setting = Setting(
        published,
        _tense(tokens.root),
        short[-1] if short else None,
        said[-1] if said else None,
        _elapses(doc, tokens.start),
    )
    value = resolved(expression, setting)
    if _since(doc, tokens.start):
        value = _until_publication(value, published)
    span = Span(expression.start, expression.end)
    return TimeMention(tokens.start, tokens.end, tokens.root.i, span, value.when, value.iso)


def times(doc: Doc, published: date | None) -> tuple[TimeMention, ...]:
    """The times named in ``doc``, in order, resolved against the day of publication.

    A bare weekday is the last one up to that day, or the next one where its verb lies ahead; a date without year the
    nearest by tense; "last week" the Monday to Sunday before. Without ``published`` relative times stay unresolved.
    """
    found: list[TimeMention] = []
    for expression in expressions(doc.text):
        mention = _mention(doc, expression, published, found[-_REMEMBERED:])
        if mention is not None:
            found.append(mention)
    return tuple(found)
