"""A document and its coding, made by hand, so that tests of the faces do not hang on the coder."""

from __future__ import annotations

from datetime import date

from whowhom.core.actor import Actor, Party
from whowhom.core.attribution import Attribution
from whowhom.core.claim import Claim, Quote, Status
from whowhom.core.coding import Coding
from whowhom.core.date_range import DateRange
from whowhom.core.document import Block, Document
from whowhom.core.event import Event
from whowhom.core.place import Place
from whowhom.core.span import Span

TITLE = "Ministers of Norland talk by phone"
PARAGRAPHS = (
    TITLE,
    "Oslo and Lima <spoke> by phone on Thursday, the Norwegian ministry said.",
    "Norway condemned the shelling of a convoy by rebels. Peru & Norway held the call late in the day.",
)
TEXT = "\n\n".join(PARAGRAPHS)
NORWAY = Actor("Norway", "NOR", "GOV")
PERU = Actor("Peru", "PER", "GOV")
REBELS = Actor("rebels", None, "REB")
MINISTRY = Actor("Norwegian ministry", "NOR", "GOV")
THURSDAY = DateRange(date(2025, 6, 19), date(2025, 6, 19))


def span(words: str) -> Span:
    """Where ``words`` first stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def quote(words: str) -> Quote:
    """The words with their place."""
    return Quote(span(words), words)


def party(actor: Actor, words: str) -> Party:
    """The actor as named by ``words``."""
    return Party(actor, span(words))


def document() -> Document:
    """One article in three blocks."""
    kinds = ("title", "paragraph", "paragraph")
    blocks = tuple(Block(kind, span(words)) for kind, words in zip(kinds, PARAGRAPHS, strict=True))  # type: ignore[arg-type]
    return Document("made-1", TEXT, TITLE, date(2025, 6, 19), "The Fjord Post", blocks=blocks)


def claim(
    name: str,
    code: tuple[str, str | None, Status],
    actors: tuple[Party, ...],
    recipients: tuple[Party, ...],
    words: str,
    trigger: str,
    chain: tuple[Attribution, ...] = (),
) -> Claim:
    """A claim with the fields that differ between tests."""
    kind, mode, status = code
    return Claim(
        id=name,
        document_id="made-1",
        type=kind,
        mode=mode,
        status=status,
        actors=actors,
        recipients=recipients,
        date=THURSDAY if kind == "CONSULT" else None,
        place=Place("Oslo", "NOR", 3143244, 59.91, 10.75) if kind == "ACCUSE" else None,
        attribution=chain,
        content="what was said",
        evidence=(quote(words),),
        trigger=quote(trigger),
        confidence=0.75,
    )


def event(*claims: Claim) -> Event:
    """The event that the claims tell, with the fields of the first."""
    first = claims[0]
    return Event(
        id=f"event-{first.id}",
        type=first.type,
        mode=first.mode,
        status=first.status,
        actors=first.actors,
        recipients=first.recipients,
        date=first.date,
        place=first.place,
        attribution=first.attribution,
        content=first.content,
        evidence=tuple(quote for claim in claims for quote in claim.evidence),
        salience="core",
        confidence=first.confidence,
        claims=claims,
    )


def coding() -> Coding:
    """A call told twice, a condemnation, a hypothetical attack without a known author."""
    both = (party(NORWAY, "Oslo"), party(PERU, "Lima"))
    said = Attribution(MINISTRY, span("the Norwegian ministry"), span("said"))
    call = "Oslo and Lima <spoke> by phone on Thursday"
    first = claim("c1", ("CONSULT", "phone", "actual"), both, (), call, "<spoke>", (said,))
    again = claim(
        "c2", ("CONSULT", "phone", "actual"), both, (), "Peru & Norway held the call late in the day", "call late"
    )
    blame = "Norway condemned the shelling of a convoy by rebels"
    accuse = ("ACCUSE", "disapprove", "actual")
    third = claim("c3", accuse, (party(NORWAY, "Norway condemned"),), (party(REBELS, "rebels"),), blame, "condemned")  # type: ignore[arg-type]
    fourth = claim("c4", ("ASSAULT", None, "hypothetical"), (), (), "the shelling of a convoy by rebels", "shelling")
    events = (event(first, again), event(third), event(fourth))
    return Coding(
        document(), "whowhom-0-test", (first, again, third, fourth), events, ("no date: some acts stay open",)
    )
