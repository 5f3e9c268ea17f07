"""An act in its sentence → the shortest words that prove it, verbatim."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.clauses import verb_above
from whowhom.core.claim import Quote
from whowhom.core.span import Span

# Longer clauses are cut around the word that names the act: readers want the proof, not the paragraph.
_LONGEST = 45
_BEFORE, _AFTER = 20, 25
_QUOTATION_MARKS = "\"“”‘’'"


def quote(doc: Doc, start: int, end: int) -> Quote:
    """The words from token ``start`` to ``end`` (half-open), without white space at the ends."""
    while start < end and doc[start].is_space:
        start += 1
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    return Quote(span, doc[start:end].text)  # not doc.text: spaCy builds that anew at each call


def evidence(doc: Doc, act: Act) -> Quote:
    """The clause that tells the act, without conjunctions and commas at its ends, at most 45 tokens around its word."""
    start, end = _clause(act)
    if end - start > _LONGEST:
        start, end = max(start, act.token.i - _BEFORE), min(end, act.token.i + _AFTER)
    while start < act.token.i and (_is_comma(doc[start]) or doc[start].dep_ == "mark"):
        start += 1
    while end - 1 > act.token.i and _is_comma(doc[end - 1]):
        end -= 1
    return quote(doc, start, end)


def _clause(act: Act) -> tuple[int, int]:
    """The token range of the verb's phrase that holds the act, inside its sentence."""
    head = verb_above(act.clause_head)
    sentence = act.token.sent
    return max(head.left_edge.i, sentence.start), min(head.right_edge.i + 1, sentence.end)


def _is_comma(token: Token) -> bool:
    return token.is_punct and token.text not in _QUOTATION_MARKS
