"""The trigger vocabulary of the co-operative and verbal types is well formed and says what spaCy's parser yields."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from spacy.tokens import Doc

from whowhom.coding.mentions.parse import load_parser
from whowhom.vocab.load import read_toml

MODES: dict[str, set[str]] = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "return", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
}
VERB_FIELDS = {
    "type", "mode", "lemmas", "actor", "recipient", "mutual", "object", "object_actor", "prep", "weak", "status",
}  # fmt: skip
NOUN_FIELDS = {"type", "mode", "lemmas", "actor", "recipient", "mutual", "needs_support", "weak"}
PREPOSITIONS = {
    "to", "with", "from", "against", "at", "for", "on", "of", "over", "into", "in", "by", "between", "among", "about",
    "upon", "toward", "towards", "behind", "around", "round", "alongside", "through", "out", "involving",
}  # fmt: skip
VERB_SLOTS = PREPOSITIONS | {"subject", "object", "indirect", "complement_subject"}
NOUN_SLOTS = PREPOSITIONS | {"possessor", "modifier"}
# Past forms that spaCy's rules leave as they are, so that the form itself must stand in the vocabulary.
UNLEMMATISED = {"forgave", "resold"}
# Singular nouns that look like plurals to the lemmatiser when it is not told their number.
SINGULAR_ENDINGS = ("ss", "us", "is")
SINGULARS = {"rendezvous", "summons", "sos", "politics"}

TABLE = read_toml("triggers_cooperation.toml")
VERBS: list[dict[str, Any]] = TABLE["verb"]
NOUNS: list[dict[str, Any]] = TABLE["noun"]
CLASSES: dict[str, list[str]] = TABLE["classes"]


def object_words(entry: dict[str, Any]) -> frozenset[str]:
    """The object condition of an entry with its classes written out."""
    names = entry.get("object", [])
    return frozenset(word for name in names for word in (CLASSES[name[1:]] if name.startswith("@") else [name]))


def lemmatised(word: str, part: str) -> str:
    """What the parser's lemmatiser makes of a word as a part of speech, whatever its context."""
    parser = load_parser()
    doc = Doc(parser.vocab, words=[word], pos=[part])
    return str(parser.get_pipe("lemmatizer")(doc)[0].lemma_)


def plurals(words: set[str]) -> set[str]:
    """The words that are no noun lemmas."""
    return {
        word
        for word in words
        if not word.endswith(SINGULAR_ENDINGS) and word not in SINGULARS and lemmatised(word, "NOUN") != word
    }


def entries_by_lemma() -> Iterator[tuple[str, list[dict[str, Any]]]]:
    table: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for entry in VERBS:
        for lemma in entry["lemmas"]:
            table[lemma].append(entry)
    return iter(table.items())


@pytest.mark.parametrize(
    ("entries", "fields", "slots"), [(VERBS, VERB_FIELDS, VERB_SLOTS), (NOUNS, NOUN_FIELDS, NOUN_SLOTS)]
)
def test_entries_have_known_fields_types_modes_and_slots(
    entries: list[dict[str, Any]], fields: set[str], slots: set[str]
) -> None:
    for entry in entries:
        assert set(entry) <= fields, entry
        assert entry["type"] in MODES, entry
        assert entry.get("mode") is None or entry["mode"] in MODES[entry["type"]], entry
        assert entry.get("status") in (None, "future", "hypothetical"), entry
        assert set(entry.get("actor", [])) <= slots, entry
        assert set(entry.get("recipient", [])) <= slots, entry
        assert set(entry.get("prep", [])) <= PREPOSITIONS, entry
        assert entry["lemmas"], entry


@pytest.mark.parametrize("entries", [VERBS, NOUNS])
def test_lemmas_are_lower_case_words_and_stand_once_in_their_entry(entries: list[dict[str, Any]]) -> None:
    for entry in entries:
        assert len(set(entry["lemmas"])) == len(entry["lemmas"]), Counter(entry["lemmas"]).most_common(1)
        for lemma in entry["lemmas"]:
            assert lemma == " ".join(lemma.lower().split()), lemma
            assert not {"a", "an", "the", "his", "her", "its", "their"} & set(lemma.split()), lemma


def test_hyphens_are_words_of_their_own_as_the_tokeniser_has_them() -> None:
    for entry in (*VERBS, *NOUNS):
        for lemma in entry["lemmas"]:
            assert all(word == "-" or "-" not in word for word in lemma.split()), lemma


def test_every_object_class_exists_and_is_used() -> None:
    used = {name[1:] for entry in (*VERBS, *TABLE["idiom"]) for name in entry.get("object", []) if name.startswith("@")}
    assert used == set(CLASSES)


def test_no_verb_has_two_types_under_conditions_that_one_clause_can_meet() -> None:
    for lemma, entries in entries_by_lemma():
        for first, second in itertools.combinations(entries, 2):
            if first["type"] == second["type"]:
                continue
            alike = all(first.get(key) == second.get(key) for key in ("object_actor", "prep"))
            both, either = object_words(first) & object_words(second), object_words(first) | object_words(second)
            assert not alike or (either and not both), (lemma, first["type"], second["type"], sorted(both))


def test_no_event_noun_stands_for_two_types_or_modes() -> None:
    meanings: dict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for entry in NOUNS:
        for lemma in entry["lemmas"]:
            meanings[lemma].add((entry["type"], entry.get("mode")))
    assert {lemma: found for lemma, found in meanings.items() if len(found) > 1} == {}


def test_phrases_begin_with_the_lemma_that_the_parser_gives_to_their_verb() -> None:
    heads = {lemma.split()[0] for entry in (*VERBS, *TABLE["idiom"]) for lemma in entry["lemmas"]}
    wrong = {head for head in heads if head not in (lemmatised(head, "VERB"), lemmatised(head, "AUX"))}
    assert wrong - UNLEMMATISED == set()


def test_event_nouns_end_in_the_lemma_that_the_parser_gives_to_them() -> None:
    assert plurals({lemma.split()[-1] for entry in NOUNS for lemma in entry["lemmas"]}) == set()


def test_object_classes_hold_noun_lemmas() -> None:
    assert plurals({word.split()[-1] for members in CLASSES.values() for word in members}) == set()


@pytest.mark.parametrize("kind", sorted(MODES))
def test_each_type_is_covered_broadly(kind: str) -> None:
    assert sum(len(entry["lemmas"]) for entry in VERBS if entry["type"] == kind) >= 60
    assert sum(len(entry["lemmas"]) for entry in NOUNS if entry["type"] == kind) >= 40


def test_every_mode_has_a_verb() -> None:
    covered = {(entry["type"], entry["mode"]) for entry in VERBS if "mode" in entry}
    assert covered == {(kind, mode) for kind, modes in MODES.items() for mode in modes}


def test_support_verbs_lend_their_subject_to_one_side_only() -> None:
    active, passive = TABLE["support"]["active"], TABLE["support"]["passive"]
    assert not set(active) & set(passive)
    assert len(set(active)) == len(active)
    assert len(set(passive)) == len(passive)


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("The rebels observed the cease-fire.", "cease - fire"),
        ("The two ministers opened talks in Oslo.", "talk"),
        ("Accra sent condolences to Lomé.", "condolence"),
        ("The king offered his congratulations to the new president.", "congratulation"),
        ("The envoy praised the pull-out of the troops.", "pull - out"),
    ],
)
def test_the_parser_yields_the_words_of_an_entry(sentence: str, lemma: str) -> None:
    assert any(lemma in entry["lemmas"] for entry in NOUNS)
    assert f" {lemma} " in f" {' '.join(token.lemma_.lower() for token in load_parser()(sentence))} "
