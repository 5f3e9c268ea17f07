"""The corpus as it lies in the repository: without faults, whole, and as rich as its README says."""

from __future__ import annotations

import json
from collections import Counter

from check_passages import faults, modes, repeated_runs
from compile_corpus import CORPUS, SPLITS, corpus, rows, split_of

PASSAGES = tuple(corpus())
EVENTS = tuple(event for passage in PASSAGES for sentence in passage.sentences for event in sentence.events)


def test_no_passage_has_a_fault() -> None:
    assert [fault for passage in PASSAGES for fault in faults(passage)] == []
    assert list(repeated_runs(PASSAGES)) == []


def test_the_rows_are_those_of_the_passages() -> None:
    for split in SPLITS:
        lines = (CORPUS / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
        made = [row for passage in PASSAGES if split_of(passage) == split for row in rows(passage)]
        assert [json.loads(line) for line in lines] == made


def test_every_type_and_mode_is_there_often_enough() -> None:
    types, kinds = Counter(event.type for event in EVENTS), Counter((event.type, event.mode) for event in EVENTS)
    assert {name: types[name] for name in modes() if types[name] < 150} == {}
    assert {
        (name, mode): kinds[name, mode] for name in modes() for mode in modes()[name] if kinds[name, mode] < 15
    } == {}


def test_a_quarter_of_the_sentences_tell_no_event() -> None:
    sentences = [sentence for passage in PASSAGES for sentence in passage.sentences]
    assert len(sentences) >= 4000
    assert sum(not sentence.events for sentence in sentences) >= len(sentences) / 4


def test_offsets_cut_out_the_words_that_a_row_names() -> None:
    for passage in PASSAGES[:200]:
        for row in rows(passage):
            for mention in row["mentions"]:
                assert row["text"][mention["start"] : mention["end"]] == mention["text"]
