"""The flat layer of labelled spans."""

from __future__ import annotations

from spacy.language import Language

from whowhom.coding.attribution.spans import spans


def labelled(parser: Language, text: str) -> list[tuple[str, str]]:
    return [(label, text[start:end]) for start, end, label in spans(parser(text))]


def test_spans_cover_source_cue_and_content_to_the_character(parser: Language) -> None:
    assert labelled(parser, "`` We will win , '' said Sen. Ann Lee . `` They know it . ''") == [
        ("content", "`` We will win , ''"),
        ("cue", "said"),
        ("source", "Sen. Ann Lee"),
        ("content", "`` They know it . ''"),
    ]


def test_only_the_outermost_layer_is_marked(parser: Language) -> None:
    assert labelled(parser, "The envoy said the king believes that talks failed.") == [
        ("source", "The envoy"),
        ("cue", "said"),
        ("content", "the king believes that talks failed"),
    ]


def test_attitudes_and_intentions_are_marked_too(parser: Language) -> None:
    assert ("cue", "has openly condemned") in labelled(parser, "The senator has openly condemned the treaty.")
    assert ("content", "to visit Rome") in labelled(parser, "The king wants to visit Rome.")


def test_the_relative_pronoun_is_the_source_in_its_clause(parser: Language) -> None:
    assert ("source", "who") in labelled(parser, "He met the judge, who said that the trial would begin soon.")


def test_a_bare_quotation_is_content_without_a_cue(parser: Language) -> None:
    text = "“We went home. There was no light.”"
    assert labelled(parser, text) == [("content", text)]
