"""Task name and labelled records → predictions, one for each record, whatever happens to any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from whowhom.core.errors import WhowhomError
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

# What a record gets that broke the coder: the field that its scorer reads, with nothing in it.
_NOTHING: Mapping[str, Record] = MappingProxyType(
    {
        "articles": {"events": []},
        "events": {"events": []},
        "attribution": {"spans": []},
        "times": {"times": []},
        "places": {"locations": []},
        "stance": {"label": 0},
        "detect": {"label": "NONE"},
    }
)


def predictions(task: str, records: Iterable[Record]) -> Iterator[Record]:
    """One prediction a record, in order, with the record's ``id``; ``error`` where the record broke the coder.

    A coder that cannot work at all (no parser, a broken vocabulary) raises its WhowhomError.
    """
    predict = TASKS[task]
    for record in records:
        yield {"id": record["id"]} | _guarded(predict, record, _NOTHING.get(task, {}))


def _guarded(predict: Task, record: Record, nothing: Record) -> Record:
    # A measurement must end: one record that breaks the coder is an empty prediction that says so.
    try:
        return predict(record)
    except WhowhomError:
        raise
    except Exception as error:
        return nothing | {"error": f"{type(error).__name__}: {error}"}
