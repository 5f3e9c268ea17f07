"""A parsed document → the mentions of its actors, with country and sector where the words give them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.actors.cells import cells_of
from whowhom.coding.mentions.actors.coding import actor, code_phrase, core_entry, is_weak
from whowhom.coding.mentions.actors.lexicon import Entry, word_set
from whowhom.coding.mentions.actors.links import PhraseLinker, appositions
from whowhom.coding.mentions.actors.mentions import make_mention, text_of
from whowhom.coding.mentions.actors.names import names_of
from whowhom.coding.mentions.actors.phrases import Phrase, PhraseBuilder
from whowhom.coding.mentions.actors.places import bare_names, is_place
from whowhom.coding.mentions.actors.resolution import resolve_actor
from whowhom.coding.mentions.actors.surnames import bare_surnames, with_introductions
from whowhom.coding.mentions.actors.words import POSSESSIVE, fold
from whowhom.coding.mentions.mention import ActorMention, MentionKind
from whowhom.coding.mentions.reference.organisation_names import one_name_each
from whowhom.core.actor import Actor

__all__ = ["actors", "resolve_actor"]


def actors(doc: Doc, published: date | None = None) -> tuple[ActorMention, ...]:
    """All mentions of actors in order of their start; none overlaps another, the longest wins.

    ``published`` chooses between the rows of an organisation or office holder that changed over the years.
    """
    cells = cells_of(doc, published)
    builder = PhraseBuilder(doc, cells, names_of(doc, cells))
    linker = PhraseLinker(doc, builder.build(), builder.at)
    phrases = linker.link()
    mentions = _with_appositions(doc, phrases, [mention_of(doc, phrase) for phrase in phrases])
    found = [mention for mention in mentions if mention is not None]
    found += bare_names(doc, builder.cells, _covered(phrases))
    found += bare_surnames(doc, found)
    found += _pronouns(doc, _covered_by(found))
    return with_introductions(one_name_each(doc, builder.cells, _longest(found)))


def _covered(phrases: list[Phrase]) -> set[int]:
    return {index for phrase in phrases for index in range(phrase.start, phrase.end)}


def _covered_by(mentions: list[ActorMention]) -> set[int]:
    return {index for mention in mentions for index in range(mention.start, mention.end)}


def _longest(mentions: list[ActorMention]) -> list[ActorMention]:
    kept: list[ActorMention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, m.start)):
        if not any(mention.start < other.end and other.start < mention.end for other in kept):
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.start)


def phrase_mention(doc: Doc, phrase: Phrase, kind: MentionKind, found: tuple[Actor, ...]) -> ActorMention:
    """A mention over the whole phrase."""
    return make_mention(doc, phrase.start, phrase.end, kind, found, (phrase.core_start, phrase.core_end))


def mention_of(doc: Doc, phrase: Phrase) -> ActorMention | None:
    """The mention for a phrase, or None when its words say too little to be anyone."""
    if phrase.name is not None or phrase.named is not None:
        return _person(doc, phrase)
    entry = core_entry(phrase)
    if entry is None:
        return None
    if entry.kind == "role":
        return _role(doc, phrase, entry)
    if entry.kind == "demonym":
        return _people(doc, phrase, entry)
    return _organisation(doc, phrase, entry)


def _person(doc: Doc, phrase: Phrase) -> ActorMention | None:
    """The named person with title and office; a name straight after an office has the office's country."""
    country, sector = code_phrase(phrase)[0]
    bearer = phrase.named or phrase
    if bearer.name is None:
        return None
    if phrase.named is not None:
        own_country, own_sector = code_phrase(phrase.named)[0]
        country, sector = country or own_country, sector or own_sector
    written = text_of(doc, bearer.name.start, bearer.name.end)
    return phrase_mention(doc, phrase, "person", (actor(written, (country, sector)),))


def _organisation(doc: Doc, phrase: Phrase, entry: Entry) -> ActorMention | None:
    cell = phrase.cell
    if entry.kind == "place" and cell is not None and (seat := cell.of("seat")) is not None:
        # A town that is a seat of government stands for it, unless it is where something is.
        if is_place(doc, cell):
            return None
        entry = seat
    country, sector = code_phrase(phrase)[0]
    code = (entry.country or country, entry.sector or sector)
    kind: MentionKind = "capital" if entry.kind == "seat" and entry.sector != "LEG" else "organisation"
    written = text_of(doc, phrase.core_start, phrase.core_end)
    return phrase_mention(doc, phrase, kind, (actor(written, code),))


def _people(doc: Doc, phrase: Phrase, entry: Entry) -> ActorMention:
    """"The Israelis" are the state's side; "two Israelis" and "Israelis" are people of that country."""
    one_word = phrase.core_end - phrase.core_start == 1
    bare = phrase.definite and phrase.core_start - phrase.start == 1 and one_word
    if bare:
        return phrase_mention(doc, phrase, "state", (actor(entry.name, (entry.country, entry.sector)),))
    written = _bare_text(doc, phrase)
    return phrase_mention(doc, phrase, "group", (actor(written, (entry.country, "CVL")),))


def _is_association(doc: Doc, phrase: Phrase) -> bool:
    """"Alliance of Democracies", "Union of Concerned Scientists": a capitalised body, not those whom it joins."""
    before = [token for token in doc[phrase.start : phrase.core_start] if token.lower_ != "the"]
    joined = len(before) > 1 and before[0].text[0].isupper() and before[0].ent_type_ == "ORG"
    return joined and any(token.lower_ == "of" for token in before[1:]) and doc[phrase.core_start].text[0].isupper()


def _role(doc: Doc, phrase: Phrase, role: Entry) -> ActorMention | None:
    codes = code_phrase(phrase)
    written = _bare_text(doc, phrase)
    if role.plural and _is_association(doc, phrase):
        code = codes[0] if codes[0][0] is not None else ("NGO", "NGO")
        return phrase_mention(doc, phrase, "organisation", (actor(written, code),))
    if codes[0][0] is not None:
        names = [written] if len(codes) == 1 else _each_name(doc, phrase)
        found = tuple(actor(name, code) for name, code in zip(names, codes, strict=False))
        return phrase_mention(doc, phrase, _owned_kind(phrase, role), found)
    kind = _ownerless_kind(doc, phrase, role)
    sector = codes[0][1]
    if kind == "group" and sector is None:
        return None
    several = role.plural and role.name not in word_set("party_nouns")
    served = sector is not None and is_weak(role) and bool(phrase.owners or phrase.inside) and not role.plural
    named = kind == "group" or served or (several and sector is not None)
    return phrase_mention(doc, phrase, kind, (actor(written, (None, sector)),) if named else ())


def _each_name(doc: Doc, phrase: Phrase) -> list[str]:
    """A name for each owner of a joint phrase: "Russian officials", "foreign ministers of Iran"."""
    noun = text_of(doc, phrase.core_start, phrase.core_end)
    first = phrase.owners[0].start < phrase.core_start
    owners = [text_of(doc, cell.start, cell.end) for cell in phrase.owners]
    return [f"{owner} {noun}" if first else f"{noun} of {owner}" for owner in owners]


def _owned_kind(phrase: Phrase, role: Entry) -> MentionKind:
    if role.noun == "organ" and not role.plural and role.sector != "CVL":
        return "organisation"
    return "role" if phrase.definite and role.noun == "person" and not role.plural else "group"


def _ownerless_kind(doc: Doc, phrase: Phrase, role: Entry) -> MentionKind:
    first = doc[phrase.start]
    indefinite = fold(first.text) in ("a", "an", "some", "many", "several", "another", "any", "no") or first.like_num
    all_sides = fold(first.text) == "all" and role.name in word_set("party_nouns") and role.sector is None
    if phrase.definite or (all_sides and role.plural):
        return "role"
    alone = phrase.start == phrase.core_start
    if role.plural and role.name in word_set("party_nouns") and alone and role.sector is None:
        return "role"
    singular_bare = not role.plural and not indefinite and alone
    return "role" if singular_bare and role.noun != "group" and not _headline_noun(first) else "group"


def _headline_noun(token: Token) -> bool:
    """Mass-like singulars ("police", "opposition") are groups even without an article."""
    return fold(token.text) in ("police",)


def _bare_text(doc: Doc, phrase: Phrase) -> str:
    start = phrase.start
    empty = ("the", "a", "an", POSSESSIVE)
    while start < phrase.core_start and (fold(doc[start].text) in empty or doc[start].is_punct):
        start += 1
    return text_of(doc, start, phrase.end)


def _with_appositions(
    doc: Doc, phrases: list[Phrase], mentions: list[ActorMention | None]
) -> list[ActorMention | None]:
    """A role noun and the name beside it are one actor: each mention gets what both say together."""
    place = {id(phrase): index for index, phrase in enumerate(phrases)}
    joined = list(mentions)
    for index, named in appositions(doc, phrases).items():
        role, name = joined[index], joined[place[id(named)]]
        if role is None or name is None or not name.actors:
            continue
        country, sector = code_phrase(phrases[index])[0]
        own = name.actors[0]
        both = replace(own, country=own.country or country, sector=own.sector or sector)
        joined[index] = replace(role, actors=(both,))
        joined[place[id(named)]] = replace(name, actors=(both,))
    return joined


def _pronouns(doc: Doc, covered: set[int]) -> list[ActorMention]:
    wanted = word_set("pronouns")
    return [
        make_mention(doc, token.i, token.i + 1, "pronoun", ())
        for token in doc
        if token.i not in covered and token.pos_ in ("PRON", "DET") and token.dep_ != "expl" and _pronoun(token, wanted)
    ]


def _pronoun(token: Token, wanted: frozenset[str]) -> bool:
    return fold(token.text) in wanted and not token.text.startswith("U") and token.text != "IT"


