"""A sentence → whether it reports contentious action (task ``detect``).

The set follows another project's definition: it is reported, never tuned for.
"""

from __future__ import annotations

from whowhom.evaluate.documents import code_passage
from whowhom.evaluate.records import Record

_CONTENTIOUS = ("PROTEST", "ASSAULT")


def predict(record: Record) -> Record:
    """``label``: EVENT when a protest or an attack happened or is happening, else NONE."""
    claims = code_passage(record).claims
    found = any(claim.type in _CONTENTIOUS and claim.status == "actual" for claim in claims)
    return {"label": "EVENT" if found else "NONE"}
