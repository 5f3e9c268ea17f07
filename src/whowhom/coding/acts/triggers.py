"""Trigger vocabulary → entries by lemma, and the entries that match at a token."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from spacy.tokens import Token

from whowhom.vocab.load import read_toml

FILES = (
    "triggers_by_sector.toml",
    "triggers_cooperation.toml",
    "triggers_verbal_conflict.toml",
    "triggers_material_conflict.toml",
)
# The type of entries for phrases that name no act ("met the criteria", "released a statement").
IDIOM = ""
_WINDOW = 7


@dataclass(frozen=True, slots=True)
class Trigger:
    """One way to name an act; the fields are those of the vocabulary files, which explain them."""

    part: Literal["verb", "noun"]
    words: tuple[str, ...]
    type: str
    mode: str | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    mutual: bool
    object: frozenset[str]
    object_actor: bool
    prep: frozenset[str]
    weak: bool
    needs_support: bool
    status: str | None
    subject_sector: frozenset[str] = frozenset()
    object_sector: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()

    @property
    def specificity(self) -> tuple[int, ...]:
        """Sort key: longer phrases and stricter conditions first."""
        sectors = bool(self.subject_sector) + bool(self.object_sector)
        nouns = (-bool(self.subject), -bool(self.object))
        return (-len(self.words), *nouns, -sectors, -bool(self.prep), -self.object_actor, self.weak)


_ACTOR_SLOTS = {"verb": ("subject",), "noun": ("possessor", "modifier", "between", "by", "of")}
_RECIPIENT_SLOTS = {"verb": ("object",), "noun": ("on", "against", "with", "to")}


def _class_words(names: list[str], classes: Mapping[str, list[str]]) -> frozenset[str]:
    words: set[str] = set()
    for name in names:
        words.update(classes[name[1:]] if name.startswith("@") else [name])
    return frozenset(words)


def _entries(
    part: Literal["verb", "noun"], row: Mapping[str, Any], classes: Mapping[str, list[str]]
) -> Iterator[Trigger]:
    for lemma in row["lemmas"]:
        yield Trigger(
            part=part,
            words=tuple(lemma.lower().replace("-", " - ").split()),
            type=row.get("type", IDIOM),
            mode=row.get("mode"),
            actor=tuple(row.get("actor", _ACTOR_SLOTS[part])),
            recipient=tuple(row.get("recipient", _RECIPIENT_SLOTS[part])),
            mutual=row.get("mutual", False),
            object=_class_words(row.get("object", []), classes),
            object_actor=row.get("object_actor", False),
            prep=frozenset(row.get("prep", [])),
            weak=row.get("weak", False),
            needs_support=row.get("needs_support", False),
            status=row.get("status"),
            subject_sector=frozenset(row.get("subject_sector", [])),
            object_sector=frozenset(row.get("object_sector", [])),
            subject=_class_words(row.get("subject", []), classes),
        )


@cache
def triggers() -> tuple[dict[str, tuple[Trigger, ...]], dict[str, tuple[Trigger, ...]]]:
    """Verb entries by first word and noun entries by last word, the most specific first."""
    verbs: dict[str, list[Trigger]] = {}
    nouns: dict[str, list[Trigger]] = {}
    for name in FILES:
        table = read_toml(name)
        for row in (*table.get("idiom", []), *table.get("verb", [])):
            for entry in _entries("verb", row, table.get("classes", {})):
                verbs.setdefault(entry.words[0], []).append(entry)
        for row in table.get("noun", []):
            for entry in _entries("noun", row, table.get("classes", {})):
                nouns.setdefault(entry.words[-1], []).append(entry)
    return (
        {lemma: tuple(sorted(found, key=lambda entry: entry.specificity)) for lemma, found in verbs.items()},
        {lemma: tuple(sorted(found, key=lambda entry: entry.specificity)) for lemma, found in nouns.items()},
    )


@cache
def support_verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Verbs that lend an event noun their subject as its actor, and those that lend it as its recipient."""
    table = read_toml("triggers_cooperation.toml")["support"]
    return frozenset(table["active"]), frozenset(table["passive"])


def word_forms(token: Token) -> tuple[str, str]:
    """Lemma and lower-case form: a vocabulary word may be either."""
    return token.lemma_.lower(), token.lower_


def words_behind(verb: Token) -> frozenset[str]:
    """Every form within a phrase's reach behind the verb: a quick way to rule phrases out."""
    return frozenset(form for token in verb.doc[verb.i + 1 : verb.i + 1 + _WINDOW] for form in word_forms(token))


def follows(verb: Token, words: tuple[str, ...]) -> tuple[Token, ...] | None:
    """The tokens of ``words`` behind the verb, in order and inside its phrase; None when one is missing."""
    found: list[Token] = []
    doc, start, end = verb.doc, verb.i + 1, min(verb.i + 1 + _WINDOW, verb.sent.end)
    for word in words:
        for index in range(start, end):
            token = doc[index]
            if word in word_forms(token) and _inside(token, verb):
                found.append(token)
                start = index + 1
                break
        else:
            return None
    return tuple(found)


def _inside(token: Token, verb: Token) -> bool:
    """True when the token hangs on the verb without another verb between them; "to" goes with its infinitive."""
    if token.lower_ == "to" and token.dep_ == "aux":
        token = token.head
    for _ in range(4):
        token = token.head
        if token == verb:
            return True
        if token.pos_ in ("VERB", "AUX"):
            return False
    return False


def precedes(noun: Token, words: tuple[str, ...]) -> bool:
    """True when the words stand directly before the noun."""
    first = noun.i - len(words)
    if first < noun.sent.start:
        return False
    return all(word in word_forms(noun.doc[first + offset]) for offset, word in enumerate(words))
