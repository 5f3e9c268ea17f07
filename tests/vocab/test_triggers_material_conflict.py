"""Words of ASSAULT, COERCE, PROTEST and MOBILIZE: well formed, in the parser's lemmas, kept from everyday senses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

import pytest
from spacy.tokens import Doc, Token

from whowhom.coding.acts.cast import Cast, cast_of
from whowhom.coding.acts.predicates import _verb_fits
from whowhom.coding.acts.triggers import Trigger, precedes, triggers
from whowhom.coding.mentions.parse import load_parser
from whowhom.vocab.ontology import event_types

TYPES = ("ASSAULT", "COERCE", "PROTEST", "MOBILIZE")
COMMON = {"type", "mode", "lemmas", "recipient", "actor", "mutual", "weak", "status"}
FIELDS = {
    "verb": COMMON | {"object", "object_actor", "prep"},
    "noun": COMMON | {"needs_support"},
}
SLOTS = {
    "verb": {"subject", "object", "indirect", "phrase", "complement_subject"},
    "noun": {"possessor", "modifier"},
}
PREPOSITIONS = frozenset(
    {"to", "with", "from", "against", "at", "for", "on", "upon", "of", "over", "into", "in", "inside", "by", "between"}
    | {"among", "about", "along", "near", "around", "off", "outside", "under", "through", "toward", "towards", "after"}
    | {"beneath", "beside", "across", "onto", "past", "throughout"}
)


@cache
def table() -> dict[str, Any]:
    return tomllib.loads((files("whowhom.vocab") / "triggers_material_conflict.toml").read_text(encoding="utf-8"))


def rows() -> Iterator[tuple[str, dict[str, Any]]]:
    for part in ("verb", "noun"):
        for row in table()[part]:
            yield part, row


def words(part: str, kind: str) -> set[str]:
    return {lemma for row_part, row in rows() if row_part == part and row["type"] == kind for lemma in row["lemmas"]}


def base_forms(candidates: set[str], tag: str, part: str) -> dict[str, str]:
    """Each candidate with the lemma that the parser gives it when it stands as a verb's or noun's base form."""
    parser = load_parser()
    ordered = sorted(candidates)
    morph = "VerbForm=Inf" if part == "VERB" else "Number=Sing"
    size = len(ordered)
    doc = Doc(parser.vocab, words=ordered, pos=[part] * size, tags=[tag] * size, morphs=[morph] * size)
    return dict(zip(ordered, (token.lemma_ for token in parser.get_pipe("lemmatizer")(doc)), strict=True))


def test_rows_have_known_fields_types_and_modes() -> None:
    for part, row in rows():
        assert set(row) <= FIELDS[part], row["lemmas"]
        assert row["type"] in TYPES
        modes = {mode.name for mode in event_types()[row["type"]].modes}
        assert row.get("mode") is None or row["mode"] in modes, (row["type"], row["mode"])
        assert row.get("status") in (None, "future", "hypothetical", "negated")
        assert row["lemmas"]
        assert len(row["lemmas"]) == len(set(row["lemmas"])), row["lemmas"]


def test_slots_are_known() -> None:
    for part, row in rows():
        for slot in row.get("actor", []) + row.get("recipient", []) + row.get("prep", []):
            assert slot in SLOTS[part] | PREPOSITIONS, (slot, row["lemmas"])


def test_object_classes_exist_and_are_used() -> None:
    used = {name[1:] for _, row in rows() for name in row.get("object", []) if name.startswith("@")}
    assert used == set(table()["classes"])


def test_lemmas_are_written_as_the_interpreter_reads_them() -> None:
    for _, row in rows():
        for lemma in row["lemmas"]:
            assert lemma == lemma.lower() == " ".join(lemma.split())
            for word in lemma.replace(" - ", " ").split():
                assert "-" not in word, lemma


def test_first_words_of_verbs_are_the_parsers_lemmas() -> None:
    found = base_forms({lemma.split()[0] for kind in TYPES for lemma in words("verb", kind)}, "VB", "VERB")
    assert {word: lemma for word, lemma in found.items() if word != lemma} == {}


def test_heads_of_nouns_are_the_parsers_lemmas() -> None:
    found = base_forms({lemma.split()[-1] for kind in TYPES for lemma in words("noun", kind)}, "NN", "NOUN")
    assert {word: lemma for word, lemma in found.items() if word != lemma} == {}


@pytest.mark.parametrize("kind", TYPES)
def test_each_type_is_broad(kind: str) -> None:
    assert len(words("verb", kind)) >= 60
    assert len(words("noun", kind)) >= 40


@pytest.mark.parametrize("kind", TYPES)
def test_every_mode_has_a_word(kind: str) -> None:
    modes = {row.get("mode") for _, row in rows() if row["type"] == kind}
    assert modes >= {mode.name for mode in event_types()[kind].modes}


def entries_that_fit(sentence: str) -> list[tuple[str, str, str | None, bool]]:
    """The best entry at each verb and noun of a sentence in which nobody is a known actor: lemma, type, mode, weak."""
    doc = load_parser()(sentence)
    cast = cast_of(len(doc), ())
    found = []
    for token in doc:
        entry = _first_that_fits(token, cast)
        if entry is not None and entry.type in TYPES:
            found.append((token.lemma_, entry.type, entry.mode, entry.weak))
    return found


def _first_that_fits(token: Token, cast: Cast) -> Trigger | None:
    verbs, nouns = triggers()
    if token.pos_ == "VERB":
        strong = (entry for entry in verbs.get(token.lemma_.lower(), ()) if not entry.weak)
        return next((entry for entry in strong if _verb_fits(token, entry, cast)), None)
    if token.pos_ == "NOUN":
        listed = nouns.get(token.lemma_.lower(), ())
        return next((entry for entry in listed if precedes(token, entry.words[:-1])), None)
    return None


@pytest.mark.parametrize(
    ("sentence", "kind", "mode"),
    [
        ("Two soldiers were killed in an air raid near the river.", "ASSAULT", "aerial"),
        ("Gunmen opened fire on a minibus at dawn.", "ASSAULT", "firearms"),
        ("The rebels beheaded three prisoners.", "ASSAULT", "execute"),
        ("A bomber blew himself up outside a barracks.", "ASSAULT", "suicide-attack"),
        ("Militants abducted four aid workers.", "ASSAULT", "abduct"),
        ("Troops recaptured the town from the rebels.", "ASSAULT", None),
        ("Riot officers fired tear gas at the crowd.", "ASSAULT", "crowd-control"),
        ("The navy torpedoed a frigate.", "ASSAULT", "heavy-weapons"),
        ("Agents detained a columnist at the airport.", "COERCE", "arrest"),
        ("Officers seized power and dissolved the assembly.", "COERCE", "seize"),
        ("Inspectors confiscated the cargo.", "COERCE", "seize"),
        ("The kingdom closed its border with its neighbour.", "COERCE", "restrict"),
        ("The junta imposed a curfew on the capital.", "COERCE", "curfew"),
        ("The premier declared a state of emergency.", "COERCE", "martial-law"),
        ("The regulator shut down two radio stations.", "COERCE", "censor"),
        ("The island deported thirty migrants.", "COERCE", "deport"),
        ("Hackers broke into the network of the ministry.", "COERCE", "cyber"),
        ("A court issued an arrest warrant for the general.", "COERCE", "arrest"),
        ("Thousands took to the streets over fuel prices.", "PROTEST", "demo"),
        ("Nurses went on strike for better pay.", "PROTEST", "strike"),
        ("Inmates began a hunger strike.", "PROTEST", "hunger"),
        ("Farmers blocked a highway with tractors.", "PROTEST", "obstruct"),
        ("The main alliance boycotted the referendum.", "PROTEST", "boycott"),
        ("Youths clashed with riot police.", "PROTEST", "riot"),
        ("The army massed tanks along the frontier.", "MOBILIZE", "troops"),
        ("The regime fired a missile into the sea.", "MOBILIZE", "weapons"),
        ("Engineers carried out a nuclear test.", "MOBILIZE", "weapons"),
        ("The cabinet called up reservists.", "MOBILIZE", "troops"),
        ("The city deployed riot police.", "MOBILIZE", "police"),
    ],
)
def test_plain_reports_are_matched(sentence: str, kind: str, mode: str | None) -> None:
    assert (kind, mode) in [entry[1:3] for entry in entries_that_fit(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The striker fired past the keeper after a quick move.",
        "A storm hit the coast and moved inland.",
        "Shares hit a record as the index rallied.",
        "The team was beaten by the champions.",
        "The band launched a tour and shot a video.",
        "The shop closed early and the owner raised prices.",
        "The bank blocked the merger and tested a new app.",
        "The actress moved to the coast and held a party.",
        "An earthquake killed dozens and destroyed homes.",
        "The singer captured the mood and stormed the charts.",
        "The firm seized an opportunity and took the lead.",
        "Oil prices advanced and the currency was pushed lower.",
        "The boxer struck first and floored his rival.",
        "The study demonstrates a need for patience.",
        "The carmaker fired its chief and marched ahead of its rivals.",
    ],
)
def test_everyday_senses_need_actors_on_both_sides(sentence: str) -> None:
    assert [entry for entry in entries_that_fit(sentence) if not entry[3]] == []
