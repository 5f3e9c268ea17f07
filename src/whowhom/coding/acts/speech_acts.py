"""What a speaker does by what is said: demands, refusals, blame and praise that no verb of the reporter names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import AS_ACTOR, Cast
from whowhom.coding.acts.implied_parties import BYSTANDERS
from whowhom.coding.acts.roles import without
from whowhom.coding.acts.status import stance
from whowhom.coding.attribution import chain
from whowhom.coding.mentions.salience import same_side
from whowhom.coding.speech import Speech
from whowhom.core.actor import Party
from whowhom.vocab.load import read_toml

_JUDGEMENTS: tuple[tuple[str, str, str | None], ...] = (
    ("negative", "ACCUSE", "disapprove"),
    ("positive", "SUPPORT", None),
)
_HARM = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "REJECT"})
_CLAIMING = frozenset({"claim", "accuse", "believe"})
_AGAINST = frozenset({"REB", "OPP", "CRM"})
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
        if token.pos_ == "PROPN":
            continue
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


def _is_paper(token: Token) -> bool:
    """True for the organisation in "UN resolutions": the words are about a text, not about a party."""
    return token.dep_ in ("compound", "poss", "amod", "nmod") and token.head.lemma_.lower() in _words("papers")[0]


def _others(tokens: Iterable[Token], utterance: Utterance, cast: Cast) -> tuple[Party, ...]:
    """The other side in a sentence: a subject before other mentions, nobody of the speaker's side."""
    own = [party.actor for party in utterance.speakers]
    found: list[tuple[int, Party]] = []
    for token in tokens:
        if _is_paper(token):
            continue
        for party in cast.named(token):
            if not any(
                same_side(party.actor, actor) or party.actor.country in (actor.country or "-",) for actor in own
            ):
                found.append((0 if token.dep_ in syntax.SUBJECTS else 1, party))
    return (min(found, key=lambda item: item[0])[1],) if found else ()


def _act(
    utterance: Utterance, token: Token, kind: str, mode: str | None, recipients: tuple[Party, ...], reason: str
) -> Act:
    speakers = utterance.speakers[:1]
    return Act(token, token, kind, mode, "actual", speakers, recipients, False, 0.45, (reason,), below=("speech",))


def _demand(utterance: Utterance, cast: Cast) -> Act | None:
    """ "Israel must …", "there should be …": a REQUEST to the subject of the obligation."""
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
        if token.pos_ != "VERB" or token.lemma_.lower() == "have":
            continue
        found = stance(token, token)
        own = cast.parties(syntax.subjects(token), AS_ACTOR)
        speakers = {party.actor for party in utterance.speakers}
        if found.negated and found.modality == "future" and any(party.actor in speakers for party in own):
            return _act(
                utterance,
                token,
                "REJECT",
                None,
                _others(utterance.tokens, utterance, cast),
                f"refusal in speech: “{token.text}”",
            )
    return None


def _judgement(utterance: Utterance, cast: Cast) -> Act | None:
    for name, kind, mode in _JUDGEMENTS:
        for token in _hits(utterance.tokens, name):
            recipients = _others(utterance.tokens, utterance, cast)
            if recipients and recipients[0].actor.sector not in BYSTANDERS:
                return _act(utterance, token, kind, mode, recipients, f"{name} word in speech: “{token.text}”")
    return None


def _called(verb: Token, cast: Cast) -> Act | None:
    """ "called the raid a crime": a judgement in the reporter's words about what somebody said."""
    speakers = cast.parties(syntax.subjects(verb), AS_ACTOR)
    if not speakers:
        return None
    named = {token.i for child in syntax.children(verb, "dobj") for token in child.subtree}
    behind = tuple(token for token in verb.subtree if token.i > verb.i and token.i not in named)
    for name, kind, mode in _JUDGEMENTS:
        for token in _hits(behind, name):
            recipients = without(cast.parties(syntax.objects(verb), ("by", "of", "from", "in")), speakers)
            return Act(
                verb, verb, kind, mode, "actual", speakers, recipients, False, 0.55, (f"calls it “{token.text}”",)
            )
    return None


def judgements(doc: Doc, cast: Cast, lexical: tuple[Act, ...]) -> tuple[Act, ...]:
    """Acts by verbs of calling ("described him as a friend") where the vocabulary found none."""
    taken = {act.token.i for act in lexical}
    verbs = (
        token
        for token in doc
        if token.pos_ == "VERB" and token.i not in taken and token.lemma_.lower() in _words("calling")[0]
    )
    return tuple(act for verb in verbs if (act := _called(verb, cast)) is not None)


def allegations(doc: Doc, speeches: tuple[Speech, ...], cast: Cast, lexical: tuple[Act, ...]) -> tuple[Act, ...]:
    """Harm that a speaker lays at another's door: an ACCUSE by the speaker beside, or instead of, the act."""
    found: list[Act] = []
    for act in lexical:
        if act.type not in _HARM or act.status != "actual" or not act.actors:
            continue
        for speech in chain(speeches, act.token.i):
            if speech.source_head is None:
                continue
            speakers = cast.parties((doc[speech.source_head],), ("of", "in", "at", "for"))[:1]
            if _lays_blame(speech, speakers, act):
                reason = f"{speech.kind}: “{act.token.text}”"
                found.append(
                    Act(
                        act.token,
                        act.clause_head,
                        "ACCUSE",
                        "allege",
                        "actual",
                        speakers,
                        act.actors,
                        False,
                        0.5,
                        (reason,),
                    )
                )
                break
    return tuple(found)


def _lays_blame(speech: Speech, speakers: tuple[Party, ...], act: Act) -> bool:
    """True when a political speaker says it of another side, and claims it or suffered it."""
    if not speakers or speakers[0].actor.sector not in _POLITICAL:
        return False
    if any(on_one_side(speaker, party) for speaker in speakers for party in act.actors):
        return False
    return speech.kind in _CLAIMING or any(on_one_side(speakers[0], party) for party in act.recipients)


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


def speech_acts(doc: Doc, speeches: tuple[Speech, ...], cast: Cast, lexical: tuple[Act, ...]) -> tuple[Act, ...]:
    """At most one act a sentence of speech, and none where the vocabulary found one by the same speaker there."""
    called = judgements(doc, cast, lexical) + allegations(doc, speeches, cast, lexical)
    told = {(party.actor, act.token.sent.start) for act in (*lexical, *called) for party in act.actors}
    found = list(called)
    for utterance in utterances(doc, speeches, cast):
        key = (utterance.speakers[0].actor, utterance.tokens[0].sent.start)
        if key in told:
            continue
        act = _demand(utterance, cast) or _refusal(utterance, cast) or _judgement(utterance, cast)
        if act is not None:
            told.add(key)
            found.append(act)
    return tuple(found)
