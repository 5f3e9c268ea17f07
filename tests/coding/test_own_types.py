"""A user's own types: their file, its faults, and acts labelled with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from whowhom.coder import code
from whowhom.coding.own_types import NEARNESS, read_own_types
from whowhom.coding.settings import Settings
from whowhom.core.document import Document
from whowhom.core.errors import InputError
from whowhom.exchange.codebook import event_record
from whowhom.text.plain import document_from_text

TYPES = """
[FISHING_DISPUTE]
definition = "States quarrel over fishing boats or fishing grounds."
examples = ["Chile accused Peru of letting its trawlers fish in Chilean waters."]
[PRISONER_SWAP]
examples = ["The two sides exchanged forty prisoners at the border crossing."]
nearness = 0.95
"""


def _file(folder: Path, text: str) -> Path:
    path = folder / "types.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_gives_types_with_their_nearness(tmp_path: Path) -> None:
    first, second = read_own_types(_file(tmp_path, TYPES)).types
    assert (first.name, first.nearness, len(first.examples)) == ("FISHING_DISPUTE", NEARNESS, 1)
    assert (second.definition, second.nearness) == ("", 0.95)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "has no types"),
        ("[A", "is no TOML"),
        ("[A]\n", "give a definition, examples or both"),
        ("[A]\nexamples = 'x'\n", "examples a list"),
        ("[A]\ndefinition = 'x'\nnearness = 7\n", "from -1 to 1"),
        ("A = 1\n", "give a definition"),
    ],
)
def test_a_faulty_file_is_named_with_its_table(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as caught:
        read_own_types(_file(tmp_path, text))
    assert "types.toml" in str(caught.value)


def test_a_missing_file_is_an_error_of_ours(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read"):
        read_own_types(tmp_path / "none.toml")


def test_an_act_like_an_example_gets_its_type(tmp_path: Path) -> None:
    own = read_own_types(_file(tmp_path, TYPES))
    document = document_from_text("Norway accused Iceland on Friday of letting its trawlers fish in Norwegian waters.")
    assert isinstance(document, Document)
    (event,) = code(document, Settings(own_types=own)).events
    assert [name for name, _ in event.own_types] == ["FISHING_DISPUTE"]
    assert set(event_record(event)["own_types"]) == {"FISHING_DISPUTE"}
    assert all(event.own_types == () for event in code(document).events)
