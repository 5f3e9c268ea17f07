"""Articles of sport, entertainment and other topics are told from politics."""

from __future__ import annotations

import pytest
from spacy.language import Language

from whowhom.coding.topic import topic

MATCH = (
    "The striker scored twice in the second half and the home team won the cup final on penalties. "
    "The coach praised the goalkeeper, who saved the last kick in front of the club's fans. "
    "The midfielder left the pitch with an injury, and the captain missed a header late in the match. "
    "The league champions play the next match of the season on Saturday at their own stadium."
)
FILM = (
    "The actress plays a singer in the director's new film, which had its premiere at the festival. "
    "The studio hopes for an award after a blockbuster season, and the album with the songs of the movie is out. "
    "The actor who plays the lead said the drama was filmed in nine weeks. The sequel is planned with the same cast, "
    "and a television series with the comedian as host will follow next year."
)
TALKS = (
    "The foreign ministers of both states met in the capital to discuss the border treaty and the release of soldiers. "
    "The president said the government would send an ambassador once the army had left the disputed territory. "
    "Opposition lawmakers criticised the agreement, and police arrested protesters outside the ministry. "
    "Officials said the talks on security and trade would continue in May."
)
RECIPES = " ".join(
    ["The baker folds butter into the dough, lets the loaf rest near the oven and cuts a cross into the crust."] * 14
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [(MATCH, "sport"), (FILM, "entertainment"), (TALKS, "politics"), (RECIPES, "other"), ("A goal.", "politics")],
)
def test_tells_the_topic(parser: Language, text: str, expected: str) -> None:
    assert topic(parser(text)) == expected
