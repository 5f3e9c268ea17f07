"""The codebook's records: its fields exactly, and proofs that quote the text."""

from __future__ import annotations

import json
from dataclasses import replace

from made_coding import MINISTRY, TEXT, coding
from whowhom.exchange.codebook import codebook_record, coding_record, speakers

FIELDS = [
    "type",
    "mode",
    "status",
    "actors",
    "recipients",
    "date",
    "place",
    "said_by",
    "content",
    "evidence",
    "salience",
]


def test_codebook_record_has_the_fields_of_the_codebook_and_no_others() -> None:
    assert list(codebook_record(coding().events[0])) == FIELDS


def test_values_are_written_as_the_codebook_writes_them() -> None:
    call, blame, _ = map(codebook_record, coding().events)
    assert call["actors"] == [
        {"name": "Norway", "country": "NOR", "sector": "GOV"},
        {"name": "Peru", "country": "PER", "sector": "GOV"},
    ]
    assert call["date"] == {"start": "2025-06-19", "end": "2025-06-19", "precision": "day"}
    assert call["place"] is None
    assert [speaker["name"] for speaker in call["said_by"]] == ["Norwegian ministry"]
    assert blame["date"] is None
    assert (blame["place"]["name"], blame["place"]["country"]) == ("Oslo", "NOR")
    assert blame["recipients"] == [{"name": "rebels", "country": None, "sector": "REB"}]


def test_second_sector_is_written_only_where_there_is_one() -> None:
    event = coding().events[1]
    party = replace(event.actors[0], actor=replace(event.actors[0].actor, other_sector="MIL"))
    record = codebook_record(replace(event, actors=(party,)))
    assert record["actors"][0]["other_sector"] == "MIL"


def test_a_speaker_twice_in_a_chain_is_named_once() -> None:
    chain = coding().events[0].attribution
    assert speakers(chain + chain) == (MINISTRY,)


def test_record_of_a_document_names_coder_handling_and_survives_json() -> None:
    record = coding_record(coding())
    assert record["coder"] == "whowhom-0-test"
    assert record["handling"] == {"tlp": "CLEAR", "groups": []}
    assert record["notes"] == ["no date: some acts stay open"]
    assert json.loads(json.dumps(record)) == record


def test_every_span_quotes_the_text() -> None:
    for event in coding_record(coding())["events"]:
        quoted = [TEXT[start:end] for start, end in event["spans"]["evidence"]]
        assert quoted == event["evidence"]
        assert [TEXT[start:end] for start, end in event["spans"]["triggers"]] == [
            claim["trigger"] for claim in event["claims"]
        ]


def test_event_keeps_every_claim_with_its_handling() -> None:
    call = coding_record(coding())["events"][0]
    assert [claim["id"] for claim in call["claims"]] == ["c1", "c2"]
    assert call["claims"][0]["handling"]["tlp"] == "CLEAR"
    assert call["attribution"][0]["cue"] == [TEXT.index("said"), TEXT.index("said") + 4]
