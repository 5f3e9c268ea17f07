"""Words of ACCUSE, REJECT, THREATEN and SANCTION, and the lists beside them: well formed and in the parser's lemmas."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from whowhom.vocab.load import read_toml
from whowhom.vocab.ontology import event_types

# A warning to nobody or to the public is an appeal, so REQUEST stands beside the four types.
TYPES = {"ACCUSE", "REJECT", "THREATEN", "SANCTION", "REQUEST"}
COMMON = {"type", "mode", "lemmas", "recipient", "actor", "mutual", "weak", "status"}
FIELDS = {"verb": COMMON | {"object", "object_actor", "prep"}, "noun": COMMON | {"needs_support"}}
SLOTS = {
    "verb": {"subject", "object", "indirect", "complement_subject"},
    "noun": {"possessor", "modifier"},
}
PREPOSITIONS = {
    *("to", "with", "from", "against", "at", "for", "on", "upon", "of", "over", "into", "onto", "in", "by", "between"),
    *("among", "about", "toward", "towards", "before", "belonging"),
}


def rows() -> Iterator[tuple[str, dict[str, Any]]]:
    table = read_toml("triggers_verbal_conflict.toml")
    for part in ("verb", "noun"):
        for row in table[part]:
            yield part, row


def classes() -> dict[str, list[str]]:
    found: dict[str, list[str]] = read_toml("triggers_verbal_conflict.toml")["classes"]
    return found


def lemmas(parser: Language, words: set[str], verbs: bool) -> dict[str, str]:
    """Each word with the lemma that the parser gives it as the base form of a verb or a noun."""
    ordered = sorted(words)
    part, tag, morph = ("VERB", "VB", "VerbForm=Inf") if verbs else ("NOUN", "NN", "Number=Sing")
    size = len(ordered)
    doc = Doc(parser.vocab, words=ordered, pos=[part] * size, tags=[tag] * size, morphs=[morph] * size)
    return dict(zip(ordered, (token.lemma_ for token in parser.get_pipe("lemmatizer")(doc)), strict=True))


def label_names(label: str) -> tuple[str, str | None]:
    kind, _, mode = label.partition("/")
    return kind, mode or None


def is_label(label: str) -> bool:
    kind, mode = label_names(label)
    return kind in event_types() and (mode is None or mode in {known.name for known in event_types()[kind].modes})


def test_rows_have_known_fields_types_and_modes() -> None:
    for part, row in rows():
        assert set(row) <= FIELDS[part], row["lemmas"]
        assert row["type"] in TYPES
        modes = {mode.name for mode in event_types()[row["type"]].modes}
        assert row.get("mode") is None or row["mode"] in modes, (row["type"], row["mode"])
        assert row["lemmas"]
        assert len(row["lemmas"]) == len(set(row["lemmas"])), row["lemmas"]


def test_slots_are_known() -> None:
    for part, row in rows():
        for slot in [*row.get("actor", []), *row.get("recipient", []), *row.get("prep", [])]:
            assert slot in SLOTS[part] | PREPOSITIONS, (slot, row["lemmas"])


def test_classes_exist_and_are_used() -> None:
    used = {name[1:] for _, row in rows() for name in row.get("object", []) if name.startswith("@")}
    assert used == set(classes())


def test_verbs_are_lemmas(parser: Language) -> None:
    # "left", "found" and the like are lemmas of other verbs; none may stand here by its past form.
    firsts = {lemma.split()[0] for part, row in rows() if part == "verb" for lemma in row["lemmas"] if "-" not in lemma}
    assert {word: lemma for word, lemma in lemmas(parser, firsts, verbs=True).items() if word != lemma} == {}


def test_event_nouns_are_lemmas(parser: Language) -> None:
    heads = {lemma.split()[-1] for part, row in rows() if part == "noun" for lemma in row["lemmas"]}
    assert {word: lemma for word, lemma in lemmas(parser, heads, verbs=False).items() if word != lemma} == {}


def test_no_articles_in_phrases() -> None:
    for _, row in rows():
        for lemma in row["lemmas"]:
            assert not {"the", "a", "an", "its", "their"} & set(lemma.split()), lemma


def test_no_entry_is_written_twice() -> None:
    seen: set[tuple[object, ...]] = set()
    for part, row in rows():
        for lemma in row["lemmas"]:
            key = (part, lemma, *row.get("object", []), row.get("object_actor", False), *row.get("prep", []))
            assert key not in seen, (lemma, row["type"], row.get("mode"))
            seen.add(key)


@pytest.mark.parametrize("frame", sorted(read_toml("composition.toml")))
def test_composed_labels_are_types_with_their_modes(frame: str) -> None:
    for inner, outer in read_toml("composition.toml")[frame].items():
        assert is_label(outer), (frame, inner, outer)
        assert inner in ("*", "none", "end") or is_label(inner), (frame, inner)


def test_no_word_both_praises_and_blames() -> None:
    table = read_toml("evaluation.toml")
    assert set(table["negative"]).isdisjoint(table["positive"])


@pytest.mark.parametrize(
    "name", ["negative", "positive", "calling", "calls_negative", "calls_positive", "papers", "acts"]
)
def test_evaluation_lists_name_each_word_once_in_lower_case(name: str) -> None:
    words = read_toml("evaluation.toml")[name]
    assert len(words) == len(set(words))
    assert all(word == word.lower() for word in words)


@pytest.mark.parametrize("word", ["support", "success", "fail", "terrorist", "offensive", "lie", "crisis", "progress"])
def test_words_of_neutral_use_are_not_judgements(word: str) -> None:
    table = read_toml("evaluation.toml")
    assert word not in table["negative"]
    assert word not in table["positive"]
