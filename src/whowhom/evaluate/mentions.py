"""Texts → the mentions that the coder finds on its way: tasks actors, attribution, times, places."""

from __future__ import annotations

from whowhom.coding.attribution.spans import spans
from whowhom.coding.mentions.actors.resolution import resolve_actor
from whowhom.coding.mentions.parse import parse
from whowhom.coding.mentions.places.nationalities import nationalities
from whowhom.coding.mentions.places.places import places
from whowhom.coding.mentions.times.times import times
from whowhom.evaluate.documents import passage, text_of
from whowhom.evaluate.records import Record
from whowhom.text.dates import read_date


def predict_actor(record: Record) -> Record:
    """``country`` and ``code_1`` (sector) of one mention, "" where there is none."""
    actor = resolve_actor(text_of(record), text_of(record, "context"), read_date(record.get("date")))
    return {"country": actor.country or "", "code_1": actor.sector or ""}


def predict_attribution(record: Record) -> Record:
    """``spans``: [{"start", "end", "label"}] with the labels source, cue and content."""
    found = spans(parse(passage(record)))
    return {"spans": [{"start": start, "end": end, "label": label} for start, end, label in found]}


def predict_times(record: Record) -> Record:
    """``times``: [{"start", "end", "when"}], resolved against the document's day ``dct``."""
    document = passage(record)
    found = times(parse(document), document.published)
    return {"times": [{"start": time.span.start, "end": time.span.end, "when": time.iso} for time in found]}


def predict_places(record: Record) -> Record:
    """``locations``: [{"text", "start", "end", "lat", "lon", "geonameid", "country"}], degrees WGS 84.

    The sets count adjectives ("Kenyan") as toponyms of their countries.
    """
    document = passage(record)
    doc = parse(document)
    toponyms = sorted((*places(doc), *nationalities(doc)), key=lambda mention: mention.start)
    return {
        "locations": [
            {
                "text": found.span.of(document.text),
                "start": found.span.start,
                "end": found.span.end,
                "lat": found.place.latitude,
                "lon": found.place.longitude,
                "geonameid": found.place.geonameid,
                "country": found.place.country,
            }
            for found in toponyms
        ]
    }
