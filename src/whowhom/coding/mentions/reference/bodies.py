"""A noun for a body ("the group", "the bloc", "the ministry") → the one named before, or one made for its country."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.reference.discourse import PLURAL_TAGS, Antecedent, Discourse
from whowhom.coding.mentions.reference.local_country import NO_STATE, embattled_country, local_country
from whowhom.coding.mentions.reference.same_name import plain_words
from whowhom.coding.mentions.reference.words import person_nouns, role_sector, sectors, words
from whowhom.core.actor import Actor

_OFFICE_WINDOW = 8
# A body named in full is remembered for long.
_NAME_WINDOW = 40
_BAND_WINDOW = 8
_STATE_ORGANS = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP"})


def band(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """"The group", "the militants": the armed group or movement that was named last."""
    noun = token.lemma_.lower()
    if noun not in words("bands", "nouns") or token.tag_.startswith("NNP") or _described(token):
        return ()
    fitting = words("bands", "armed_sectors") if noun in words("bands", "armed") else words("bands", "sectors")
    return _organisation(discourse, token, lambda found: found.actors[0].sector in fitting, _BAND_WINDOW) or (
        _organisation(discourse, token, lambda found: found.actors[0].sector not in _STATE_ORGANS, 1)
        if noun not in words("bands", "armed") else ()
    )


def armed_group(discourse: Discourse, token: Token, besides: tuple[Actor, ...]) -> tuple[Actor, ...]:
    """The armed group named last that is none of ``besides``."""
    fitting = words("bands", "armed_sectors")
    return _organisation(
        discourse, token,
        lambda found: found.actors[0].sector in fitting and found.actors[0] not in besides, _BAND_WINDOW,
    )


def _described(token: Token) -> bool:
    """True when a name or an owner before the noun says already which band is meant ("the group's fighters")."""
    return any(
        child.dep_ == "poss" or (child.dep_ in ("compound", "amod", "nmod") and child.text[0].isupper())
        for child in token.children
    )


def _organisation(
    discourse: Discourse, token: Token, fits: Callable[[Antecedent], bool], within: int
) -> tuple[Actor, ...]:
    """The last named organisation that fits, before the noun."""
    for found in discourse.recent(token.i, within):
        named = discourse.mentions[found.index].kind == "organisation" and len(found.actors) == 1
        other = named and (_other_sort(token, found.actors[0]) or _other_name(token, found.actors[0]))
        if named and fits(found) and not other:
            return found.actors
    return ()


def _other_name(token: Token, actor: Actor) -> bool:
    """True when a capitalised word before the noun names another one ("the Green party" after "Labour Party")."""
    modifiers = (child for child in token.children if child.dep_ in ("compound", "amod", "nmod"))
    own = set(plain_words(actor.name))
    return any(child.text[0].isupper() and not set(plain_words(child.text)) <= own for child in modifiers)


def _other_sort(token: Token, actor: Actor) -> bool:
    """True when the name itself says that it is another sort of body: no agency is a Security Council."""
    last = plain_words(actor.name)[-1:]
    sorts = words("unions", "nouns") | set(sectors("bodies")) | set(sectors("organs"))
    noun = token.lemma_.lower()
    if noun in words("unions", "any_sort") and actor.country == "IGO":
        return False
    return bool(last) and last[0] in sorts and noun in sorts and noun not in plain_words(actor.name)


def union(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    if token.lemma_.lower() not in words("unions", "nouns"):
        return ()
    return _same_noun(discourse, token) or _organisation(
        discourse, token, lambda found: found.actors[0].country in ("IGO", "NGO"), _BAND_WINDOW
    )


def body(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    fitting = sectors("bodies").get(token.lemma_.lower())
    if fitting is None:
        return ()
    return _same_noun(discourse, token) or _organisation(
        discourse, token, lambda found: found.actors[0].sector in fitting, _BAND_WINDOW
    )


def _same_noun(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """The last organisation whose name holds the noun: "the council" after "Security Council"."""
    noun = token.lemma_.lower()
    return _organisation(discourse, token, lambda found: noun in plain_words(found.actors[0].name), _NAME_WINDOW)


def organ(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """"The ministry", "the army", "police": the named organ, else one made for the country that is local."""
    listed = sectors("organs").get(token.lemma_.lower()) or sectors("organs").get(token.lower_)
    sector = mention_sector(discourse, token, mention) or (listed[0] if listed else None)
    if sector is None or token.lemma_.lower() in person_nouns():
        return ()
    named = _same_noun(discourse, token) or same_head(discourse, token) or _regime(discourse, token)
    return named or created(discourse, token, mention, sector)


def _regime(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """"The regime": the one that the article names anywhere ("the Assad regime"), else the embattled country's."""
    if token.lemma_.lower() not in words("organ_words", "hostile") or possessor(discourse, token) is not None:
        return ()
    for mention in discourse.mentions:
        same = discourse.doc[mention.head].lemma_ == token.lemma_ and mention.kind == "organisation"
        if same and len(mention.actors) == 1 and mention.actors[0].country:
            return mention.actors
    country = embattled_country(discourse)
    ruling = sectors("organs")[token.lemma_.lower()][0]
    return (Actor(token.text, country, ruling),) if country is not None else ()


def mention_sector(discourse: Discourse, token: Token, mention: ActorMention) -> str | None:
    """The sector that the mention's words up to the noun tell, by the list of role nouns."""
    before = discourse.doc[mention.start : token.i]
    return role_sector((*(word.lower_ for word in before), token.lemma_.lower()))


def same_head(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """The actor of known country whom the same noun named before: "the opposition" after "the Syrian opposition"."""
    if any(child.dep_ == "poss" and child.pos_ != "PRON" for child in token.children):
        return ()
    if possessor(discourse, token) is not None:
        return ()
    for found in discourse.recent(token.i, _OFFICE_WINDOW):
        same = discourse.doc[found.token].lemma_ == token.lemma_ and len(found.actors) == 1
        same = same and not _other_name(token, found.actors[0])
        if same and found.actors[0].country and discourse.mentions[found.index].kind in ("role", "group"):
            return found.actors
    return ()


def created(discourse: Discourse, token: Token, mention: ActorMention, sector: str | None) -> tuple[Actor, ...]:
    """An actor for the noun itself, with the country of its owner or of the surroundings; one for each owner."""
    whole = headed(discourse, token)
    owner = possessor(discourse, token) or whole
    countries = _countries(discourse, token, owner)
    if mention.actors and mention.actors[0] in discourse.roles:
        # A named person whom an apposition tied to the noun.
        return mention.actors
    if mention.actors:
        actor = mention.actors[0]
        country = actor.country or countries[0]
        return (replace(actor, country=country, sector=actor.sector or sector),)
    name = bare_text(discourse, token, mention) + (f" of {whole.actors[0].name}" if whole is not None else "")
    known = [country for country in countries if country is not None or owner is not None or _elsewhere(token)]
    return tuple(Actor(name, country, _served(country, sector)) for country in dict.fromkeys(known))


def _served(country: str | None, sector: str | None) -> str | None:
    """Officials of an international body are that body's, not a government's."""
    return country if country in NO_STATE and sector in (None, "GOV") else sector


def _countries(discourse: Discourse, token: Token, owner: Antecedent | None) -> list[str | None]:
    if _elsewhere(token):
        return [None]
    return [actor.country for actor in owner.actors] if owner else [local_country(discourse, token, clear=False)]


def _elsewhere(token: Token) -> bool:
    """True for nouns of people and states that are of no country in particular, whoever has them."""
    noun = token.lemma_.lower()
    abroad = words("people", "outside") if token.tag_ in PLURAL_TAGS else frozenset()
    stateless = words("people", "stateless") - set(sectors("offices")) - set(sectors("organs"))
    return noun in abroad or (noun in stateless and _placeless(token))


def _placeless(token: Token) -> bool:
    """True without an owner before the noun: "the international community", not "its community"."""
    return not any(child.dep_ == "poss" for child in token.children)


def bare_text(discourse: Discourse, token: Token, mention: ActorMention) -> str:
    """The mention's words as written, from after the article and a "country's" that they begin with."""
    start, end = mention.start, mention.end
    for inner in discourse.doc[start:token.i]:
        if inner.tag_ == "POS" and inner.head.lemma_.lower() in words("states", "nouns"):
            start = inner.i + 1
    while start < token.i and (discourse.doc[start].pos_ in ("DET", "PRON") or discourse.doc[start].is_punct):
        start += 1
    return " ".join(discourse.doc[start:end].text.split()) or token.text


def headed(discourse: Discourse, token: Token) -> Antecedent | None:
    """The organisation in "the head of the agency", when it is no part of the mention itself."""
    own = discourse.covering.get(token.i)
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            inside = [inner for inner in child.children if inner.dep_ == "pobj"]
            found = discourse.at(inside[0]) if inside and discourse.covering.get(inside[0].i) != own else None
            if found is not None and found.nature == "organisation":
                return found
    return None


def owner_country(discourse: Discourse, token: Token) -> str | None:
    """The country of a possessor that is resolved already: "its army", "their government"."""
    owner = possessor(discourse, token)
    return owner.actors[0].country if owner is not None and len(owner.actors) == 1 else None


def possessor(discourse: Discourse, token: Token) -> Antecedent | None:
    """Whose it is, when that is a resolved mention of its own ("its", "Peru's")."""
    own = discourse.covering.get(token.i)
    for child in token.children:
        if child.dep_ == "poss":
            if child.tag_ == "WP$":
                return _whose(discourse, child)
            return discourse.at(child) if discourse.covering.get(child.i) != own else discourse.bearer(child)
    return None


def _whose(discourse: Discourse, token: Token) -> Antecedent | None:
    verb = next((above for above in token.ancestors if above.dep_ == "relcl"), None)
    return discourse.at(verb.head) if verb is not None else None
