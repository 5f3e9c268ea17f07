"""Marked passages: what the notation means, and which line is to blame for a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from notation import NotationError, passages, plain

PASSAGE = """\
@ wire | 2009-06-26 | Niger
A 1 Mamadou Tandja | NER GOV
A 2 Constitutional Court of Niger | NER JUD
A 3 National Assembly | NER LEG PTY
S [1 The president] {a sacked} [2 the court of [1 his] choice], [2+3 both] said.
E a SANCTION actual 1 > 2 by 2+3 "said" by 3
S Nothing came of it.
"""


def _read(tmp_path: Path, text: str) -> list[object]:
    path = tmp_path / "made.txt"
    path.write_text(text, encoding="utf-8")
    return list(passages(path))


def test_a_passage_gives_text_mentions_and_events(tmp_path: Path) -> None:
    path = tmp_path / "made.txt"
    path.write_text(PASSAGE, encoding="utf-8")
    (passage,) = passages(path)
    first, second = passage.sentences
    assert first.text == "The president sacked the court of his choice, both said."
    assert [first.text[m.start : m.end] for m in first.mentions] == [
        "The president",
        "the court of his choice",
        "his",
        "both",
    ]
    assert first.mentions[3].actors == (2, 3)
    (event,) = first.events
    assert event.trigger is not None
    assert (event.type, event.actors, event.recipients) == ("SANCTION", (1,), (2,))
    assert first.text[slice(*event.trigger)] == "sacked"
    assert [(speaker.actors, speaker.cue) for speaker in event.said_by] == [((2, 3), "said"), ((3,), None)]
    assert passage.actors[2].sectors == ("LEG", "PTY")
    assert second.events == ()


@pytest.mark.parametrize(
    ("line", "replacement", "reason"),
    [
        ("E a SANCTION actual", "E a SANCTION sometime", "status sometime"),
        ("{a sacked}", "{a sacked", "not closed"),
        ("{a sacked}", "{a sacked} [x y]", "followed by a number"),
        ("E a SANCTION actual 1 > 2", "E a SANCTION actual 1 > 9", "no A line for"),
        ("E a SANCTION", "E b SANCTION", "without an E line"),
        ("A 3 National Assembly | NER LEG PTY", "A three", "an actor needs"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, line: str, replacement: str, reason: str) -> None:
    with pytest.raises(NotationError, match=reason):
        _read(tmp_path, PASSAGE.replace(line, replacement))


def test_one_word_may_tell_two_events() -> None:
    text, _, triggers = plain("They {a,b struck}.")
    assert text == "They struck."
    assert triggers["a"] == triggers["b"] == (5, 11)
