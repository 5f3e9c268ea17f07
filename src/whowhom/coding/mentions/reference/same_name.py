"""Named mentions → the same, with one Actor for everyone: the fullest name, the best known country and sector."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from spacy.tokens import Doc

from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.reference.gender import gender_of
from whowhom.coding.mentions.reference.words import words
from whowhom.core.actor import Actor
from whowhom.vocab.countries import usual_names

_Key = TypeVar("_Key")
STATE_KINDS = frozenset({"state", "capital", "demonym"})


def plain_words(name: str) -> tuple[str, ...]:
    """The name's words, lower case, without diacritics, possessive endings and full stops: "U.N." → ("un",)."""
    stripped = unicodedata.normalize("NFKD", re.sub(r"['’]s\b", "", name)).casefold()
    stripped = "".join(letter for letter in stripped if not unicodedata.combining(letter)).replace(".", "")
    return tuple(re.findall(r"[\w]+", stripped.replace("ı", "i").replace("ø", "o").replace("ł", "l")))


@dataclass(slots=True)
class _Cluster:
    """Mentions of one actor while they are being gathered."""

    members: list[int] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)
    sectors: Counter[tuple[str, str | None]] = field(default_factory=Counter)
    gender: str | None = None
    longest: tuple[str, ...] = ()

    def add(self, index: int, actor: Actor, parts: tuple[str, ...], gender: str | None) -> None:
        self.members.append(index)
        self.names[actor.name] += 1
        if actor.country:
            self.countries[actor.country] += 1
        if actor.sector:
            self.sectors[actor.sector, actor.other_sector] += 1
        self.gender = self.gender or gender
        if len(parts) > len(self.longest):
            self.longest = parts

    def actor(self) -> Actor:
        name = max(self.names, key=lambda text: (len(plain_words(text)), len(text), text))
        country = _commonest(self.countries)
        sector, other = _commonest(self.sectors) or (None, None)
        return Actor(name, country, sector, other)


def _commonest(counts: Counter[_Key]) -> _Key | None:
    return counts.most_common(1)[0][0] if counts else None


@dataclass(frozen=True, slots=True)
class _Entry:
    """One named mention as it is compared: ``parts`` are its words, those of the long form for a defined acronym."""

    index: int
    actor: Actor
    parts: tuple[str, ...]
    gender: str | None


def same_name(doc: Doc, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """Give every mention of one person, organisation or state the same Actor, backwards to the headline too."""
    resolved = list(mentions)
    kinds = _settled_kinds(mentions)
    for kind, same in (("person", _same_person), ("organisation", _same_organisation)):
        for cluster in _clusters(_entries(doc, kinds, kind), same):
            actor = cluster.actor()
            for index in cluster.members:
                resolved[index] = replace(kinds[index], actors=(actor,))
    return _one_name_a_state(doc, resolved)


def _settled_kinds(mentions: Sequence[ActorMention]) -> list[ActorMention]:
    """What was taken for an unknown organisation is a person when a person of that surname is named elsewhere."""
    surnames = {
        parts[-1]
        for mention in mentions
        if mention.kind == "person" and mention.actors and len(parts := plain_words(mention.actors[0].name)) > 1
    }
    settled = []
    for mention in mentions:
        unknown = mention.kind == "organisation" and len(mention.actors) == 1 and mention.actors[0].sector is None
        parts = plain_words(mention.actors[0].name) if unknown else ()
        settled.append(replace(mention, kind="person") if parts and parts[-1] in surnames else mention)
    return settled


def _entries(doc: Doc, mentions: Sequence[ActorMention], kind: str) -> list[_Entry]:
    """The mentions of one kind, longest name first."""
    defined = _defined_acronyms(doc, mentions)
    found = []
    for index, mention in enumerate(mentions):
        if mention.kind == kind and len(mention.actors) == 1:
            actor = mention.actors[0]
            parts = plain_words(actor.name)
            gender = gender_of(doc, mention) if kind == "person" else None
            found.append(_Entry(index, actor, defined.get(parts, parts), gender))
    return sorted(found, key=lambda entry: (-len(entry.parts), entry.index))


def _defined_acronyms(doc: Doc, mentions: Sequence[ActorMention]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Short forms set in parentheses right after the long one: "Syrian Democratic Forces (SDF)"."""
    defined: dict[tuple[str, ...], tuple[str, ...]] = {}
    for long, short in itertools.pairwise(mentions):
        bracketed = long.end < len(doc) and doc[long.end].text == "(" and short.start == long.end + 1
        if bracketed and len(long.actors) == len(short.actors) == 1:
            longer, shorter = plain_words(long.actors[0].name), plain_words(doc[short.start : short.end].text)
            if len(longer) > len(shorter):
                defined[shorter] = longer
    return defined


def _clusters(entries: Sequence[_Entry], same: Callable[[_Entry, _Cluster], int]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    for entry in entries:
        fit = [(same(entry, cluster), _nearness(entry, cluster), cluster) for cluster in clusters]
        fit = [row for row in fit if row[0] > 0]
        cluster = max(fit, key=lambda row: row[:2])[2] if fit else _Cluster()
        if not fit:
            clusters.append(cluster)
        cluster.add(entry.index, entry.actor, entry.parts, entry.gender)
    return clusters


def _nearness(entry: _Entry, cluster: _Cluster) -> int:
    """Higher for a cluster that was named shortly before the entry, lowest for one named only after it."""
    before = [index for index in cluster.members if index < entry.index]
    return max(before) if before else -min(cluster.members)


def _conflict(entry: _Entry, cluster: _Cluster) -> bool:
    """True when country or gender tell both apart."""
    country = _commonest(cluster.countries)
    if entry.actor.country and country and entry.actor.country != country:
        return True
    return bool(entry.gender and cluster.gender and entry.gender != cluster.gender)


def _same_person(entry: _Entry, cluster: _Cluster) -> int:
    """3 for the whole name or the surname, 2 for another part of the name, 1 for a misspelt surname, 0 for another."""
    short, long = _core(entry.parts), _core(cluster.longest)
    if not short or not long or ("jr" in short) != ("jr" in long):
        return 0
    if short == long:
        return 3 if len(short) > 1 or not _conflict(entry, cluster) else 0
    if _conflict(entry, cluster):
        return 0
    if set(short) <= set(long):
        return 3 if short[-1] == long[-1] else 2
    if _nearly(short[-1], long[-1]) and set(short[:-1]) <= set(long):
        return 1
    return 0


def _core(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The name without particles and single initials, unless nothing else is left."""
    core = tuple(part for part in parts if part not in words("names", "particles") and len(part) > 1)
    return core or parts


def _nearly(one: str, other: str) -> bool:
    """True for long words that differ in one letter (changed, added or left out)."""
    if min(len(one), len(other)) < 6 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return left[1:] == right[1:] or left == right[1:] or left[1:] == right


def _same_organisation(entry: _Entry, cluster: _Cluster) -> int:
    """3 for the same words, 2 for an acronym, 1 for the last words of the longer name ("Foreign Ministry"), else 0."""
    short, long = entry.parts, cluster.longest
    if not short or _conflict(entry, cluster):
        return 0
    if short == long:
        return 3
    initials = "".join(part[0] for part in long if part not in words("names", "not_in_acronyms"))
    if len(short) == 1 and 2 <= len(short[0]) <= 7 and short[0] in (initials, "".join(part[0] for part in long)):
        return 2
    return 1 if len(short) < len(long) and long[-len(short) :] == short else 0


def _one_name_a_state(doc: Doc, mentions: list[ActorMention]) -> tuple[ActorMention, ...]:
    """Give every state one name: the usual one if it is in the text, else the fullest there, else its mentions' own."""
    names: dict[str, str] = {}
    for mention in mentions:
        if mention.kind == "state" and len(mention.actors) == 1 and mention.actors[0].country:
            country, name = mention.actors[0].country, _written(doc, mention)
            if _rank(name, country) > _rank(names.get(country, ""), country):
                names[country] = name
    return tuple(_renamed(mention, names) for mention in mentions)


def _rank(name: str, country: str) -> tuple[bool, int]:
    return (name == usual_names().get(country), len(name))


def _written(doc: Doc, mention: ActorMention) -> str:
    """The state's name as the text has it, without article and possessive ending; "" where other words are mixed in."""
    tokens = [token for token in doc[mention.start : mention.end] if token.tag_ != "POS"]
    if tokens and tokens[0].lower_ == "the":
        tokens = tokens[1:]
    mixed = any(token.pos_ not in ("PROPN", "ADP", "DET", "CCONJ", "PART", "PUNCT", "ADJ") for token in tokens)
    mixed = mixed or doc[mention.head].ent_type_ == "NORP"
    text = doc[tokens[0].i : tokens[-1].i + 1].text if tokens and not mixed else ""
    return text if text[:1].isupper() and len(tokens) <= 6 else ""


def _renamed(mention: ActorMention, names: dict[str, str]) -> ActorMention:
    if mention.kind not in STATE_KINDS or len(mention.actors) != 1:
        return mention
    actor = mention.actors[0]
    name = names.get(actor.country or "", "")
    if not name or actor.sector not in (None, "GOV"):
        return mention
    return replace(mention, actors=(Actor(name, actor.country, "GOV"),))
