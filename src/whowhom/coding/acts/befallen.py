"""A noun of force and the words around it → whom the force befell, where the noun's own phrase names nobody."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.cast import AS_TARGET, Cast
from whowhom.core.actor import Party
from whowhom.vocab.load import read_toml

_WHERE = ("in", "at", "near", "across", "around", "outside", "inside", "throughout", "over")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(read_toml("befallen.toml")[kind])


def befallen(noun: Token, cast: Cast) -> tuple[Party, ...]:
    """The parties or places that a noun of force befell.

    The object of a verb of violent motion ("fighting rocked Aleppo", "Aleppo was rocked by fighting"), the subject of
    "was the target of", else the state of the place in which the force fell ("air raids in Idlib").
    """
    if noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _words("statistics"):
        return ()
    for tokens in (_shaken(noun), _targeted(noun)):
        if parties := cast.parties(tokens, AS_TARGET) or cast.grounds(tokens):
            return parties
    counted = measure(noun) or noun
    carriers = (counted.head,) if counted.dep_ in ("nsubjpass", "dobj") else ()
    heads = (noun, *syntax.children(noun, "acl"), *carriers)
    around = [*(syntax.prepositional(head) for head in heads), measured(noun)]
    for slot in _WHERE:
        for phrases in around:
            if parties := cast.grounds(phrases.get(slot, ())):
                return parties
    return ()


def measure(noun: Token) -> Token | None:
    """The noun that counts the act ("a *wave* of attacks")."""
    head = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    return head if head is not None and head.lemma_.lower() in _words("measures") else None


def measured(noun: Token) -> dict[str, tuple[Token, ...]]:
    """What hangs on the noun that counts the act: "*cases* of torture *against prisoners*"."""
    head = measure(noun)
    if head is None:
        return {}
    return {slot: tokens for slot, tokens in syntax.prepositional(head).items() if slot != "of"}


def _shaken(noun: Token) -> tuple[Token, ...]:
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("by", "with") else noun.head
    if verb.lemma_.lower() not in _words("verbs") or (noun.dep_ == "pobj") != syntax.is_passive(verb):
        return ()
    return syntax.objects(verb) if noun.dep_ in ("pobj", "nsubj") else ()


def _targeted(noun: Token) -> tuple[Token, ...]:
    role = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "of" else None
    if role is None or role.lemma_.lower() not in _words("roles") or role.dep_ not in ("attr", "oprd", "appos"):
        return ()
    return syntax.with_coordinated([role.head]) if role.dep_ == "appos" else syntax.surface_subject(role.head)
