"""Front of a paragraph → its dateline: place, day and agency before the first word ("SEOUL, June 3 (Yonhap) -- ")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from whowhom.core.span import Span
from whowhom.text.dates import month_pattern
from whowhom.text.lines import trimmed
from whowhom.vocab.load import read_toml

_WINDOW = 200
_CAPITALS = r"[A-ZÀ-ÖØ-Þ]+(?:['’.\-][A-ZÀ-ÖØ-Þ]+)*\.?"
_CAPITAL_PLACE = rf"{_CAPITALS}(?: {_CAPITALS}){{0,4}}"
_NAMED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_NAMED_PLACE = rf"{_NAMED}(?: (?:of|the|de|la|es|el|al|au|{_NAMED})){{0,4}}"
_PLACE = (
    rf"(?:{_CAPITAL_PLACE}(?:\s?/\s?{_CAPITAL_PLACE}){{0,3}}(?![a-zà-ÿ])"
    rf"|{_NAMED_PLACE}(?:\s?/\s?{_NAMED_PLACE}){{0,3}})"
)
_STOP = r"(?:\s*(?:--+|[–—_]|//|:)|\s+-|-\s|-(?=[A-Z]))"

_LONG_DASHES = ("—", "–", "--")


@cache
def _pattern() -> re.Pattern[str]:
    month = f"(?i:{month_pattern()})"
    day = rf"(?:{month} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?,? {month})(?:,? \d{{4}})?\.?"
    region = rf"(?:, (?!{month} ?\d){_NAMED_PLACE}){{0,2}}"
    agency = r"\s*(?:\(\s*(?P<agency>[^()\n]{2,40}?)\s*\)|/(?P<slashed>[A-Za-z][\w -]{1,20})/)"
    return re.compile(
        rf"(?:(?!{month} \d)(?P<place>{_PLACE})(?P<region>{region})(?:(?:[,.]? )(?P<day>{day}))?|(?P<bare>{day}))?"
        rf"(?:{agency})?(?P<stop>{_STOP}|\.(?=\s)|(?=\s|[A-Z“\"]|$))\s*"
    )


@cache
def _table(key: str) -> frozenset[str]:
    return frozenset(read_toml("layout.toml")["datelines"][key])


@cache
def _cities() -> frozenset[str]:
    return frozenset(city.lower() for city in _table("cities"))


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline's span, separator included, and the words in it that name the place and the agency ("" if none)."""

    span: Span
    place: str
    agency: str


def _is_agency(name: str) -> bool:
    parts = [part.strip() for part in re.split(r"[/,;]| and ", name) if part.strip()]
    return name in _table("agencies") or (bool(parts) and all(part in _table("agencies") for part in parts))


def _looks_like_agency(name: str) -> bool:
    return _is_agency(name) or re.fullmatch(r"[A-Z]{2,8}(?: News)?", name) is not None


def _is_city(place: str) -> bool:
    return all(
        part.strip().lower().removeprefix("the ") in _cities() or part.strip().lower() in _cities()
        for part in place.split("/")
    )


def _is_place_in_capitals(place: str) -> bool:
    return sum(character.isalpha() for character in place) >= 3 and place.upper() == place


def _is_unknown_place(found: re.Match[str], stop: str, leading: bool) -> bool:
    """Capitals that no table knows: a place before a dash, or before a colon where the story opens.

    "ANNA BERG, HOST:" is a speaker, and four words in capitals are a label.
    """
    if stop == ":":
        return leading and not found["region"]
    return len(found["place"].split()) <= 3 or bool(found["region"] or found["day"])


def _convinces(found: re.Match[str], leading: bool) -> bool:
    """True when the match can only be a dateline; ``leading``: no prose stands before it in the text."""
    place, stop = found["place"] or "", found["stop"].strip()
    if re.split(r"[\s/]", place)[0].strip(".").upper() in _table("not_places"):
        return False
    agency = found["agency"] or found["slashed"] or ""
    if agency:
        known = _looks_like_agency(agency) if place or found["bare"] else _is_agency(agency)
        return known and (
            not place
            or _is_place_in_capitals(place)
            or _is_city(place)
            or bool(found["day"])
            or (bool(stop) and leading)
        )
    if not place or not stop or stop == ".":
        return False
    if _is_place_in_capitals(place):
        return _is_city(place) or _is_unknown_place(found, stop, leading)
    if not leading:
        return False
    return (
        bool(found["day"])
        or _is_city(place)
        or (bool(found["region"]) and stop in _LONG_DASHES and len(place.split()) <= 3)
    )


def _place_name(place: str) -> str:
    """The place without a full stop behind it ("MOSCOW. July 3"), which initials keep ("U.N.")."""
    return place[:-1] if place.endswith(".") and place.count(".") == 1 else place


def dateline_at(text: str, span: Span, leading: bool = True) -> Dateline | None:
    """The dateline at the front of ``span``, or None when there is none that is certain.

    Forms: "WASHINGTON (Reuters) - ", "SEOUL, South Korea — ", "MOSCOW, June 19. /TASS/. ", "New Delhi: ", "(CNN) ", a
    city alone on its line. ``leading`` says that the story has not begun yet: only there does an ordinary city name
    with a colon or dash count.
    """
    end = min(span.end, span.start + _WINDOW)
    found = _pattern().match(text, span.start, end)
    if found is None or found.end() == span.start or not _convinces(found, leading):
        return None
    rest = trimmed(text, found.end(), span.end)
    if rest is not None and (text[rest.start].islower() or text[rest.start] in ",;)"):
        return None
    whole = trimmed(text, found.start(), found.end())
    agency = found["agency"] or found["slashed"] or ""
    return Dateline(whole, _place_name(found["place"] or ""), agency) if whole else None


def dateline_behind_byline(text: str, span: Span) -> Dateline | None:
    """The dateline in capitals of a paragraph that opens with "By" and a name."""
    return dateline_within(text, span) if re.match(r"by\s", text[span.start : span.start + 3], re.I) else None


def dateline_within(text: str, span: Span) -> Dateline | None:
    """A dateline in capitals behind a headline on the same line, within the first 250 characters.

    Certain only with an agency or a long dash, and when no sentence ends before it.
    """
    end = min(span.end, span.start + 250)
    for match in re.finditer(rf"(?<=\s){_CAPITAL_PLACE}", text[span.start : end]):
        start = span.start + match.start()
        if re.search(r"[.!?…][\"'”’]?\s", text[span.start : start]):
            return None
        found = _behind_byline(text, Span(start, span.end), len(match[0]))
        if found and _is_place_in_capitals(found.place) and (found.agency or re.search(r"—|--", found.span.of(text))):
            return found
    return None


def _behind_byline(text: str, span: Span, length: int) -> Dateline | None:
    """The dateline in a run of ``length`` characters in capitals, in which a reporter's name may come first.

    The place is a known city that ends the run, else the run without the two words that follow "By", else all of it.
    """
    starts = [span.start + word.start() for word in re.finditer(r"\S+", text[span.start : span.start + length])]
    found = [line for start in starts if (line := dateline_at(text, Span(start, span.end), leading=False))]
    city = next((line for line in found if _is_city(line.place)), None)
    signed = re.search(r"\bby\s+$", text[max(0, span.start - 5) : span.start], re.I) is not None
    named = found[2:] if signed and len(found) == len(starts) else found
    return city or next(iter(named or found), None)
