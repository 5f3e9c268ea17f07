"""A parsed document with its cast → the words that name acts, each with its vocabulary entry and parties."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.cast import AS_ACTOR, AS_TARGET, Cast
from whowhom.coding.acts.operators import asks, noun_operator_trigger, operator_trigger, promises
from whowhom.coding.acts.predicate import Predicate
from whowhom.coding.acts.roles import noun_roles, verb_roles
from whowhom.coding.acts.triggers import IDIOM, Trigger, follows, precedes, triggers, words_behind
from whowhom.coding.acts.warnings import is_warning, warning_predicate
from whowhom.core.actor import Party

_OF_LAND = frozenset({"ASSAULT", "COERCE"})
_THROUGH_POSSESSIONS = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "ACCUSE"})


def _object_words(tokens: Iterable[Token]) -> set[str]:
    """Lemmas of objects and of what they consist of ("a barrage of missiles", "tear gas")."""
    words: set[str] = set()
    for token in tokens:
        words.update((token.lemma_.lower(), token.lower_))
        for child in token.children:
            if child.dep_ == "compound":
                words.add(f"{child.lemma_.lower()} {token.lemma_.lower()}")
            if child.dep_ == "appos" or (child.dep_ == "compound" and token.pos_ == "PROPN"):
                words.add(child.lemma_.lower())  # "launched Operation X, a campaign against …"
            if child.dep_ == "prep" and child.lower_ == "of":
                words |= _object_words(syntax.children(child, "pobj"))
    return words


def _does_by_saying(verb: Token, trigger: Trigger) -> bool:
    """False for "insisted that it was" and "agreed that it is", which only say something."""
    if trigger.type == "REQUEST":
        return asks(verb)
    return trigger.type != "AGREE" or promises(verb)


def _verb_fits(verb: Token, trigger: Trigger, cast: Cast) -> tuple[Token, ...] | None:
    """The phrase tokens when every condition of the entry holds, else None."""
    rest = follows(verb, trigger.words[1:])
    if rest is None or (len(trigger.words) == 1 and not _does_by_saying(verb, trigger)):
        return None
    targets = tuple(token for token in syntax.objects(verb) if token not in rest)
    behind = tuple(noun for token in rest for noun in syntax.children(token, "pobj"))
    if trigger.object and not trigger.object & _object_words((*targets, *behind)):
        return None
    if trigger.subject and not trigger.subject & _object_words(syntax.subjects(verb)):
        return None
    if trigger.object_actor and not _is_actor(targets, trigger, cast):
        return None
    # People are held, not what belongs to them ("towns held by rebels").
    inside = () if trigger.mode == "arrest" else AS_TARGET
    if trigger.object_sector and not _of_sector(targets, trigger.object_sector, inside, cast):
        return None
    if trigger.subject_sector and not _of_sector(syntax.subjects(verb), trigger.subject_sector, (), cast):
        return None
    if trigger.prep and not trigger.prep & set(syntax.prepositional(verb)):
        return None
    return (verb, *rest)


def _is_actor(targets: tuple[Token, ...], trigger: Trigger, cast: Cast) -> bool:
    """True when the object is an actor; for force, what belongs to one is enough ("bombed rebel positions")."""
    if trigger.type in _THROUGH_POSSESSIONS:
        return bool(cast.parties(targets, AS_TARGET) or (trigger.type in _OF_LAND and cast.grounds(targets)))
    return any(cast.named(token) for token in targets)


def _of_sector(tokens: tuple[Token, ...], sectors: frozenset[str], inside: tuple[str, ...], cast: Cast) -> bool:
    """True when some actor at the tokens, or inside their phrases, has one of the sectors."""
    parties = (
        cast.parties(tokens, inside) if inside else tuple(party for token in tokens for party in cast.named(token))
    )
    return any(party.actor.sector in sectors for party in parties)


def _enough(trigger: Trigger, actors: tuple[Party, ...], recipients: tuple[Party, ...], supported: bool) -> bool:
    """True when an ambiguous entry has the parties that it asks for; a mutual act asks for two of whatever side."""
    both = len(actors) + len(recipients) > 1 if trigger.mutual else bool(actors and recipients)
    if trigger.weak and not both:
        return False
    return supported or both or not trigger.needs_support


def _verb_predicate(verb: Token, cast: Cast) -> Predicate | None:
    if is_warning(verb):
        return warning_predicate(verb, cast)
    entries = triggers()[0].get(verb.lemma_.lower(), ())
    behind = words_behind(verb)
    for trigger in entries:
        if not behind.issuperset(trigger.words[1:]):
            continue
        phrase = _verb_fits(verb, trigger, cast)
        if phrase is None:
            continue
        if trigger.type == IDIOM:
            return None
        actors, recipients = verb_roles(verb, trigger, phrase, cast)
        if not _enough(trigger, actors, recipients, True):
            continue
        return Predicate(verb, trigger, phrase, None, actors, recipients)
    if operator := operator_trigger(verb):
        actors, recipients = verb_roles(verb, operator, (verb,), cast)
        return Predicate(verb, operator, (verb,), None, actors, recipients)
    return None


def _noun_predicate(noun: Token, cast: Cast) -> Predicate | None:
    for trigger in triggers()[1].get(noun.lemma_.lower(), ()):
        before = trigger.words[:-1]
        if before and not precedes(noun, before):
            continue
        actors, recipients, support = noun_roles(noun, trigger, cast)
        if not (actors or recipients) or not _enough(trigger, actors, recipients, support is not None):
            continue
        phrase = tuple(noun.doc[noun.i - len(before) : noun.i + 1])
        return Predicate(noun, trigger, phrase, support, actors, recipients)
    if operator := noun_operator_trigger(noun):
        actors = cast.parties(syntax.holder(noun) or (noun,), AS_ACTOR)
        return Predicate(noun, operator, (noun,), None, actors, ()) if actors else None
    return None


def _readable(token: Token) -> bool:
    """True for verbs and nouns that can name an act; "rebel-held", "proposed" before a noun only describe it."""
    if token.pos_ == "VERB" and token.dep_ == "amod":
        return False
    return token.pos_ in ("VERB", "AUX", "NOUN") or (
        token.pos_ == "PROPN" and token.tag_.startswith("NN") and token.dep_ != "compound"
    )


def predicates(doc: Doc, cast: Cast) -> dict[int, Predicate]:
    """Predicates by token index."""
    found: dict[int, Predicate] = {}
    for token in doc:
        if token.is_space or not _readable(token):
            continue
        mention = cast.mention(token)
        if mention is not None and mention.kind != "demonym":
            continue
        verbal = token.pos_ in ("VERB", "AUX")
        predicate = _verb_predicate(token, cast) if verbal else _noun_predicate(token, cast)
        if predicate is not None:
            found[token.i] = predicate
    inside = {token.i for predicate in found.values() for token in predicate.phrase if token != predicate.token}
    return {
        index: predicate for index, predicate in found.items() if index not in inside or not _is_operator(predicate)
    }


def _is_operator(predicate: Predicate) -> bool:
    """True for a noun that only its infinitive made a trigger; a phrase that holds it says more."""
    return predicate.trigger.part == "noun" and predicate.trigger == noun_operator_trigger(predicate.token)
