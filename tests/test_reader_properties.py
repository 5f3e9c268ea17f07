"""Whatever the text: proofs quote it verbatim, the same input gives the same bytes, and nothing crashes the reader."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from itertools import chain

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import whowhom
from whowhom.cli.output import write_codings
from whowhom.core.document import Document, Skipped
from whowhom.core.span import Span
from whowhom.text.inputs import read_paths
from whowhom.text.plain import document_from_text

# Sentences and halves of sentences that the coder has something to say about, with what joins them in scraped pages.
NEWS = (
    "Ghana's President Kwabena Asare met his Togolese counterpart in Lomé on Tuesday.",
    "The two leaders agreed to reopen the border",
    "“We will not accept this,” Foreign Minister Léa Duprat told reporters, “and we have said so.”",
    '"Our forces struck the depot," a spokesman for the Colombian army said.',
    "ASTANA, May 4 (Steppe Agency) -- Kazakhstan on Sunday condemned the shelling of a convoy by rebels",
    "Gunmen killed 14 villagers near Jos last week, police said.",
    "according to the ministry, which quoted an unnamed official",
    "Vietnam and the Philippines will hold joint naval exercises in June 2026.",
    "He denied that they had been expelled.",
    "Thousands marched through Quito against the decree, and police fired tear gas.",
    "date 3 Mar 2021",
    "The U.N. Security Council's envoy urged both sides to stop",
    "NATO/EU-Russia talks (the 2nd round) failed -- again",
    "if Norway refuses, Denmark could impose sanctions",
    "Talks resume\n",
    "the latter's aide, Gen. O'Hara-Müller,",
)
JUNK = st.one_of(
    st.sampled_from(
        ("\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "”", "“", '"', "''", "—", "...", "‘", "(", "]", "\ufeff")
    ),
    st.text(alphabet=st.characters(codec="utf-8"), max_size=12),
    st.text(alphabet="0123456789.,:/%-", min_size=1, max_size=12),
    st.sampled_from("aZé漢🙂́").map(lambda letter: letter * 300),
    st.sampled_from(("👩🏽‍🚀", "ﬁ", "İstanbul", "ß", "العربية", "\u202e", "a\u0301", "\U0001d400")),
)
PIECES = st.one_of(st.sampled_from(NEWS), st.sampled_from(NEWS), JUNK)
JOINTS = st.sampled_from((" ", " ", " ", "", "\n", "\n\n"))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Up to ten pieces, joined as scraped pages join them: by a blank, a line end, an empty line or nothing."""
    pieces = draw(st.lists(st.tuples(PIECES, JOINTS), max_size=10))
    return "".join(chain.from_iterable(pieces))


def within(examples: int) -> settings:
    """So many examples, however slow the machine; the first one also loads the parser."""
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def documents(*found: str) -> list[Document]:
    """Those of the texts that can be read; of the others each has a reason in one line."""
    made = [
        document_from_text(text, id=f"made-{number}", published=date(2024, 5, 7)) for number, text in enumerate(found)
    ]
    assert all(item.reason and "\n" not in item.reason for item in made if isinstance(item, Skipped))
    return [item for item in made if isinstance(item, Document)]


def bytes_of(codings: list[whowhom.Coding]) -> bytes:
    return json.dumps([whowhom.coding_record(coding) for coding in codings]).encode()


def proofs(claim: whowhom.Claim) -> Iterator[Span | None]:
    """Every span of a claim that stands without its words."""
    yield from (party.mention for party in claim.actors + claim.recipients)
    yield from (claim.date_evidence, claim.place_evidence)
    yield from chain.from_iterable((link.source, link.cue) for link in claim.attribution)


@given(texts())
@within(120)
def test_every_proof_quotes_the_text_verbatim(text: str) -> None:
    for document in documents(text):
        coding = whowhom.code(document)
        assert document.text == text
        for claim in coding.claims + tuple(chain.from_iterable(event.claims for event in coding.events)):
            for quote in (*claim.evidence, claim.trigger):
                assert quote.text == text[quote.span.start : quote.span.end]
                assert quote.text.strip()
            for span in filter(None, proofs(claim)):
                assert span.end <= len(text)
                words = text[span.start : span.end]
                assert words == words.strip() != ""


@given(texts())
@within(120)
def test_every_event_is_proved_by_its_own_claims(text: str) -> None:
    for document in documents(text):
        coding = whowhom.code(document)
        told = [claim for event in coding.events for claim in event.claims]
        assert sorted(claim.id for claim in told) == sorted(claim.id for claim in coding.claims)
        for event in coding.events:
            assert event.evidence
            assert set(event.evidence) <= {quote for claim in event.claims for quote in claim.evidence}


@given(texts())
@within(50)
def test_same_input_gives_the_same_bytes(text: str) -> None:
    first, again = ([whowhom.code(document) for document in documents(text)] for _ in range(2))
    assert bytes_of(first) == bytes_of(again)


@given(st.lists(texts(), min_size=2, max_size=4))
@within(40)
def test_what_is_read_beside_a_document_does_not_change_it(several: list[str]) -> None:
    batch = documents(*several)
    assert bytes_of(list(whowhom.code_all(batch))) == bytes_of([whowhom.code(document) for document in batch])


@given(texts())
@within(50)
def test_every_output_can_be_written_and_read_back(text: str) -> None:
    codings = [whowhom.code(document) for document in documents(text)]
    for form in ("table", "json", "jsonl", "csv", "html"):
        stream = io.StringIO()
        write_codings(codings, form, stream, single=False)
        written = stream.getvalue().encode("utf-8").decode("utf-8")
        if form == "jsonl":
            assert [json.loads(line)["id"] for line in written.split("\n")[:-1]] == [c.document.id for c in codings]
        if form == "csv":
            found = {row["event_id"] for row in csv.DictReader(io.StringIO(written, newline=""))}
            assert found == {event.id for coding in codings for event in coding.events}


@given(st.one_of(st.binary(max_size=400), texts().map(str.encode), texts().map(lambda text: text.encode("utf-16"))))
@within(60)
def test_no_bytes_crash_the_reader(data: bytes) -> None:
    found = list(read_paths(["-"], stdin=data))
    assert found
    for coding in whowhom.code_all(item for item in found if isinstance(item, Document)):
        assert whowhom.coding_record(coding)
