"""The word of an act and the times of its document → when the act was, and the words that say so."""

from __future__ import annotations

from datetime import date
from functools import cache

from spacy.tokens import Doc, Token

from whowhom.coding.acts.clauses import clause_verb, opens_clause, owners, steps_up
from whowhom.coding.mentions.mention import TimeMention
from whowhom.core.date_range import DateRange
from whowhom.core.span import Span
from whowhom.vocab.load import read_toml

@cache
def _background(kind: str) -> frozenset[str]:
    return frozenset(read_toml("time_words.toml")["background"][kind])


def _own_times(doc: Doc, owner: Token, times: tuple[TimeMention, ...]) -> list[TimeMention]:
    """The times that hang on ``owner`` with no other clause between."""
    return [time for time in times if time.head != owner.i and owner.i in set(steps_up(doc[time.head]))]


def _nearest(owner: Token, times: list[TimeMention]) -> TimeMention | None:
    """The resolved time nearest to the act's word; those that are no more than resolved come last."""
    ranked = sorted(times, key=lambda time: (time.when is None, abs(time.head - owner.i)))
    return ranked[0] if ranked else None


def _is_background(trigger: Token) -> bool:
    """True for what came before the news: past perfect, "previously", "in the past"."""
    verb = clause_verb(trigger)
    if verb is None:
        return False
    children = list(verb.children)
    had = any(child.dep_ == "aux" and child.lower_ in ("had", "'d") and child.lemma_ != "would" for child in children)
    adverbs = any(child.lower_ in _background("adverbs") for child in children)
    nouns = any(
        grand.lower_ in _background("nouns") for child in children if child.dep_ == "prep" for grand in child.children
    )
    return had or adverbs or nouns


def _saying_verb(trigger: Token) -> Token | None:
    """The verb whose content clause holds the act."""
    verb = clause_verb(trigger)
    while verb is not None and verb.head.i != verb.i:
        if opens_clause(verb) and verb.dep_ == "ccomp":
            return verb.head
        verb = verb.head
    return None


def event_date(
    doc: Doc, trigger: int, times: tuple[TimeMention, ...], published: date | None, status: str
) -> tuple[DateRange | None, Span | None]:
    """When the act named by token ``trigger`` was, with the words that say it (None: the article's own day).

    A time belongs to the act when it hangs on the act's word or on its verb with no other clause between; a coordinated
    or participial clause shares the time of the first. Without one, what is this article's news takes the day of
    publication (the codebook); background and what still lies ahead stay undated.
    """
    token = doc[trigger]
    sentence = token.sent
    near = tuple(time for time in times if sentence.start <= time.head < sentence.end)
    for owner in owners(token):
        time = _nearest(token, _own_times(doc, owner, near))
        if time is not None:
            return time.when, time.span
    if published is None or status in ("future", "hypothetical") or _is_background(token):
        return None, None
    return DateRange(published, published, "day"), None
