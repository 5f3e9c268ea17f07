"""Where: a named place, with its country and, where known, its GeoNames id and coordinates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A place as named in the text; latitude and longitude in degrees (WGS 84)."""

    name: str
    country: str | None = None
    geonameid: int | None = None
    latitude: float | None = None
    longitude: float | None = None
