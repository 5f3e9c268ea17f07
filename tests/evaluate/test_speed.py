"""The articles for measuring speed."""

from __future__ import annotations

from pathlib import Path

from whowhom.evaluate.speed import articles, profile

TEXT = (Path(__file__).parents[2] / "examples" / "grain-corridor.txt").read_text(encoding="utf-8")


def test_articles_have_about_500_words_and_are_the_same_every_time() -> None:
    made = articles(TEXT, 6)
    assert [document.text for document in made] == [document.text for document in articles(TEXT, 6)]
    assert all(500 <= len(document.text.split()) < 600 for document in made)
    assert len({document.text for document in made}) == 6


def test_profile_names_the_parsers_components_and_the_coders_steps() -> None:
    spent = profile(articles(TEXT, 1))
    assert {"parse: ner", "parse: parser", "claims"} <= set(spent)
    assert all(seconds >= 0 for seconds in spent.values())
