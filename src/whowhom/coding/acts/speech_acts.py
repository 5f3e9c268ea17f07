"""What a speaker does by what is said: demands, refusals, blame and praise that no verb of the reporter names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import AS_ACTOR, Cast
from whowhom.coding.acts.status import stance
from whowhom.coding.speech import Speech
from whowhom.core.actor import Party
from whowhom.vocab.load import read_toml

_POLITICAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "IGO", "NGO", "REL", "LAB"})


@dataclass(frozen=True)
class Utterance:
    """A piece of content in a speaker's mouth."""

    speech: Speech
    speakers: tuple[Party, ...]
    tokens: tuple[Token, ...]


@cache
def _words(name: str) -> tuple[frozenset[str], tuple[tuple[str, ...], ...]]:
    entries = read_toml("evaluation.toml")[name]
    single = frozenset(entry for entry in entries if " " not in entry)
    return single, tuple(tuple(entry.split()) for entry in entries if " " in entry)


def _hits(tokens: tuple[Token, ...], name: str) -> Iterator[Token]:
    """Words of a list in the content, unless they are negated."""
    single, phrases = _words(name)
    for position, token in enumerate(tokens):
        forms = {token.lemma_.lower(), token.lower_}
        hit = bool(forms & single) or any(
            [other.lower_ for other in tokens[position : position + len(phrase)]] == list(phrase) for phrase in phrases
        )
        if hit and not any(child.dep_ == "neg" for child in (*token.children, *token.head.children)):
            yield token


def utterances(doc: Doc, speeches: Iterable[Speech], cast: Cast) -> Iterator[Utterance]:
    """The contents with a political speaker, sentence by sentence."""
    for speech in speeches:
        if speech.source_head is None:
            continue
        speakers = cast.parties((doc[speech.source_head],), ("of", "in", "at", "for"))
        if not any(party.actor.sector in _POLITICAL for party in speakers):
            continue
        for start, end in speech.content:
            for sentence in _sentences(doc, start, end):
                yield Utterance(speech, speakers, sentence)


def _sentences(doc: Doc, start: int, end: int) -> Iterator[tuple[Token, ...]]:
    current: list[Token] = []
    for token in doc[start:end]:
        if token.is_sent_start and current:
            yield tuple(current)
            current = []
        current.append(token)
    if current:
        yield tuple(current)


def _others(tokens: Iterable[Token], utterance: Utterance, cast: Cast) -> tuple[Party, ...]:
    """The first party named among the tokens that is not on the speaker's side."""
    own = {party.actor for party in utterance.speakers}
    states = {party.actor.country for party in utterance.speakers} - {None, "IGO", "NGO"}
    for token in tokens:
        for party in cast.named(token):
            if party.actor not in own and party.actor.country not in states:
                return (party,)
    return ()


def _act(utterance: Utterance, token: Token, kind: str, mode: str | None, recipients: tuple[Party, ...], reason: str) -> Act:
    return Act(token, token, kind, mode, "actual", utterance.speakers[:1], recipients, False, 0.45, (reason,))


def _demand(utterance: Utterance, cast: Cast) -> Act | None:
    """"Israel must …", "there should be …": a REQUEST to the subject of the obligation."""
    for token in utterance.tokens:
        if token.pos_ != "VERB" or stance(token, token).modality != "obligation":
            continue
        parties = cast.parties(syntax.subjects(token), AS_ACTOR)
        own = {party.actor for party in utterance.speakers}
        if any(party.actor in own for party in parties):
            continue
        recipients = parties or _others(utterance.tokens, utterance, cast)
        return _act(utterance, token, "REQUEST", "change", recipients, f"demand in speech: “{token.text}”")
    return None


def _refusal(utterance: Utterance, cast: Cast) -> Act | None:
    for token in utterance.tokens:
        if token.pos_ not in ("VERB", "AUX"):
            continue
        found = stance(token, token)
        own = cast.parties(syntax.subjects(token), AS_ACTOR)
        speakers = {party.actor for party in utterance.speakers}
        if found.negated and found.modality == "future" and any(party.actor in speakers for party in own):
            return _act(utterance, token, "REJECT", None, _others(utterance.tokens, utterance, cast), f"refusal in speech: “{token.text}”")
    return None


def _judgement(utterance: Utterance, cast: Cast) -> Act | None:
    for name, kind, mode in (("negative", "ACCUSE", "disapprove"), ("positive", "SUPPORT", None)):
        for token in _hits(utterance.tokens, name):
            recipients = _others(utterance.tokens, utterance, cast)
            if recipients:
                return _act(utterance, token, kind, mode, recipients, f"{name} word in speech: “{token.text}”")
    return None


def speech_acts(doc: Doc, speeches: tuple[Speech, ...], cast: Cast, lexical: tuple[Act, ...]) -> tuple[Act, ...]:
    """At most one act a sentence of speech, and none where the vocabulary found one by the same speaker there."""
    told = {(party.actor, act.token.sent.start) for act in lexical for party in act.actors}
    found: list[Act] = []
    for utterance in utterances(doc, speeches, cast):
        key = (utterance.speakers[0].actor, utterance.tokens[0].sent.start)
        if key in told:
            continue
        act = _demand(utterance, cast) or _refusal(utterance, cast) or _judgement(utterance, cast)
        if act is not None:
            told.add(key)
            found.append(act)
    return tuple(found)
