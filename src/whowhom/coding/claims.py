"""Acts with their times, places and speakers → claims of the record, each tied to its words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import Cast
from whowhom.coding.acts.event_places import event_place
from whowhom.coding.acts.event_times import event_date
from whowhom.coding.acts.party_places import party_place
from whowhom.coding.attribution import chain
from whowhom.coding.mentions.mention import PlaceMention, TimeMention
from whowhom.coding.speech import Speech
from whowhom.core.actor import Actor, Party
from whowhom.core.attribution import Attribution
from whowhom.core.claim import Claim, Quote, Salience
from whowhom.core.date_range import DateRange
from whowhom.core.document import Document
from whowhom.core.ids import stable_id
from whowhom.core.span import Span

_LONGEST_EVIDENCE = 45
_MATERIAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE", "RETREAT"})
# What somebody says is done by saying it; of other acts a party may be the one that tells.
_SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
_OLD = timedelta(days=14)

OtherParty = Callable[[int, tuple[Party, ...]], Actor | None]


def quote(doc: Doc, start: int, end: int) -> Quote:
    """The words from token ``start`` to ``end`` (half-open), without white space at the ends."""
    while start < end and doc[start].is_space:
        start += 1
    while end > start + 1 and doc[end - 1].is_space:
        end -= 1
    span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
    return Quote(span, span.of(doc.text))


def _clause(act: Act) -> tuple[int, int]:
    """The clause that tells the act: the subtree of its verb, without what lies before a clause of speech."""
    head = act.clause_head
    while head.pos_ not in ("VERB", "AUX") and head.head != head and head.sent == head.head.sent:
        head = head.head
    start, end = head.left_edge.i, head.right_edge.i + 1
    for child in head.children:
        if child.dep_ == "ccomp" and child.i > head.i and not _within(act.token, child):
            continue
    return start, end


def _within(token: Token, ancestor: Token) -> bool:
    return token == ancestor or ancestor.is_ancestor(token)


def evidence(doc: Doc, act: Act) -> Quote:
    """The shortest clause that holds trigger and parties, at most 45 tokens around the trigger."""
    start, end = _clause(act)
    sentence = act.token.sent
    start, end = max(start, sentence.start), min(end, sentence.end)
    if end - start > _LONGEST_EVIDENCE:
        start, end = max(start, act.token.i - 20), min(end, act.token.i + 25)
    while (start < act.token.i and (doc[start].is_punct and doc[start].text not in "\"“‘'")) or doc[
        start
    ].dep_ == "mark":
        if start >= act.token.i:
            break
        start += 1
    while end - 1 > act.token.i and doc[end - 1].is_punct and doc[end - 1].text not in "\"”’'":
        end -= 1
    return quote(doc, start, end)


def attribution_of(act: Act, speeches: tuple[Speech, ...], cast: Cast, doc: Doc) -> tuple[Attribution, ...]:
    """The chain of speakers around the act, outermost first, without the act's own actors."""
    links = []
    own = {party.actor for party in act.actors}
    for speech in chain(speeches, act.token.i):
        if speech.source is None or speech.source_head is None:
            continue
        parties = cast.parties((doc[speech.source_head],), ("of", "in", "at", "for"))
        own_words = act.type in _SPOKEN or speech.cue[0] <= act.clause_head.i < speech.cue[1]
        if not parties or (parties[0].actor in own and own_words):
            continue
        source, cue = quote(doc, *speech.source).span, quote(doc, *speech.cue).span
        links.append(Attribution(parties[0].actor, source, cue))
    return tuple(links)


def _content(act: Act, mode: str | None) -> str:
    def names(parties: tuple[Party, ...]) -> str:
        return ", ".join(party.actor.name for party in parties) or "?"

    label = act.type.lower() + (f" ({mode})" if mode else "")
    towards = f" → {names(act.recipients)}" if act.recipients else ""
    return f"{names(act.actors)}{towards}: {label}, “{act.token.text}”"


def _salience(when: DateRange | None, status: str, published: date | None, doc: Doc, act: Act) -> Salience:
    if status == "future":
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
        content=_content(act, act.mode),
        evidence=(words,),
        trigger=trigger,
        date_evidence=when_span,
        place_evidence=place_span,
        salience=_salience(when, act.status, document.published, doc, act),
        confidence=act.confidence,
        handling=document.handling,
    )
