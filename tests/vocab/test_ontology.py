"""The types, modes, scores and codes as data."""

from __future__ import annotations

import pytest

from whowhom.core.errors import VocabularyError
from whowhom.vocab.load import read_tsv
from whowhom.vocab.ontology import (
    cameo_codes,
    cameo_to_plover,
    contexts,
    derived_label,
    event_types,
    modes,
    plover_to_cameo,
    quad,
    score,
    sectors,
)

QUADS = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
SCORES = {
    "AGREE": (2.5, {}),
    "CONSULT": (2.5, {"visit": 4, "third-party": 1, "multilateral": 4, "phone": 1.5}),
    "SUPPORT": (5, {}),
    "CONCEDE": (4.5, {}),
    "COOPERATE": (9.5, {}),
    "AID": (10, {}),
    "RETREAT": (
        6.5,
        {"withdraw": 8, "release": 6.5, "return": 6.5, "disarm": 10, "ceasefire": 7.5, "access": 6.5, "resign": 4.5},
    ),
    "REQUEST": (0, {"assist": 0.5, "change": -1, "yield": -1, "meet": 0}),
    "ACCUSE": (-3, {"disapprove": -2, "investigate": -3.5, "allege": -3.5}),
    "REJECT": (-2, {"assist": -1.5, "change": -2, "yield": -2, "meet": -2}),
    "THREATEN": (
        -3.5,
        {
            **dict.fromkeys(("restrict", "ban"), -3),
            **dict.fromkeys(("arrest", "relations", "expel", "violence"), -3.5),
            "territory": -4,
        },
    ),
    "PROTEST": (-5, {"demo": -5, "riot": -7, "strike": -5, "hunger": -4.5, "boycott": -4.5, "obstruct": -4.5}),
    "SANCTION": (-6, {"convict": -6, "expel": -5.5, "withdraw": -6, "discontinue": -6}),
    "MOBILIZE": (-5.5, {"troops": -6.5, "weapons": -6.5, "police": -5.5, "militia": -6}),
    "COERCE": (
        -7,
        {
            **dict.fromkeys(("seize", "restrict", "ban", "arrest", "deport", "withhold", "cyber"), -7),
            **dict.fromkeys(("censor", "curfew", "misinformation"), -6.5),
            "martial-law": -7.5,
        },
    ),
    "ASSAULT": (
        -9,
        {
            **dict.fromkeys(("abduct", "torture", "sexual", "destroy"), -8.5),
            **dict.fromkeys(("beat", "crowd-control"), -7.5),
            "primitive": -8,
            **dict.fromkeys(("firearms", "explosives"), -9),
            **dict.fromkeys(("assassinate", "execute", "suicide-attack", "aerial", "drone", "heavy-weapons"), -9.5),
            **dict.fromkeys(("massacre", "cleansing"), -9.5),
            "unconventional": -10,
        },
    ),
}


def test_there_are_sixteen_types_in_four_quads() -> None:
    assert {name: quad(name) for name in event_types()} == {
        name: number for number, names in QUADS.items() for name in names.split()
    }


def test_only_cooperate_aid_and_sanction_need_a_recipient() -> None:
    assert {name for name, found in event_types().items() if found.recipient_needed} == {"COOPERATE", "AID", "SANCTION"}


@pytest.mark.parametrize("name", sorted(SCORES))
def test_type_and_modes_have_the_scores_of_the_codebook(name: str) -> None:
    own, by_mode = SCORES[name]
    assert score(name) == own
    assert {mode: score(name, mode) for mode in modes(name)} == by_mode


def test_the_same_mode_name_scores_by_its_type() -> None:
    assert score("REQUEST", "assist") > 0 > score("REJECT", "assist")


def test_unknown_names_are_errors_that_list_the_known_ones() -> None:
    with pytest.raises(VocabularyError, match="AGREE, CONSULT"):
        score("MEET")
    with pytest.raises(VocabularyError, match="visit"):
        score("CONSULT", "walk")


def test_every_definition_is_written() -> None:
    for found in event_types().values():
        assert found.label
        assert all(text.endswith(".") for text in (found.definition, *(mode.definition for mode in found.modes)))
    assert len(contexts()) == 37
    assert len(sectors()) == 20


def test_every_cameo_row_names_only_what_exists() -> None:
    for code in cameo_codes().values():
        assert (code.type is None) == code.code.startswith("01")
        assert code.type is not None or code.mode is None
        if code.type is not None:
            score(code.type, code.mode)
        assert set(code.contexts) <= set(contexts())


def test_cameo_codes_form_a_tree_under_twenty_roots() -> None:
    codes = set(cameo_codes())
    assert {code for code in codes if len(code) == 2} == {f"{number:02d}" for number in range(1, 21)}
    assert all(code[:-1] in codes for code in codes if len(code) > 2)
    assert len(codes) > 250


def test_every_type_and_mode_has_exactly_one_cameo_code() -> None:
    wanted = list(event_types()) + [f"{name}/{mode}" for name in event_types() for mode in modes(name)]
    listed = [key for row in read_tsv("cameo.tsv") if row["export_for"] != "-" for key in row["export_for"].split(",")]
    assert sorted(listed) == sorted(wanted)


def test_the_way_back_keeps_the_quad() -> None:
    for name in event_types():
        for mode in (None, *modes(name)):
            back = cameo_to_plover(plover_to_cameo(name, mode)).type
            assert back is not None
            assert (quad(back) <= 2) == (quad(name) <= 2), (name, mode)


@pytest.mark.parametrize(
    ("code", "type", "mode"),
    [
        ("041", "CONSULT", "phone"),
        ("042", "CONSULT", "visit"),
        ("055", "CONCEDE", None),
        ("064", "COOPERATE", None),
        ("0841", "RETREAT", "release"),
        ("0874", "RETREAT", "withdraw"),
        ("094", "ACCUSE", "investigate"),
        ("1056", "REQUEST", "yield"),
        ("112", "ACCUSE", "allege"),
        ("116", "SANCTION", "convict"),
        ("145", "PROTEST", "riot"),
        ("161", "SANCTION", "withdraw"),
        ("163", "SANCTION", "discontinue"),
        ("166", "SANCTION", "expel"),
        ("173", "COERCE", "arrest"),
        ("195", "ASSAULT", "aerial"),
        ("010", None, None),
    ],
)
def test_cameo_becomes_plover(code: str, type: str | None, mode: str | None) -> None:
    found = cameo_to_plover(code)
    assert (found.type, found.mode) == (type, mode)


def test_an_unknown_refinement_falls_back_to_its_parent() -> None:
    assert cameo_to_plover("0429").code == "042"
    with pytest.raises(VocabularyError):
        cameo_to_plover("99")


@pytest.mark.parametrize("type", ["CONSULT", "SUPPORT", "COOPERATE", "AID", "AGREE"])
def test_future_cooperation_is_agreement(type: str) -> None:
    assert derived_label(type, None, "future") == "AGREE"


@pytest.mark.parametrize("type", ["RETREAT", "CONCEDE"])
def test_future_yielding_stays(type: str) -> None:
    assert derived_label(type, None, "future") == type


def test_a_future_attack_is_a_threat_only_when_announced_to_the_other_side() -> None:
    assert derived_label("ASSAULT", "aerial", "future", announced=True) == "THREATEN"
    assert derived_label("ASSAULT", "aerial", "future") == "ASSAULT"


def test_refused_help_is_rejection_only_when_it_was_asked_for() -> None:
    assert derived_label("AID", None, "negated", requested=True) == "REJECT"
    assert derived_label("AID", None, "negated") is None
    assert derived_label("ASSAULT", None, "negated", requested=True) is None


def test_hypothetical_acts_have_no_label_and_actual_ones_their_own() -> None:
    for name in event_types():
        assert derived_label(name, None, "hypothetical") is None
        assert derived_label(name, None, "actual") == name
