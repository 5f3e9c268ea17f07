"""Record → the short words that people read: dates, parties, places, on whose word."""

from __future__ import annotations

import re
from datetime import date, timedelta

from whowhom.core.actor import Actor, Party
from whowhom.core.claim import Claim
from whowhom.core.date_range import DateRange
from whowhom.core.event import Event
from whowhom.core.place import Place
from whowhom.exchange.codebook import speakers

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\ufeff]+")
_SPACES = re.compile(r"\s+")
_DOUBLE_MARKS = re.compile('["“”„]')
QUAD_NAMES = {1: "verbal cooperation", 2: "material cooperation", 3: "verbal conflict", 4: "material conflict"}


def clean(text: str) -> str:
    """One line, without control characters: what a text brings must never steer a terminal."""
    return _SPACES.sub(" ", _CONTROLS.sub(" ", text)).strip()


def shorten(text: str, length: int) -> str:
    """``text`` on one line, cut at a word and closed with … when longer than ``length`` characters."""
    line = clean(text)
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def quoted(text: str, length: int) -> str:
    """``text`` shortened and in quotation marks: single ones where it brings double ones of its own."""
    words = shorten(text, length)
    return f"‘{words}’" if _DOUBLE_MARKS.search(words) else f"“{words}”"


def day(when: date) -> str:
    """19 Jun 2025, whatever the locale."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def dates(when: DateRange | None) -> str:
    """A day, a month, a year, or first and last day with what they share said once; "undated" for None."""
    if when is None:
        return "undated"
    if when.start == when.end:
        return day(when.start)
    if when.precision == "year" and (when.start.month, when.start.day, when.end.month, when.end.day) == (1, 1, 12, 31):
        years = dict.fromkeys((when.start.year, when.end.year))
        return "–".join(map(str, years))
    if when.precision == "month" and when.start.day == 1 and (when.end + timedelta(days=1)).day == 1:
        months = dict.fromkeys(f"{_MONTHS[d.month - 1]} {d.year}" for d in (when.start, when.end))
        return " – ".join(months)
    return _days(when.start, when.end)


def _days(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(last)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(last)}"
    return f"{day(first)} – {day(last)}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def codes(actor: Actor) -> str:
    """Country and sectors: "RUS GOV"; an IGO once, not twice."""
    parts = (actor.country, actor.sector, actor.other_sector)
    return " ".join(dict.fromkeys(part for part in parts if part))


def names(parties: tuple[Party, ...]) -> str:
    """The names of the parties, without codes."""
    return ", ".join(clean(party.actor.name) for party in parties)


def place_name(place: Place | None) -> str:
    """Name and country code, "" for None."""
    if place is None:
        return ""
    return clean(f"{place.name} {place.country}" if place.country else place.name)


def on_whose_word(event: Event) -> str:
    """The chain of speakers, outermost first; "" when the article says it in its own voice."""
    return " › ".join(clean(actor.name) for actor in speakers(event.attribution))


def count(number: int, noun: str) -> str:
    """ "1 event", "1,204 events"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def decision(claim: Claim) -> str:
    """Why a claim was coded as it is: trigger, rules, the model's probabilities of the likeliest types."""
    parts = [quoted(claim.trigger.text, 60), *claim.decision.reasons]
    if claim.decision.probabilities:
        likely = ", ".join(f"{name} {value:.2f}" for name, value in claim.decision.probabilities)
        parts.append(f"model: {likely}")
    return clean(" · ".join(parts))
