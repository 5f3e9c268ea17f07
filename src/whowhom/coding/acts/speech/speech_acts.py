"""What a speaker does by what is said: demands, refusals, promises, threats, charges, praise that no verb names."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Doc

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import Cast
from whowhom.coding.acts.speech.allegations import allegation, allegations, charge
from whowhom.coding.acts.speech.commitments import promise, refusal
from whowhom.coding.acts.speech.demands import demand
from whowhom.coding.acts.speech.judgements import judgement, judgements
from whowhom.coding.acts.speech.threats import threat
from whowhom.coding.acts.speech.utterances import Utterance, utterances
from whowhom.coding.attribution.speech import Speech

# What an utterance may do, in the order in which it is asked.
_READINGS: tuple[Callable[[Utterance], Act | None], ...] = (
    threat,
    demand,
    refusal,
    promise,
    allegation,
    charge,
    judgement,
)
# A promise to stand by somebody is support already told.
_SAME: Mapping[str, tuple[str, ...]] = {"AGREE": ("AGREE", "SUPPORT")}


def _is_told(utterance: Utterance, kind: str, lexical: tuple[Act, ...]) -> bool:
    """True when the vocabulary found the same kind of act by the speaker's side in the very words of the utterance."""
    first, last = utterance.tokens[0].i, utterance.tokens[-1].i
    return any(
        first <= act.token.i <= last and act.type in _SAME.get(kind, (kind,)) and utterance.is_own(act.actors)
        for act in lexical
    )


def speech_acts(doc: Doc, speeches: tuple[Speech, ...], cast: Cast, lexical: tuple[Act, ...]) -> tuple[Act, ...]:
    """At most one act of a type for a sentence of speech, and none where the vocabulary found one there."""
    called = judgements(doc, cast, lexical) + allegations(doc, speeches, cast, lexical)
    told = {(party.actor, act.token.sent.start, act.type) for act in (*lexical, *called) for party in act.actors}
    found = list(called)
    for utterance in utterances(doc, speeches, cast):
        act = next((act for reading in _READINGS if (act := reading(utterance)) is not None), None)
        if act is None or _is_told(utterance, act.type, lexical):
            continue
        key = (utterance.speakers[0].actor, utterance.tokens[0].sent.start, act.type)
        if key not in told:
            told.add(key)
            found.append(act)
    return tuple(found)
