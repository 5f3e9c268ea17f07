"""A piece of attributed speech in a parsed document, by token indices."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Speech:
    """Content that the text hands to a speaker.

    ``source`` is the half-open token range of the speaker's words (None: nobody named, as in "reportedly"),
    ``source_head`` its head token, ``cue`` the token range of the cue and ``cue_head`` its head ("said", "according",
    "statement"). ``content`` are the token ranges of what is said, in order; they may lie in later sentences.
    ``quoted`` is true when the content is (mostly) inside quotation marks. ``kind`` is the cue's class in
    ``attribution_cues.toml``: say, confirm, claim, deny, promise, demand, ...
    """

    source: tuple[int, int] | None
    source_head: int | None
    cue: tuple[int, int]
    cue_head: int
    content: tuple[tuple[int, int], ...]
    quoted: bool
    kind: str
