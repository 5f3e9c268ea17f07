"""Mentions → the same mentions, where all the names that one organisation has in the text are its fullest one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from whowhom.coding.mentions.actors.cells import Cell
from whowhom.coding.mentions.actors.lexicon import actor_lexicon
from whowhom.coding.mentions.actors.mentions import text_of
from whowhom.coding.mentions.actors.words import key_of
from whowhom.coding.mentions.mention import ActorMention
from whowhom.core.actor import Actor

# Rows of these sectors hold the names of one body; those of parties, firms and newspapers list several.
_ONE_BODY = frozenset({"REB", "IGO", "OPP"})


def one_name_each(doc: Doc, cells: Iterable[Cell], mentions: Iterable[ActorMention]) -> list[ActorMention]:
    """"ISIS", "IS" and "Islamic State" of one row of the table get the fullest name that occurs, wherever it stands."""
    fullest: dict[str, str] = {}
    for cell in cells:
        entry = cell.of("organisation")
        if entry is not None and entry.sector in _ONE_BODY and not cell.of("role"):
            written = _plain(text_of(doc, cell.start, cell.end))
            if _fullness(written) > _fullness(fullest.get(entry.name, "")):
                fullest[entry.name] = written
    return [_renamed(mention, fullest) for mention in mentions]


def _plain(name: str) -> str:
    return name[4:] if name.lower().startswith("the ") else name


def _fullness(name: str) -> tuple[int, int]:
    """Words written with a capital count before length, so that "world body" is no fuller than "UN"."""
    capitals = sum(word[:1].isupper() for word in name.split())
    return (capitals, len(name))


def _renamed(mention: ActorMention, fullest: dict[str, str]) -> ActorMention:
    if mention.kind != "organisation" or len(mention.actors) != 1:
        return mention
    own = mention.actors[0]
    name = fullest.get(_row(own) or "")
    return replace(mention, actors=(replace(own, name=name),)) if name else mention


def _row(actor: Actor) -> str | None:
    """The usual name of the organisation that the table has under the actor's name, unless it has several."""
    entries = actor_lexicon().entries.get(key_of(actor.name), ())
    rows = {entry.name for entry in entries if entry.kind == "organisation" and entry.sector in _ONE_BODY}
    return rows.pop() if len(rows) == 1 else None
