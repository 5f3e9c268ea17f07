"""A matched trigger and the cast → the parties in its slots: who does it, and to whom."""

from __future__ import annotations

from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.befallen import befallen, measure, measured
from whowhom.coding.acts.cast import AS_ACTOR, AS_TARGET, Cast
from whowhom.coding.acts.triggers import Trigger, support_verbs, triggers
from whowhom.core.actor import Party

_NOUN_MODIFIERS = ("amod", "compound", "nmod", "npadvmod")
_MATERIAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "AID", "PROTEST", "RETREAT", "COOPERATE", "SANCTION"})
# Acts besides force that befall a land.
_OF_LAND = frozenset({("CONSULT", "visit"), ("COERCE", "seize")})
_SCENE = frozenset({"during", "in", "at", "on"})
# Inside the object of words only the doer counts: "condemned the attack on Kabul" does not condemn Kabul.
_OF_WORDS = ("by", "from", "of", "between", "among", "in")


def support_of(noun: Token) -> tuple[Token | None, bool]:
    """The light verb that carries an event noun, and whether its subject is the recipient ("came under attack")."""
    active, passive = support_verbs()
    noun = measure(noun) or noun
    verb, particle = noun.head, ""
    if noun.dep_ == "pobj":
        particle, verb = noun.head.lower_, noun.head.head
    elif noun.dep_ not in ("dobj", "nsubjpass", "attr", "oprd"):
        return _reduced_support(noun, active), False
    if verb.pos_ not in ("VERB", "AUX"):
        return None, False
    names = {verb.lemma_.lower()} if not particle else set()
    names |= {f"{verb.lemma_.lower()} {child.lower_}" for child in syntax.children(verb, "prt", "prep", "advmod")}
    if particle:
        names = {name for name in names if name.endswith(" " + particle)}
    if names & passive:
        return verb, True
    return (verb, False) if names & active else (None, False)


def _reduced_support(noun: Token, active: frozenset[str]) -> Token | None:
    """The participle in "strikes carried out by Israel"."""
    for verb in syntax.children(noun, "acl", "relcl"):
        names = {verb.lemma_.lower()} | {
            f"{verb.lemma_.lower()} {part.lower_}" for part in syntax.children(verb, "prt")
        }
        if names & active:
            return verb
    return None


def _inside_for(trigger: Trigger) -> tuple[str, ...]:
    return AS_TARGET if trigger.type in _MATERIAL else _OF_WORDS


def verb_slot(verb: Token, slot: str, phrase: tuple[Token, ...], wide: bool = True) -> tuple[Token, ...]:
    """The tokens in one slot of a verb (see the vocabulary files for the slots' names).

    A preposition is looked for at the verb and its phrase; with ``wide`` at its objects and complements too, where
    parsers often hang it.
    """
    if slot == "subject":
        return syntax.subjects(verb)
    if slot == "object":
        return tuple(token for token in syntax.objects(verb) if token not in phrase)
    if slot == "phrase":
        return phrase[1:]
    if slot == "indirect":
        return syntax.indirect(verb)
    if slot == "complement_subject":
        return syntax.complement_subjects(verb)
    heads = (verb, *phrase, *(syntax.children(verb, "dobj", "acomp", "xcomp") if wide else ()))
    return next((found for head in heads if (found := syntax.prepositional(head).get(slot, ()))), ())


def _befalls(noun: Token) -> bool:
    """True for nouns whose of-phrase is whom the act befell ("the killing of three nurses"), not who did it."""
    return any(
        entry.recipient[:1] == ("of",) for entry in triggers()[1].get(noun.lemma_.lower(), ()) if len(entry.words) == 1
    )


def _verb_recipients(verb: Token, trigger: Trigger, phrase: tuple[Token, ...], cast: Cast) -> tuple[Party, ...]:
    """The recipient: an object that is itself an actor before anything else, then the slots in their order.

    What belongs to the object ("lauded Peru's offer to Chile") comes before a preposition that hangs on the object,
    unless the object is part of the trigger ("imposed US sanctions on Syria").
    """
    whole = bool(trigger.object) or len(trigger.words) > 1
    inside = _inside_for(trigger)
    if trigger.type not in _MATERIAL and any(_befalls(token) for token in verb_slot(verb, "object", phrase)):
        inside = ("by", "from", "in")
    if whole and trigger.type not in _MATERIAL:
        owners = tuple(
            party for token in verb_slot(verb, "object", phrase) for party in noun_slot(token, "possessor", cast)
        )
        if owners := without(owners, cast.parties(syntax.subjects(verb), AS_ACTOR)):
            return owners
    if "object" in trigger.recipient and (not whole or (trigger.recipient[0] == "object" and not trigger.object)):
        objects = verb_slot(verb, "object", phrase)
        if any(cast.named(token) for token in objects):
            return cast.parties(objects, inside)
    # The preposition that the trigger ends in ("plead with") is where the recipient stands.
    slots = sorted(trigger.recipient, key=lambda slot: slot != trigger.words[-1])
    for wide in (True,) if whole else (False, True):
        for slot in slots:
            if parties := cast.parties(verb_slot(verb, slot, phrase, wide), inside):
                return parties
    struck = trigger.recipient
    if trigger.type == "ASSAULT":
        # "Hit a market in Idlib" strikes Idlib, but where one fights is not whom one fights.
        aimed = ("in",) if verb_slot(verb, "object", phrase) else ()
        struck = (*(slot for slot in trigger.recipient if slot != "in"), *aimed)
    return _struck_land(trigger, [verb_slot(verb, slot, phrase) for slot in struck], cast)


def _struck_land(trigger: Trigger, slots: list[tuple[Token, ...]], cast: Cast) -> tuple[Party, ...]:
    """The state of the place that is attacked or visited ("shelled Kharkiv"), where no party is named."""
    if trigger.type != "ASSAULT" and (trigger.type, trigger.mode) not in _OF_LAND:
        return ()
    return next((parties[:1] for tokens in slots if (parties := cast.grounds(tokens))), ())


def _names_an_act(noun: Token) -> bool:
    """True for an event noun, and for the name of an operation."""
    words = (noun, *syntax.children(noun, "compound", "appos"))
    return noun.pos_ in ("NOUN", "PROPN") and any(word.lemma_.lower() in triggers()[1] for word in words)


def _through_an_act(verb: Token, trigger: Trigger, cast: Cast) -> tuple[Party, ...]:
    """Whose act the subject is: "launched *a campaign* that killed twelve" has the launcher as its doer."""
    if trigger.actor != ("subject",):
        return ()
    for noun in syntax.subjects(verb):
        while noun.dep_ == "appos":
            noun = noun.head
        if _names_an_act(noun) and (parties := cast.parties(syntax.holder(noun), AS_ACTOR)):
            return parties
    return ()


def _doers(tokens: tuple[Token, ...], cast: Cast) -> tuple[Party, ...]:
    """The parties at the tokens; of an act that stands there ("the bombing of a convoy killed …") only its doer."""
    inside = ("by", "from") if any(_befalls(token) for token in tokens) else AS_ACTOR
    return cast.parties(tokens, inside)


def verb_roles(
    verb: Token, trigger: Trigger, phrase: tuple[Token, ...], cast: Cast
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients of a verb trigger, each from the first of its slots that holds an actor."""
    slots = (_doers(verb_slot(verb, slot, phrase), cast) for slot in trigger.actor)
    actors = next((parties for parties in slots if parties), ()) or _through_an_act(verb, trigger, cast)
    recipients = _verb_recipients(verb, trigger, phrase, cast)
    if trigger.mutual:
        pooled = ("with", "between", "and") + (("object",) if "object" in trigger.recipient else ())
        for slot in pooled:
            recipients += cast.parties(verb_slot(verb, slot, phrase), AS_ACTOR)
    return actors, without(recipients, actors)


def noun_slot(noun: Token, slot: str, cast: Cast) -> tuple[Party, ...]:
    """The parties in one slot of an event noun."""
    if slot == "possessor":
        return tuple(
            party
            for child in syntax.children(noun, "poss")
            for party in cast.parties(syntax.with_coordinated([child]), AS_ACTOR)
        )
    if slot == "modifier":
        return tuple(
            party
            for child in syntax.children(noun, *_NOUN_MODIFIERS)
            for party in cast.parties(syntax.with_coordinated([child]), ())
        )
    tokens = syntax.prepositional(noun).get(slot, ()) or measured(noun).get(slot, ())
    return cast.parties(tokens, AS_TARGET)


def _first(noun: Token, slots: tuple[str, ...], cast: Cast) -> tuple[Party, ...]:
    for slot in slots:
        if found := noun_slot(noun, slot, cast):
            return found
    return ()


def noun_roles(noun: Token, trigger: Trigger, cast: Cast) -> tuple[tuple[Party, ...], tuple[Party, ...], Token | None]:
    """Actors and recipients of an event noun, and the verb that carries it."""
    support, reversed_ = support_of(noun)
    actors, recipients = _first(noun, trigger.actor, cast), _first(noun, trigger.recipient, cast)
    around_noun = syntax.prepositional(noun)
    recipients = recipients or _struck_land(trigger, [around_noun.get(slot, ()) for slot in trigger.recipient], cast)
    if trigger.recipient[:1] == ("of",) and not recipients and actors and actors == noun_slot(noun, "possessor", cast):
        # "Their abduction", "the envoy's arrest": who has such an act is whom it befell.
        actors, recipients = noun_slot(noun, "by", cast), actors
    if trigger.mutual:
        pooled = [
            party
            for slot in ("possessor", "modifier", "between", "among", "with", "of", "by")
            for party in noun_slot(noun, slot, cast)
        ]
        actors = actors + without(tuple(pooled), actors)
    if support is not None:
        carried = cast.parties(syntax.subjects(support), AS_ACTOR)
        around = syntax.prepositional(support)
        if reversed_:
            recipients = carried or recipients
            actors = actors or next(
                (found for slot in ("from", "by") if (found := cast.parties(around.get(slot, ()), AS_ACTOR))), ()
            )
        else:
            actors = (
                actors
                if trigger.mutual and not carried
                else (carried + without(actors, carried) if trigger.mutual else carried or actors)
            )
            for slot in trigger.recipient:
                recipients = recipients or cast.parties(around.get(slot, ()), AS_TARGET)
            recipients = recipients or cast.parties(syntax.indirect(support), AS_TARGET)
    if trigger.type in ("CONSULT", "COOPERATE") and support is None:
        actors += without(_at_the_scene(noun, cast), actors)
    if trigger.type == "ASSAULT" and not recipients and (not trigger.mutual or len(actors) < 2):
        recipients = befallen(noun, cast)
    return actors, without(recipients, actors), support


def _at_the_scene(noun: Token, cast: Cast) -> tuple[Party, ...]:
    """Who does something "during a visit", "at a meeting": a participant."""
    prep = noun.head
    if noun.dep_ != "pobj" or prep.lower_ not in _SCENE or prep.head.pos_ != "VERB":
        return ()
    return tuple(party for token in syntax.subjects(prep.head) for party in cast.named(token))


def without(parties: tuple[Party, ...], others: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties whose actors are not among the others, once each."""
    seen = {party.actor for party in others}
    kept = []
    for party in parties:
        if party.actor not in seen:
            seen.add(party.actor)
            kept.append(party)
    return tuple(kept)
