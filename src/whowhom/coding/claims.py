"""Acts with their times, places and speakers → claims of the record, each tied to its words."""

from __future__ import annotations

from datetime import date, timedelta

from spacy.tokens import Doc, Token

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import Cast
from whowhom.coding.acts.event_places import event_place
from whowhom.coding.acts.event_times import event_date
from whowhom.coding.acts.party_places import party_place
from whowhom.coding.acts.type_groups import SPOKEN
from whowhom.coding.attribution.speech import Speech
from whowhom.coding.attribution.speeches import chain
from whowhom.coding.evidence import evidence, quote
from whowhom.coding.mentions.mention import PlaceMention, TimeMention
from whowhom.core.actor import Party
from whowhom.core.attribution import Attribution
from whowhom.core.claim import Claim, Salience
from whowhom.core.date_range import DateRange
from whowhom.core.decision import Decision
from whowhom.core.document import Document
from whowhom.core.ids import stable_id

_MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE", "RETREAT"})
_OLD = timedelta(days=14)


def attribution_of(act: Act, speeches: tuple[Speech, ...], cast: Cast, doc: Doc) -> tuple[Attribution, ...]:
    """The chain of speakers around the act, outermost first, without the act's own actors."""
    links = []
    own = {party.actor for party in act.actors}
    for speech in chain(speeches, act.token.i):
        if speech.source is None or speech.source_head is None:
            continue
        parties = cast.parties((doc[speech.source_head],), ("of", "in", "at", "for"))
        own_words = act.type in SPOKEN or speech.cue[0] <= act.clause_head.i < speech.cue[1]
        if not parties or (parties[0].actor in own and own_words):
            continue
        source, cue = quote(doc, *speech.source).span, quote(doc, *speech.cue).span
        links.append(Attribution(parties[0].actor, source, cue))
    return tuple(links)


def _content(act: Act) -> str:
    """One line that says who does what to whom, and by which word."""

    def names(parties: tuple[Party, ...]) -> str:
        return ", ".join(party.actor.name for party in parties) or "?"

    label = act.type.lower() + (f" ({act.mode})" if act.mode else "")
    towards = f" → {names(act.recipients)}" if act.recipients else ""
    return f"{names(act.actors)}{towards}: {label}, “{act.token.text}”"


def _salience(act: Act, when: DateRange | None, published: date | None) -> Salience:
    """Background is what lies two weeks back or more, or in the past perfect; what is to come is core."""
    if act.status == "future":
        return "core"
    if when is None or published is None:
        return "background" if _is_past_perfect(act.clause_head) else "core"
    return "background" if when.end < published - _OLD else "core"


def _is_past_perfect(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "had" for child in verb.children)


def claim(
    document: Document,
    doc: Doc,
    act: Act,
    cast: Cast,
    speeches: tuple[Speech, ...],
    times: tuple[TimeMention, ...],
    places: tuple[PlaceMention, ...],
) -> Claim:
    """The claim that one act makes."""
    when, when_span = event_date(doc, act.token.i, times, document.published, act.status)
    place, place_span = event_place(doc, act.token.i, places, material=act.type in _MATERIAL)
    if place is None and act.status != "negated":
        place, place_span = party_place(act.type, act.actors, act.recipients)
    words = evidence(doc, act)
    trigger = quote(doc, act.token.i, act.token.i + 1)
    return Claim(
        id=stable_id("claim", document.id, act.type, trigger.span.start, trigger.span.end, act.status),
        document_id=document.id,
        type=act.type,
        mode=act.mode,
        status=act.status,
        actors=act.actors,
        recipients=act.recipients,
        date=when,
        place=place,
        attribution=attribution_of(act, speeches, cast, doc),
        content=_content(act),
        evidence=(words,),
        trigger=trigger,
        date_evidence=when_span,
        place_evidence=place_span,
        salience=_salience(act, when, document.published),
        confidence=act.confidence,
        handling=document.handling,
        decision=Decision(act.reasons, act.probabilities),
    )
