"""From an invented article to its resolved mentions, through the parser and the finding of actors."""

from __future__ import annotations

import pytest

from whowhom.coding.mentions.actors.actors import actors
from whowhom.coding.mentions.parse import load_parser
from whowhom.coding.mentions.reference.coreference import coreference

ARTICLE = (
    "Kenyan President William Ruto met his Ugandan counterpart, Yoweri Museveni, in Nairobi on Friday. "
    "The two leaders agreed to reopen a border post. They also discussed trade. "
    '"We are brothers," Ruto said. He will travel to Kampala next month. '
    "Uganda said it would lift its ban on Kenyan maize. Both countries signed a pact last year."
)


@pytest.fixture(scope="module")
def standing_for() -> dict[str, list[set[str]]]:
    """For each mention's words, the sets of countries or names that it stands for, in order."""
    doc = load_parser()(ARTICLE)
    found: dict[str, list[set[str]]] = {}
    for mention in coreference(doc, actors(doc, None)):
        found.setdefault(mention.span.of(ARTICLE), []).append({actor.name for actor in mention.actors})
    return found


LEADERS = {"William Ruto", "Yoweri Museveni"}


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The two leaders", LEADERS),
        ("They", LEADERS),
        ("We", {"William Ruto"}),
        ("Ruto", {"William Ruto"}),
        ("He", {"William Ruto"}),
        ("it", {"Uganda"}),
        ("its", {"Uganda"}),
    ],
)
def test_words_stand_for(standing_for: dict[str, list[set[str]]], words: str, names: set[str]) -> None:
    assert standing_for[words] == [names]


def test_both_countries_are_those_of_the_leaders() -> None:
    doc = load_parser()(ARTICLE)
    last = [mention for mention in coreference(doc, actors(doc, None)) if mention.span.of(ARTICLE) == "Both countries"]
    assert [{actor.country for actor in mention.actors} for mention in last] == [{"KEN", "UGA"}]
