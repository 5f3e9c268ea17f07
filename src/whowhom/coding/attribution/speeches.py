"""Parsed document → who is made to say what: every piece of attributed speech with its speaker, cue and content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from whowhom.coding.attribution.continued import continued
from whowhom.coding.attribution.cues import relays
from whowhom.coding.attribution.nouns import read_adjective, read_noun
from whowhom.coding.attribution.prepositions import read_adverb, read_headline, read_passive_report, read_preposition
from whowhom.coding.attribution.quotes import Quotation, quotations
from whowhom.coding.attribution.reading import Reading
from whowhom.coding.attribution.relayed import relayed
from whowhom.coding.attribution.speech import Speech
from whowhom.coding.attribution.verbs import read_verb


def attribution(doc: Doc) -> tuple[Speech, ...]:
    """The speeches whose content rests on a speaker's word, in the order of their cues.

    Attitudes and decisions (praise, intentions, refusals) are left out; ``readings`` has them too.
    """
    found = relayed(doc, readings(doc))
    return tuple(r.speech for r in found if _vouches(doc, r) and not _denies_a_claim(r, found))


def _vouches(doc: Doc, reading: Reading) -> bool:
    """True when the speaker's word is given: a cue that relays and is not negated ("has not confirmed that …")."""
    negated = any(child.dep_ == "neg" for child in doc[reading.speech.cue_head].children)
    return relays(reading.speech.kind) and not negated


def _denies_a_claim(reading: Reading, found: Sequence[Reading]) -> bool:
    """"denied a claim that …": what was claimed does not rest on the word of the one who denies it."""
    if reading.speech.kind != "deny" or reading.form != "object":
        return False
    heads = [other.speech.cue_head for other in found if other.form == "noun"]
    return any(start <= head < end for head in heads for start, end in reading.speech.content)


def readings(doc: Doc, quotes: tuple[Quotation, ...] | None = None) -> tuple[Reading, ...]:
    """Every cue with its content, attitudes and decisions included, in the order of the cues."""
    quotes = quotations(doc) if quotes is None else quotes
    found = tuple(_first_readings(doc, quotes))
    colons = (token for token in doc if token.text == ":" and not _in_sentence(doc, found, token.i))
    headlines = tuple(reading for token in colons if (reading := read_headline(doc, token)) is not None)
    return continued(doc, tuple(sorted((*found, *headlines), key=lambda item: item.speech.cue)), quotes)


def _first_readings(doc: Doc, quotes: Sequence[Quotation]) -> Iterator[Reading]:
    for token in doc:
        reading = (
            read_preposition(doc, token.i, quotes)
            or read_passive_report(doc, token)
            or read_verb(doc, token, quotes)
            or read_adverb(doc, token)
            or read_noun(doc, token)
            or read_adjective(doc, token)
        )
        if reading is not None:
            yield reading


def _in_sentence(doc: Doc, found: Sequence[Reading], index: int) -> bool:
    """True when a quotation or clause of another cue already covers the sentence around ``index``."""
    sentence = doc[index].sent
    covering = {"quote", "clause", "preposition"}
    return any(r.form in covering and sentence.start <= r.speech.cue_head < sentence.end for r in found)


def chain(speeches: Iterable[Speech], token_index: int) -> tuple[Speech, ...]:
    """The speeches whose content holds the token, outermost (longest content) first."""
    holding = [speech for speech in speeches if any(start <= token_index < end for start, end in speech.content)]
    return tuple(sorted(holding, key=_size, reverse=True))


def _size(speech: Speech) -> int:
    return sum(end - start for start, end in speech.content)
