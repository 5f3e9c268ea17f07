"""Role nouns ("the minister", "the group", "the ministry", "his Turkish counterpart") → whom they stand for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Token

from whowhom.coding.mentions.clauses import governing_verb, subject_of
from whowhom.coding.mentions.discourse import Antecedent, Discourse, appositions, noun_words
from whowhom.coding.mentions.gender import gender_of
from whowhom.coding.mentions.local_country import local_country, state_named
from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.party_nouns import resolve_set, set_size
from whowhom.coding.mentions.reference_words import sectors, words
from whowhom.coding.mentions.same_name import plain_words
from whowhom.core.actor import Actor

_OFFICE_WINDOW = 8
_BAND_WINDOW = 5
_STATE_ORGANS = frozenset({"GOV", "MIL", "LEG", "SPY", "JUD", "COP"})


def resolve_role(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    """Whom the role noun of mention ``index`` stands for."""
    mention = discourse.mentions[index]
    token = discourse.doc[mention.head]
    noun = token.lemma_.lower()
    named = _named_in_apposition(discourse, token)
    if named:
        return named
    size = set_size(token, discourse.doc[mention.start : mention.end].text)
    if size is not None and (size or not mention.actors):
        found = resolve_set(discourse, token, size)
        if found:
            return found
    if size is not None:
        return _band(discourse, token, mention) if noun in words("bands", "armed") else ()
    if noun in words("counterparts", "nouns"):
        return _counterpart(discourse, token, mention)
    return _single(discourse, token, noun, mention)


def resolve_group(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    """The group with the country of its owner or of the place, when the words give it none."""
    mention = discourse.mentions[index]
    if len(mention.actors) != 1 or mention.actors[0].country:
        return mention.actors
    token = discourse.doc[mention.head]
    actor = mention.actors[0]
    if token.lemma_.lower() in words("people", "stateless"):
        return mention.actors
    country = _owner(discourse, token) or local_country(discourse, token)
    return (replace(actor, country=country),) if country else mention.actors


def _single(discourse: Discourse, token: Token, noun: str, mention: ActorMention) -> tuple[Actor, ...]:
    if noun in words("sets", "other_words") or _has_other(token):
        return _other_side(discourse, token)
    if mention.actors and mention.actors[0].country:
        return _holder(discourse, token, mention.actors[0]) or mention.actors
    if noun in words("states", "nouns"):
        return _state(discourse, token)
    for resolve in (_office, _band, _union, _body, _organ):
        found = resolve(discourse, token, mention)
        if found:
            return found
    return ()


def _has_other(token: Token) -> bool:
    party = token.lemma_.lower() in words("sets", "party_nouns")
    return party and any(child.lower_ in words("sets", "other_words") for child in token.children)


def _named_in_apposition(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """"His Turkish counterpart, Hakan Fidan": the named person beside the noun."""
    for other in appositions(token):
        found = discourse.at(other)
        if found is not None and discourse.mentions[found.index].kind in ("person", "organisation"):
            return found.actors
    return ()


def _holder(discourse: Discourse, token: Token, office: Actor) -> tuple[Actor, ...]:
    """The named person of that country who was given the same title: "the Turkish president"."""
    wanted = noun_words(token) & (words("titles", "portfolios") | set(" ".join(sectors("offices")).split()))
    if not wanted:
        return ()
    for actor, roles in discourse.roles.items():
        if actor.country == office.country and wanted <= roles and not roles & words("titles", "past"):
            return (actor,)
    return ()


def _office(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """The last person with the title, else with a fitting sector; "the prime minister" of the local country if none."""
    noun = token.lemma_.lower()
    if noun not in sectors("offices"):
        return ()
    titles = noun_words(token)
    gender = gender_of(discourse.doc, mention)
    speaker = discourse.speaker(token.i)

    def fits(found: Antecedent) -> bool:
        own = speaker is not None and found.actors == speaker.actors
        return found.nature == "person" and len(found.actors) == 1 and not own and _agrees(found.gender, gender)

    persons = [found for found in discourse.recent(token.i, _OFFICE_WINDOW) if fits(found)]
    for wanted in (titles, {noun}):
        for found in persons:
            if wanted <= discourse.roles.get(found.actors[0], frozenset()):
                return found.actors
    for actor, roles in discourse.roles.items():
        if titles <= roles and len(titles) > 1:
            return (actor,)
    fitting = sectors("offices")[noun]
    near = [found for found in persons if discourse.sentences[token.i] - found.sentence <= 2]
    for found in near:
        untitled = not discourse.roles.get(found.actors[0])
        if found.actors[0].sector in fitting and (untitled or noun in ("leader", "official", "politician")):
            return found.actors
    if noun in ("man", "woman") or not fitting:
        return near[0].actors if near and noun not in ("head", "chief") else ()
    return _created(discourse, token, mention, fitting[0])


def _agrees(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _band(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """"The group", "the militants": the armed group or movement that was named last."""
    noun = token.lemma_.lower()
    if noun not in words("bands", "nouns"):
        return ()
    fitting = words("bands", "armed_sectors") if noun in words("bands", "armed") else words("bands", "sectors")
    return _organisation(discourse, token, lambda found: found.actors[0].sector in fitting, _BAND_WINDOW) or (
        _organisation(discourse, token, lambda found: found.actors[0].sector not in _STATE_ORGANS, 1)
        if noun not in words("bands", "armed") else ()
    )


def _organisation(
    discourse: Discourse, token: Token, fits: Callable[[Antecedent], bool], within: int
) -> tuple[Actor, ...]:
    """The last named organisation that fits, before the noun."""
    for found in discourse.recent(token.i, within):
        if discourse.mentions[found.index].kind == "organisation" and len(found.actors) == 1 and fits(found):
            return found.actors
    return ()


def _union(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    if token.lemma_.lower() not in words("unions", "nouns"):
        return ()
    return _same_noun(discourse, token) or _organisation(
        discourse, token, lambda found: found.actors[0].country in ("IGO", "NGO"), _BAND_WINDOW
    )


def _body(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    fitting = sectors("bodies").get(token.lemma_.lower())
    if fitting is None:
        return ()
    return _same_noun(discourse, token) or _organisation(
        discourse, token, lambda found: found.actors[0].sector in fitting, _BAND_WINDOW
    )


def _same_noun(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """The last organisation whose name holds the noun: "the council" after "Security Council"."""
    noun = token.lemma_.lower()
    return _organisation(discourse, token, lambda found: noun in plain_words(found.actors[0].name), _OFFICE_WINDOW)


def _organ(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """"The ministry", "the army", "police": the named organ, else one made for the country that is local."""
    sector = sectors("organs").get(token.lemma_.lower()) or sectors("organs").get(token.lower_)
    if sector is None:
        return ()
    return _same_noun(discourse, token) or _created(discourse, token, mention, sector[0])


def _created(discourse: Discourse, token: Token, mention: ActorMention, sector: str) -> tuple[Actor, ...]:
    country = _owner(discourse, token) or local_country(discourse, token, clear=False)
    if mention.actors:
        actor = mention.actors[0]
        return (replace(actor, country=actor.country or country, sector=actor.sector or sector),)
    name = " ".join(
        inner.text for inner in discourse.doc[mention.start : mention.end]
        if inner.pos_ not in ("DET", "PRON") and inner.dep_ not in ("poss", "case")
    )
    return (Actor(name or token.text, country, sector),) if country else ()


def _owner(discourse: Discourse, token: Token) -> str | None:
    """The country of a possessor that is resolved already: "its army", "their government"."""
    owner = _possessor(discourse, token)
    return owner.actors[0].country if owner is not None and len(owner.actors) == 1 else None


def _possessor(discourse: Discourse, token: Token) -> Antecedent | None:
    own = discourse.covering.get(token.i)
    for child in token.children:
        if child.dep_ == "poss" and discourse.covering.get(child.i) != own:
            return discourse.at(child)
    return None


def _state(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """"The country": the state of the owner, of the subject before, or of the surroundings."""
    for found in discourse.recent(token.i, 1):
        if found.nature == "state" and len(found.actors) == 1 and not found.weak:
            return found.actors
    country = local_country(discourse, token, clear=False)
    return (state_named(discourse, country),) if country else ()


def _counterpart(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """The office holder of the other side: by country and the owner's titles, else the other person nearby."""
    owner = _possessor(discourse, token)
    if owner is None:
        verb = governing_verb(token)
        subject = subject_of(verb) if verb is not None else None
        owner = discourse.at(subject) if subject is not None and subject != token else None
    own = owner.actors[0] if owner is not None else None
    if mention.actors and mention.actors[0].country:
        country = mention.actors[0].country
        titles = discourse.roles.get(own, frozenset()) if own is not None else frozenset()
        for actor, roles in discourse.roles.items():
            if actor.country == country and titles & roles & set(sectors("offices")):
                return (actor,)
        sector = own.sector if own is not None else None
        return (replace(mention.actors[0], sector=mention.actors[0].sector or sector or "GOV"),)
    for found in discourse.recent(token.i, 3):
        if found.nature == "person" and own is not None and found.actors[0].country != own.country:
            return found.actors
    return ()


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
