"""A parsed document → its topic, so that a match report or a film review gives no events."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from whowhom.vocab.load import read_toml

Topic = Literal["politics", "sport", "entertainment", "other"]
# An article leaves politics when another topic's words are at least this share of its content words, and this many
# times the political ones; or when it is long and has next to none of those. Below the least length who can tell.
_SHARE = 0.03
_TIMES = 3.0
_LEAST_WORDS = 30
_LONG = 120
_LEAST_POLITICAL = 0.02


@cache
def _words(topic: str) -> frozenset[str]:
    return frozenset(read_toml("topics.toml")[topic])


def topic(doc: Doc) -> Topic:
    """The topic by the share of its words among nouns, names, adjectives and verbs; politics unless clearly another."""
    lemmas = [token.lemma_.lower() for token in doc if token.pos_ in ("NOUN", "PROPN", "VERB", "ADJ")]
    if len(lemmas) < _LEAST_WORDS:
        return "politics"
    counts: Counter[str] = Counter()
    for lemma in lemmas:
        for name in ("sport", "entertainment", "politics"):
            counts[name] += lemma in _words(name)
    best: Topic = "sport" if counts["sport"] >= counts["entertainment"] else "entertainment"
    if len(lemmas) >= _LONG and counts["politics"] < _LEAST_POLITICAL * len(lemmas):
        return best if counts[best] >= _SHARE * len(lemmas) else "other"
    return best if counts[best] >= max(_SHARE * len(lemmas), _TIMES * counts["politics"]) else "politics"
