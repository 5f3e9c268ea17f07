"""A place in the discourse → the country whose police, ministry or residents are meant there."""

from __future__ import annotations

from collections import Counter, defaultdict

from spacy.tokens import Token

from whowhom.coding.mentions.actors.lexicon import word_set
from whowhom.coding.mentions.reference.discourse import Discourse
from whowhom.coding.mentions.reference.words import role_sector, words
from whowhom.core.actor import Actor

# A country is dominant when it weighs this many times the next one.
_DOMINANCE = 1.5
# A country is where the fighting is when it has this share of the armed groups or towns.
_MOST = 0.6
NO_STATE = frozenset({"IGO", "NGO"})


def local_country(discourse: Discourse, token: Token, clear: bool = True) -> str | None:
    """The country by, in this order: a place phrase on the noun, a place phrase in the sentence, the words before.

    With ``clear`` the words before count only where one country dominates.
    """
    return place_said(discourse, token) or prevailing_country(discourse, token, clear)


def place_said(discourse: Discourse, token: Token) -> str | None:
    """The country of a place phrase on the noun, else of the one in the sentence."""
    return _place_on(discourse, token) or _place_in_sentence(discourse, token, towns=_of_the_place(token))


def _of_the_place(token: Token) -> bool:
    """True for people whom a town in the sentence places; officials and envoys speak in other people's towns."""
    return role_sector((token.lemma_.lower(),)) in words("people", "local_sectors")


def own_country(discourse: Discourse, token: Token) -> str | None:
    """The country that prevails before the token, if it dominates the whole article as well: for those who may well be
    of another one, such as named office holders and rebels."""
    country = prevailing_country(discourse, token, clear=True)
    return country if country is not None and country == _article_country(discourse) else None


def adopted_country(discourse: Discourse, token: Token) -> str | None:
    """The country of an office holder whom no words place.

    The one that opens the sentence ("In Lima, the spokesman …"), the one that the article is about, else the heaviest
    before; but whom the sentence's subject meets or addresses is hardly of the subject's country.
    """
    candidates = (
        _opening_place(token, discourse),
        own_country(discourse, token),
        _article_country(discourse),
        prevailing_country(discourse, token, clear=False),
    )
    barred = set()
    if token.dep_ in ("dobj", "pobj"):
        barred = {found.actors[0].country for found in discourse.recent(token.i, 0) if found.subject and found.actors}
    return next((country for country in candidates if country and country not in barred), None)


def _opening_place(token: Token, discourse: Discourse) -> str | None:
    first = next((word for word in token.sent if not (word.is_space or word.is_punct)), token)
    if first.lower_ not in words("control", "place_prepositions"):
        return None
    places = (_country_of(discourse, noun) for noun in first.children if noun.dep_ == "pobj")
    return next((country for country in places if country), None)


def embattled_country(discourse: Discourse) -> str | None:
    """The country of the fighting that the article tells of: of its named armed groups, else of most towns in it."""
    groups: Counter[str] = Counter()
    for mention in discourse.mentions:
        for actor in mention.actors:
            if mention.kind == "organisation" and actor.country and actor.sector in words("bands", "armed_sectors"):
                groups[actor.country] += 1
    if groups:
        return _leading(groups, _MOST)
    towns = Counter(country for token, country in discourse.located.items() if token not in discourse.covering)
    return _leading(towns, _MOST) if sum(towns.values()) > 2 else None


def _leading(counts: Counter[str], share: float) -> str | None:
    """The commonest country, when it has at least that share."""
    country, count = counts.most_common(1)[0]
    return country if count >= share * sum(counts.values()) else None


def _article_country(discourse: Discourse) -> str | None:
    counts: Counter[str] = Counter()
    for mention in discourse.mentions:
        if mention.kind in ("state", "capital", "demonym", "organisation", "person"):
            counts.update(country for actor in mention.actors if (country := actor.country) and country not in NO_STATE)
    counts.update(country for token, country in discourse.located.items() if token not in discourse.covering)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    dominant = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] >= _DOMINANCE * ranked[1][1])
    return ranked[0][0] if dominant else None


def state_named(discourse: Discourse, country: str) -> Actor:
    """The Actor that the article's mentions of the state carry; its code for a name when it has none."""
    for mention in discourse.mentions:
        if mention.kind in ("state", "capital", "demonym") and len(mention.actors) == 1:
            actor = mention.actors[0]
            if actor.country == country and actor.sector in (None, "GOV"):
                return actor
    return Actor(country, country, "GOV")


def _country_of(discourse: Discourse, token: Token) -> str | None:
    index = discourse.covering.get(token.i)
    if index is None:
        return discourse.located.get(token.i) or _modified_by(discourse, token)
    mention = discourse.mentions[index]
    if mention.kind not in ("state", "capital", "demonym") or len(mention.actors) != 1:
        return None
    return mention.actors[0].country


def _modified_by(discourse: Discourse, token: Token) -> str | None:
    """"The Nigerian town": the country of the adjective before a noun for a place."""
    if token.lower_ not in word_set("places_of"):
        return None
    owners = (child.i for child in token.children if child.dep_ in ("amod", "compound", "nmod") and child.i < token.i)
    indices = (index for owner in owners if (index := discourse.covering.get(owner)) is not None)
    named = (discourse.mentions[index] for index in indices)
    return next((m.actors[0].country for m in named if m.kind == "demonym" and len(m.actors) == 1), None)


def _place_on(discourse: Discourse, token: Token) -> str | None:
    """"Police in Warsaw", "the government of Chad", "Peru's army"."""
    for child in token.children:
        if child.dep_ in ("poss", "compound", "amod", "nmod") and (country := _country_of(discourse, child)):
            return country
        if child.dep_ == "prep" and child.lower_ in words("control", "place_prepositions") | {"of", "from"}:
            for inner in child.children:
                if inner.dep_ == "pobj" and (country := _country_of(discourse, inner)):
                    return country
    return None


def _place_in_sentence(discourse: Discourse, token: Token, towns: bool) -> str | None:
    """The one country that the sentence's place phrases name: "killed two soldiers in northern Mali", "in Gao"."""
    sentence = token.sent
    found = {
        country
        for inner in sentence
        if inner.dep_ == "pobj" and inner.head.lower_ in words("control", "place_prepositions")
        and (towns or inner.i in discourse.covering)
        and (country := _country_of(discourse, inner)) is not None
    }
    return found.pop() if len(found) == 1 else None


def prevailing_country(discourse: Discourse, token: Token, clear: bool) -> str | None:
    """The heaviest country of the words before: near sentences and subjects weigh more, the whole article a little."""
    weights: dict[str, float] = defaultdict(float)
    sentence = discourse.sentences[token.i]
    speaker = discourse.speaker(token.i) if token.lemma_.lower() in words("organ_words", "hostile") else None
    barred = {actor.country for actor in speaker.actors} if speaker is not None else set()
    if token.lemma_.lower() in words("organ_words", "hostile"):
        barred |= {found.actors[0].country for found in discourse.recent(token.i, 0) if found.subject}
    if speaker is not None and speaker.actors[0].sector in words("organ_words", "opponents"):
        return speaker.actors[0].country
    for number, country, weight in discourse.countries:
        if country in barred:
            continue
        distance = abs(sentence - number)
        weights[country] += weight * ((2.0 / (1 + distance) ** 1.5 if distance < 6 else 0.0) + 0.15)
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    dominant = len(ranked) == 1 or ranked[0][1] >= _DOMINANCE * ranked[1][1]
    return ranked[0][0] if dominant or not clear else None
