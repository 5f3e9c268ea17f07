"""What a speaker thinks of another party → ACCUSE for blame, SUPPORT for praise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc, Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.act_references import types_named
from whowhom.coding.acts.cast import AS_ACTOR, Cast
from whowhom.coding.acts.implied_parties import BYSTANDERS
from whowhom.coding.acts.roles import without
from whowhom.coding.acts.speech.utterances import Utterance, entries, others, spoken_act

_JUDGEMENTS: tuple[tuple[str, str, str | None], ...] = (
    ("negative", "ACCUSE", "disapprove"),
    ("positive", "SUPPORT", None),
)
# Prepositions behind which a verb of calling has what it judges ("referred to him as").
_JUDGED_BEHIND = ("to", "of", "on")


def _hits(tokens: tuple[Token, ...], *lists: str) -> Iterator[Token]:
    """Words of the lists in the content, unless they are negated."""
    tables = [entries("evaluation.toml", name) for name in lists]
    for position, token in enumerate(tokens):
        if token.pos_ == "PROPN":
            continue
        forms = (token.lemma_.lower(), token.lower_)
        phrases = {words for table in tables for form in forms for words in table.get(form, ())}
        hit = any(
            len(words) == 1 or tuple(other.lower_ for other in tokens[position : position + len(words)]) == words
            for words in phrases
        )
        if hit and not any(child.dep_ == "neg" for child in (*token.children, *token.head.children)):
            yield token


def _judges(word: Token, kind: Callable[[Token], bool]) -> bool:
    """True when the word is said of a noun of that kind, as its predicate ("the launch is a violation")."""
    verb = next((token for token in (word, *word.ancestors) if token.pos_ in ("VERB", "AUX")), None)
    if verb is None or not (verb == word or word.head == verb or word.head.head == verb):
        return False
    return any(kind(noun) for noun in syntax.children(verb, "nsubj", "nsubjpass"))


def _is_act(noun: Token) -> bool:
    """True for a noun that stands for an act, whose doer the text has told before."""
    return bool(types_named(noun))


def _is_charge(noun: Token) -> bool:
    return noun.lemma_.lower() in entries("evaluation.toml", "charges")


def judgement(utterance: Utterance) -> Act | None:
    """Blame or praise for the other side of an utterance, by its first word that judges."""
    for name, kind, mode in _JUDGEMENTS:
        for token in _hits(utterance.tokens, name):
            if name == "negative" and _judges(token, _is_charge):
                return spoken_act(utterance, token, "REJECT", None, (), "denies a charge")
            recipients = others(utterance)
            told_before = not recipients and _judges(token, _is_act)
            if told_before or (recipients and recipients[0].actor.sector not in BYSTANDERS):
                return spoken_act(utterance, token, kind, mode, recipients, f"{name} word in speech")
    return None


def _judged(verb: Token) -> tuple[Token, ...]:
    found = syntax.objects(verb)
    if found:
        return found
    around = syntax.prepositional(verb)
    return next((around[name] for name in _JUDGED_BEHIND if name in around), ())


def _agents_behind(verb: Token) -> tuple[Token, ...]:
    """The agent that the parser hung on the judging word ("was described as *worrying by* the minister")."""
    if not syntax.is_passive(verb):
        return ()
    behind = (token for token in verb.subtree if token.i > verb.i and token.lower_ == "by")
    return next((found for by in behind if (found := syntax.children(by, "pobj"))), ())


def _called(verb: Token, cast: Cast) -> Act | None:
    """ "called the raid a crime": a judgement in the reporter's words about what somebody said."""
    speakers = cast.parties(syntax.subjects(verb) or _agents_behind(verb), AS_ACTOR)
    if not speakers:
        return None
    judged = _judged(verb)
    named = {token.i for noun in judged if noun.i > verb.i for token in noun.subtree}
    behind = tuple(token for token in verb.subtree if token.i > verb.i and token.i not in named)
    for name, kind, mode in _JUDGEMENTS:
        for token in _hits(behind, name, f"calls_{name}"):
            if name == "negative" and any(_is_charge(noun) for noun in judged):
                kind, mode = "REJECT", None
            recipients = without(cast.parties(judged, ("by", "of", "from", "in")), speakers)
            return Act(
                verb, verb, kind, mode, "actual", speakers, recipients, False, 0.55, (f"calls it “{token.text}”",)
            )
    return None


def judgements(doc: Doc, cast: Cast, lexical: tuple[Act, ...]) -> tuple[Act, ...]:
    """Acts by verbs of calling ("described him as a friend") where the vocabulary found none with an actor."""
    taken = {act.token.i for act in lexical if act.actors and act.type != "REJECT"}
    calling = entries("evaluation.toml", "calling")
    verbs = (
        token for token in doc if token.pos_ == "VERB" and token.i not in taken and token.lemma_.lower() in calling
    )
    return tuple(act for verb in verbs if (act := _called(verb, cast)) is not None)
