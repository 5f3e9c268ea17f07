"""Task name and labelled records → predictions, one for each record, whatever happens to any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from whowhom.evaluate import articles, clusters, detect, dyads, mentions, pairs, stance
from whowhom.evaluate.records import Record

Task = Callable[[Record], Record]

TASKS: Mapping[str, Task] = MappingProxyType(
    {
        "articles": articles.predict,
        "events": dyads.predict,
        "pairs": pairs.predict,
        "actors": mentions.predict_actor,
        "attribution": mentions.predict_attribution,
        "times": mentions.predict_times,
        "places": mentions.predict_places,
        "stance": stance.predict,
        "detect": detect.predict,
        "clusters": clusters.predict,
    }
)


def predictions(task: str, records: Iterable[Record]) -> Iterator[Record]:
    """One prediction a record, in order, with the record's ``id``."""
    predict = TASKS[task]
    for record in records:
        yield {"id": record["id"]} | _guarded(predict, record)


def _guarded(predict: Task, record: Record) -> Record:
    # A measurement must end: one record that breaks the coder is an empty prediction that says so.
    try:
        return predict(record)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}
