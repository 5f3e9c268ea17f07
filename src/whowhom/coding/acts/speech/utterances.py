"""Attributed contents of a document → utterances: sentence by sentence, with a political speaker and both sides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import AS_ACTOR, Cast
from whowhom.coding.acts.implied_parties import BYSTANDERS
from whowhom.coding.acts.triggers import follows
from whowhom.coding.attribution.speech import Speech
from whowhom.coding.mentions.reference.salience import same_side
from whowhom.core.actor import Party
from whowhom.vocab.load import read_toml

POLITICAL = frozenset({"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "IGO", "NGO", "REL", "LAB"})
_AGAINST = frozenset({"REB", "OPP", "CRM"})
_WITHIN = ("of", "in", "at", "for")


@dataclass(frozen=True)
class Utterance:
    """A piece of content in a speaker's mouth."""

    speech: Speech
    speakers: tuple[Party, ...]
    tokens: tuple[Token, ...]
    cast: Cast

    def is_own(self, parties: Iterable[Party]) -> bool:
        """True when one of the parties is on the speaker's side."""
        return any(on_one_side(party, speaker) for party in parties for speaker in self.speakers)

    def is_other(self, parties: tuple[Party, ...]) -> bool:
        """True for parties with a political side that is not the speaker's."""
        if not parties or self.is_own(parties):
            return False
        return all(party.actor.sector not in BYSTANDERS for party in parties)


def on_one_side(one: Party, other: Party) -> bool:
    """True for one actor, and for two of one state whatever their sectors, except rebels and opposition."""
    if same_side(one.actor, other.actor):
        return True
    apart = one.actor.sector in _AGAINST or other.actor.sector in _AGAINST
    return (
        one.actor.country is not None
        and one.actor.country == other.actor.country
        and one.actor.country not in ("IGO", "NGO")
        and not apart
    )


def speakers_of(speech: Speech, doc: Doc, cast: Cast) -> tuple[Party, ...]:
    """The political speakers of a speech, none where the text names nobody with a political side."""
    if speech.source_head is None:
        return ()
    speakers = cast.parties((doc[speech.source_head],), _WITHIN)
    return speakers if any(party.actor.sector in POLITICAL for party in speakers) else ()


def utterances(doc: Doc, speeches: Iterable[Speech], cast: Cast) -> Iterator[Utterance]:
    """The contents with a political speaker, sentence by sentence."""
    for speech in speeches:
        if speakers := speakers_of(speech, doc, cast):
            for start, end in speech.content:
                for sentence in _sentences(doc, start, end):
                    yield Utterance(speech, speakers, sentence, cast)


def _sentences(doc: Doc, start: int, end: int) -> Iterator[tuple[Token, ...]]:
    current: list[Token] = []
    for token in doc[start:end]:
        if token.is_sent_start and current:
            yield tuple(current)
            current = []
        current.append(token)
    if current:
        yield tuple(current)


@cache
def entries(file: str, *path: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a list in a vocabulary file by their first word."""
    found = read_toml(file)
    for name in path:
        found = found[name]
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in found:
        words = tuple(phrase.replace("-", " - ").split())
        table.setdefault(words[0], []).append(words)
    return {first: tuple(phrases) for first, phrases in table.items()}


def names(token: Token, *path: str) -> bool:
    """True when a phrase of the list in speech_words.toml begins at the token."""
    table = entries("speech_words.toml", *path)
    phrases = {words for form in (token.lemma_.lower(), token.lower_) for words in table.get(form, ())}
    return any(follows(token, words[1:]) is not None for words in phrases)


def is_paper(token: Token) -> bool:
    """True for the organisation in "UN resolutions": the words are about a text, not about a party."""
    papers = entries("evaluation.toml", "papers")
    if token.dep_ not in ("compound", "poss", "amod", "nmod") or token.head.lemma_.lower() not in papers:
        return False
    return token.dep_ != "poss" or token.head.dep_ not in syntax.SUBJECTS


def others(utterance: Utterance, tokens: Iterable[Token] | None = None) -> tuple[Party, ...]:
    """The other side in a sentence: a subject before other mentions, nobody of the speaker's side."""
    found: list[tuple[int, Party]] = []
    for token in utterance.tokens if tokens is None else tokens:
        if is_paper(token):
            continue
        for party in utterance.cast.named(token):
            if not _is_familiar(party, utterance.speakers):
                found.append((0 if token.dep_ in syntax.SUBJECTS else 1, party))
    return (min(found, key=lambda item: item[0])[1],) if found else ()


def _is_familiar(party: Party, speakers: tuple[Party, ...]) -> bool:
    return any(
        same_side(party.actor, speaker.actor) or party.actor.country in (speaker.actor.country or "-",)
        for speaker in speakers
    )


def subject_parties(utterance: Utterance, verb: Token) -> tuple[Party, ...]:
    """Who stands as the grammatical subject of a verb, whatever its voice."""
    return utterance.cast.parties(syntax.surface_subject(verb), AS_ACTOR)


def spoken_act(
    utterance: Utterance, token: Token, kind: str, mode: str | None, recipients: tuple[Party, ...], reason: str
) -> Act:
    """An act that the speaker does by saying so."""
    why = f"{reason}: “{token.text}”"
    return Act(
        token, token, kind, mode, "actual", utterance.speakers[:1], recipients, False, 0.45, (why,), below=("speech",)
    )
