"""The flat public face: its names, its laziness, its errors."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

import whowhom


def test_exported_names_are_sorted_and_all_there() -> None:
    assert whowhom.__all__ == sorted(whowhom.__all__)
    for name in whowhom.__all__:
        assert getattr(whowhom, name) is not None
        assert name in dir(whowhom)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        whowhom.nothing  # noqa: B018


def test_version_is_the_packages() -> None:
    assert whowhom.__version__ == version("whowhom")


def test_importing_loads_no_parser() -> None:
    program = "import sys, whowhom, whowhom.cli.main; print('spacy' in sys.modules, 'numpy' in sys.modules)"
    printed = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    assert printed.split() == ["False", "False"]


def test_read_gives_a_coding() -> None:
    text = "Kenyan President Grace Otieno met her Ugandan counterpart in Kampala on Wednesday."
    coding = whowhom.read(text, published="2024-05-02", title="Talks in Kampala", publisher="The Lake Herald")
    assert isinstance(coding, whowhom.Coding)
    assert coding.document.text == text
    assert (coding.document.title, coding.document.publisher) == ("Talks in Kampala", "The Lake Herald")
    assert coding.coder == whowhom.coder_fingerprint()
    assert any(event.type == "CONSULT" for event in coding.events)
    assert coding.claims


@pytest.mark.parametrize(
    ("text", "published", "reason"),
    [
        ("", None, "empty"),
        ("Kenya met Uganda.", "last week", "not a day"),
        ("Der Präsident reiste am Montag nach Wien und sprach dort mit der Kanzlerin über Handel.", None, "German"),
    ],
)
def test_read_says_why_it_cannot(text: str, published: str | None, reason: str) -> None:
    with pytest.raises(whowhom.WhowhomError, match=reason):
        whowhom.read(text, published=published)
