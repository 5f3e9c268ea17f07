"""Role nouns ("the minister", "the group", "the country") and unnamed groups → whom they stand for."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.reference.belligerents import are_belligerents, belligerents
from whowhom.coding.mentions.reference.bodies import (
    armed_group,
    band,
    bare_text,
    body,
    created,
    mention_sector,
    organ,
    owner_country,
    possessor,
    same_head,
    union,
)
from whowhom.coding.mentions.reference.clauses import governing_verb, subject_of
from whowhom.coding.mentions.reference.discourse import PLURAL_TAGS, Discourse, coordinated
from whowhom.coding.mentions.reference.local_country import (
    embattled_country,
    local_country,
    own_country,
    place_said,
    state_named,
)
from whowhom.coding.mentions.reference.offices import counterpart, holder, named_beside, office, topic
from whowhom.coding.mentions.reference.party_nouns import resolve_one_of_two, resolve_set, set_size
from whowhom.coding.mentions.reference.words import sectors, words
from whowhom.core.actor import Actor


def resolve_role(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    """Whom the role noun of mention ``index`` stands for."""
    mention = discourse.mentions[index]
    token = discourse.doc[mention.head]
    noun = token.lemma_.lower()
    named = named_beside(discourse, token)
    if named:
        return named
    if token.lower_ in words("sets", "first_words") | words("sets", "second_words"):
        return resolve_one_of_two(discourse, token)
    if any(child.dep_ == "cc" and child.i < token.i for child in token.subtree if mention.start <= child.i):
        # "Both Russian and Turkish forces" names its parties itself.
        return mention.actors
    if len(mention.actors) > 1:
        return tuple(actor for several in mention.actors for actor in holder(discourse, token, several) or (several,))
    if are_belligerents(token) and not _placed(mention):
        fighting = belligerents(discourse, token)
        if fighting:
            return fighting
    size = set_size(token, discourse.doc[mention.start : mention.end].text)
    if size is not None and (size or not _placed(mention)):
        found = resolve_set(discourse, token, size)
        if found:
            return found
    if size is not None or token.tag_ in PLURAL_TAGS:
        return _several(discourse, token, mention)
    if noun in words("counterparts", "nouns"):
        return counterpart(discourse, token, mention)
    return _single(discourse, token, noun, mention)


def resolve_group(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    """The group with the country of its owner or of the place, when the words give it none."""
    mention = discourse.mentions[index]
    if are_belligerents(discourse.doc[mention.head]) and not _placed(mention):
        fighting = belligerents(discourse, discourse.doc[mention.head])
        if fighting:
            return fighting
    if len(mention.actors) != 1 or mention.actors[0].country:
        return mention.actors
    token = discourse.doc[mention.head]
    if token.lemma_.lower() in words("people", "stateless"):
        return mention.actors
    definite = any(child.dep_ == "det" and child.lower_ in words("sets", "definite_words") for child in token.children)
    earlier = same_head(discourse, token) if definite else ()
    if earlier:
        return earlier
    return _local(discourse, token, mention)


def _local(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """What the mention's words name, with the country of its owner or, where that is clear, of its surroundings."""
    country = owner_country(discourse, token)
    if country is None and not _from_elsewhere(token):
        country = _surroundings(discourse, token, mention)
    return tuple(replace(actor, country=actor.country or country) for actor in mention.actors)


def _from_elsewhere(token: Token) -> bool:
    """True when the words put them elsewhere, though in no known country ("Western forces", "an ISAF soldier")."""
    counted = _counted(token)
    modifiers = [child for child in counted.children if child.dep_ in ("amod", "compound", "nmod")]
    inner = [token for child in modifiers for token in child.subtree]
    named = any(word.text[0].isupper() and not word.is_sent_start and not _helped(word) for word in inner)
    return named or any(child.lower_ in words("people", "regional") for child in modifiers)


def _counted(token: Token) -> Token:
    """The people in "hundreds of people"."""
    counts = token.lemma_.lower() in words("people", "counts")
    of_phrases = (child for child in token.children if child.lower_ == "of")
    inside = (inner for phrase in of_phrases for inner in phrase.children if inner.dep_ == "pobj")
    return next(inside, token) if counts else token


def _helped(word: Token) -> bool:
    """"US-backed": who helps says nothing of where the helped are."""
    hyphened = word.i + 2 < len(word.doc) and word.nbor(1).text == "-" and not word.whitespace_
    return hyphened and word.nbor(2).lower_ in words("people", "helped")


def _surroundings(discourse: Discourse, token: Token, mention: ActorMention) -> str | None:
    """Rebels often are of another country than the one that speaks of them."""
    rebels = any(actor.sector in words("bands", "armed_sectors") for actor in mention.actors)
    if not rebels:
        return local_country(discourse, token)
    return place_said(discourse, token) or own_country(discourse, token) or embattled_country(discourse)


def _single(discourse: Discourse, token: Token, noun: str, mention: ActorMention) -> tuple[Actor, ...]:
    if noun in words("sets", "other_words") or _has_other(token):
        return _other_side(discourse, token)
    bare = not any(child.dep_ in ("det", "poss", "predet") for child in token.children)
    if bare and token.dep_ == "pobj" and token.head.lower_ in words("titles", "sought"):
        # "To run for president" speaks of the office.
        return ()
    if bare and not token.text[0].isupper() and noun not in sectors("organs") and noun not in sectors("offices"):
        # A mass noun such as "by force" names nobody.
        return mention.actors
    if _placed(mention):
        return holder(discourse, token, mention.actors[0]) or mention.actors
    if noun in words("states", "nouns"):
        return _state(discourse, token)
    for resolve in (office, band, union, body, organ, topic):
        found = resolve(discourse, token, mention)
        if found:
            return found
    sector = mention_sector(discourse, token, mention)
    if sector and not mention.actors:
        mention = replace(mention, actors=(Actor(bare_text(discourse, token, mention), None, sector),))
    return _local(discourse, token, mention)


def _placed(mention: ActorMention) -> bool:
    """True when the mention's own words give a country."""
    return bool(mention.actors) and mention.actors[0].country is not None


def _several(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """Plural nouns that name no set: "the militants" of a group named before, "the authorities", "the officials"."""
    if _placed(mention):
        return mention.actors
    noun = token.lemma_.lower()
    own = _its_members(discourse, token, mention)
    if own:
        return own
    armed = band(discourse, token, mention) if noun in words("bands", "armed") else ()
    armed = armed or same_head(discourse, token)
    if armed:
        return armed
    listed = sectors("organs").get(noun) or sectors("organs").get(token.lower_) or sectors("offices").get(noun)
    sector = listed[0] if listed else mention_sector(discourse, token, mention)
    if sector or mention.actors or possessor(discourse, token) is not None:
        return created(discourse, token, mention, sector)
    return ()


def _its_members(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """"The group's fighters", "its militants": the armed group itself."""
    if token.lemma_.lower() not in words("bands", "members"):
        return ()
    for child in token.children:
        if child.dep_ == "poss" and child.lemma_.lower() in words("bands", "nouns"):
            verb = governing_verb(token)
            subject = subject_of(verb) if verb is not None else None
            doer = discourse.at(subject) if subject is not None else None
            return armed_group(discourse, child, doer.actors if doer is not None and subject != token else ())
    owner = possessor(discourse, token)
    armed = owner is not None and owner.nature == "organisation" and len(owner.actors) == 1
    return owner.actors if armed and owner and owner.actors[0].sector in words("bands", "armed_sectors") else ()


def _has_other(token: Token) -> bool:
    party = token.lemma_.lower() in words("sets", "party_nouns")
    return party and any(child.lower_ in words("sets", "other_words") for child in token.children)


def _state(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """"The country": the state of the owner, of the subject before, or of the surroundings."""
    if any(child.dep_ == "prep" and child.lower_ == "of" for child in token.children):
        return ()
    for found in discourse.recent(token.i, 1):
        alone = len(coordinated(discourse, discourse.doc[found.token])) < 2
        if found.nature == "state" and len(found.actors) == 1 and alone and not found.weak:
            return found.actors
    country = local_country(discourse, token, clear=False)
    return (state_named(discourse, country),) if country else ()


def _other_side(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """"The other side": the last party in the discourse that is not the one doing the talking or acting."""
    speaker = discourse.speaker(token.i)
    subject = next((found for found in discourse.recent(token.i, 0) if found.subject), None)
    own = speaker or subject
    for found in discourse.recent(token.i, 3):
        other = own is None or found.actors[0].country != own.actors[0].country
        if other and found.nature in ("state", "organisation", "person") and not found.weak:
            return found.actors
    return ()
