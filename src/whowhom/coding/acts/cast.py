"""Actor mentions of a document → which parties stand at, or inside, any token."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from whowhom.coding.acts.arguments import children, with_coordinated
from whowhom.coding.mentions.mention import ActorMention, PlaceMention
from whowhom.core.actor import Actor, Party
from whowhom.vocab.load import read_toml

_MODIFIERS = ("poss", "amod", "compound", "nmod")
_DEPTH = 3
# Where the doer of a nominal act stands inside it, in order of preference.
AS_ACTOR = ("by", "from", "of", "between", "among")
# Where whom an object belongs to stands inside it ("positions of the rebels in Idlib").
AS_TARGET = (
    "of",
    "from",
    "by",
    "belonging",
    "between",
    "among",
    "in",
    "at",
    "near",
    "inside",
    "against",
    "on",
    "for",
    "with",
)


@cache
def _holding() -> frozenset[str]:
    return frozenset(read_toml("befallen.toml")["hold"])


# How a target is placed ("several towns in southern Lebanon", "the port of Odesa").
_LIES = frozenset({"in", "of", "near", "at", "outside", "around", "on", "inside", "across"})


@dataclass(frozen=True)
class Cast:
    """The mentions by token index; ``at`` is None where a token is part of no mention."""

    at: tuple[ActorMention | None, ...]
    ground: tuple[Party | None, ...] = ()

    def grounds(self, tokens: tuple[Token, ...]) -> tuple[Party, ...]:
        """The states on whose ground the places at these tokens lie, under the places' names."""
        if not self.ground:
            return ()
        return tuple(party for token in tokens for party in self._grounds(token, 0))

    def _grounds(self, token: Token, depth: int) -> tuple[Party, ...]:
        """The place at the token, else the place in which it lies ("a market in Homs")."""
        if (party := self.ground[token.i]) is not None:
            return (party,)
        if depth >= _DEPTH or token.pos_ in ("VERB", "AUX"):
            return ()
        for part in children(token, "compound", "amod", "nmod"):
            if (party := self.ground[part.i]) is not None:
                return (party,)
        for prep in children(token, "prep"):
            for noun in children(prep, "pobj") if prep.lower_ in _LIES else ():
                if found := self._grounds(noun, depth + 1):
                    return found
        return ()

    def mention(self, token: Token) -> ActorMention | None:
        """The mention that covers the token."""
        return self.at[token.i]

    def named(self, token: Token) -> tuple[Party, ...]:
        """The parties that the token's own mention stands for; empty when it is none or unresolved."""
        mention = self.at[token.i]
        if mention is None:
            return ()
        return tuple(Party(actor, mention.span) for actor in mention.actors)

    def parties(self, tokens: tuple[Token, ...], inside: tuple[str, ...] = AS_TARGET) -> tuple[Party, ...]:
        """The parties at these tokens or, for those that are no actors, inside their phrases; once each."""
        found: dict[Party, None] = {}
        for token in tokens:
            for party in self.named(token) or self._inside(token, inside, 0):
                if all(party.actor != other.actor for other in found):
                    found[party] = None
        return tuple(found)

    def _inside(self, token: Token, prepositions: tuple[str, ...], depth: int) -> tuple[Party, ...]:
        """Whom a phrase belongs to: its possessor or modifier, then its prepositional phrases in the given order."""
        if depth >= _DEPTH or token.pos_ in ("VERB", "AUX"):
            return ()
        for child in children(token, "appos"):
            if parties := self.parties(with_coordinated([child]), ()):
                return parties
        for child in children(token, *_MODIFIERS):
            if (
                parties := self.parties(with_coordinated([child]), ())
                if child.dep_ != "poss"
                else self._possessor(child, depth)
            ):
                return parties
        if prepositions is AS_TARGET and (holders := self._held(token)):
            return holders
        attached = [child for child in token.children if child.dep_ in ("prep", "agent", "acl")]
        for name in prepositions:
            for prep in attached:
                if prep.lower_ != name:
                    continue
                for noun in with_coordinated(children(prep, "pobj")):
                    if parties := self.named(noun) or self._inside(noun, prepositions, depth + 1):
                        return parties + self._rest(noun)
        return ()

    def _held(self, token: Token) -> tuple[Party, ...]:
        """Who holds a ground ("areas controlled by jihadists", "rebel-held towns")."""
        for verb in children(token, "acl", "amod"):
            if verb.lemma_.lower() not in _holding() and verb.lower_ not in _holding():
                continue
            nouns = [noun for agent in children(verb, "agent", "prep") for noun in children(agent, "pobj")]
            nouns += children(verb, "npadvmod", "compound", "nmod", "nsubj", "advmod")
            if parties := self.parties(with_coordinated(nouns), ()):
                return parties
        return ()

    def _possessor(self, child: Token, depth: int) -> tuple[Party, ...]:
        found = [party for noun in with_coordinated([child]) for party in self.named(noun)]
        return tuple(found) or self._inside(child, AS_ACTOR, depth + 1)

    def _rest(self, noun: Token) -> tuple[Party, ...]:
        return tuple(party for other in with_coordinated(children(noun, "conj")) for party in self.named(other))


def cast_of(length: int, mentions: tuple[ActorMention, ...], places: tuple[PlaceMention, ...] = ()) -> Cast:
    """The cast of a document of ``length`` tokens."""
    at: list[ActorMention | None] = [None] * length
    for mention in mentions:
        for index in range(mention.start, mention.end):
            at[index] = mention
    ground: list[Party | None] = [None] * length
    for place in places:
        if place.place.country:
            ground[place.head] = Party(Actor(place.place.name, place.place.country, "GOV"), place.span)
    return Cast(tuple(at), tuple(ground))
