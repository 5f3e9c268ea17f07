"""Nouns and adjectives that hand words to a speaker ("X's claim that …", "confident that …") → who says what."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from whowhom.coding.attribution.cues import cues
from whowhom.coding.attribution.ranges import Range, hull, subtree, trim
from whowhom.coding.attribution.reading import Form, Reading
from whowhom.coding.attribution.sources import SUBJECTS, is_passive, speaker_of, speaker_range, verb_group
from whowhom.coding.attribution.speech import Speech

PREPOSITIONS = {"of", "about", "on", "for", "over", "against", "regarding", "to", "in", "that", "with"}


def read_noun(doc: Doc, noun: Token) -> Reading | None:
    """"the minister's claim that …", "made a promise to …", "criticism of … by …"; None without content."""
    kind = cues().kind("nouns", noun.lemma_.lower())
    if kind is None or noun.pos_ != "NOUN":
        return None
    for form, cue_end, content in _noun_contents(doc, noun):
        speaker = _owner(noun)
        if form == "phrase" and speaker is None:
            continue
        cue = _noun_cue(doc, noun, speaker, cue_end)
        source = None if speaker is None else trim(doc, _owner_range(speaker, noun, cue))
        if source is not None and source[0] >= source[1]:
            speaker, source = None, None
        head = None if speaker is None else speaker.i
        return Reading(Speech(source, head, cue, noun.i, (content,), False, kind), "noun")
    return None


def _noun_contents(doc: Doc, noun: Token) -> Iterator[tuple[Form, int, Range]]:
    for child in noun.rights:
        first = child.left_edge
        if child.dep_ in {"acl", "ccomp", "relcl"} and first.lower_ == "that" and first.tag_ == "IN":
            yield "clause", noun.i + 1, trim(doc, subtree(child))
        elif child.dep_ in {"acl", "xcomp"} and first.lower_ == "to":
            yield "to", noun.i + 1, trim(doc, subtree(child))
        elif child.dep_ == "prep" and child.lower_ in PREPOSITIONS:
            end = subtree(child)[1]
            if child.i + 1 < end:
                yield "phrase", child.i + 1 if child.i == noun.i + 1 else noun.i + 1, trim(doc, (child.i + 1, end))


def _owner(noun: Token) -> Token | None:
    """Who said it: possessor, "by X", "from X", or the subject of a light verb."""
    for child in noun.lefts:
        if child.dep_ == "poss":
            return child
    for child in noun.rights:
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    verb = noun.head
    if _is_carried(noun):
        return speaker_of(verb)
    return None


def _is_carried(noun: Token) -> bool:
    """True for the object of a light verb."""
    return noun.dep_ == "dobj" and noun.head.i < noun.i and noun.head.lemma_.lower() in cues().light


def _owner_range(speaker: Token, noun: Token, cue: Range) -> Range:
    if speaker.dep_ == "poss":
        start, end = subtree(speaker)
        return start, end - 1 if noun.doc[end - 1].dep_ == "case" else end
    return speaker_range(speaker, cue)


def _noun_cue(doc: Doc, noun: Token, speaker: Token | None, end: int) -> Range:
    start = noun.left_edge.i
    if speaker is not None and speaker.dep_ == "poss":
        start = subtree(speaker)[1]
    elif speaker is not None and _is_carried(noun):
        start = verb_group(doc, noun.head)[0]
    elif doc[start].dep_ == "det":
        start += 1
    return min(start, noun.i), end


def read_adjective(doc: Doc, adjective: Token) -> Reading | None:
    """"is confident that …", "worried about …", "willing to …"; the subject of the copula is the speaker."""
    kind = _adjective_kind(adjective)
    if kind is None or adjective.head.pos_ not in {"AUX", "VERB", "NOUN", "PROPN"}:
        return None
    content = _adjective_content(doc, adjective)
    if content is None:
        return None
    end, span = content
    copula = adjective.head if adjective.dep_ in {"acomp", "oprd", "advmod"} else adjective
    start = adjective.i
    if copula.i < adjective.i and copula.i >= adjective.i - 4:
        start = verb_group(doc, copula)[0]
    elif any(child.dep_ in {"aux", "auxpass"} for child in adjective.lefts):
        start = verb_group(doc, adjective)[0]
    cue = start, end
    speaker = next((child for child in copula.lefts if child.dep_ in SUBJECTS or child.dep_ == "nsubjpass"), None)
    if speaker is None and not is_passive(copula):
        speaker = speaker_of(copula)
    source = None if speaker is None else trim(doc, speaker_range(speaker, hull((cue, span))))
    if source is not None and source[0] >= source[1]:
        speaker, source = None, None
    head = None if speaker is None else speaker.i
    return Reading(Speech(source, head, cue, adjective.i, (span,), False, kind), "adjective")


def _adjective_kind(adjective: Token) -> str | None:
    if adjective.pos_ not in {"ADJ", "VERB"} or adjective.tag_ not in {"JJ", "JJR", "VBN", "VBG"}:
        return None
    names = [f"{adjective.lower_} {child.lower_}" for child in adjective.rights if child.dep_ == "prep"]
    return next((kind for name in [*names, adjective.lower_] if (kind := cues().kind("adjectives", name))), None)


def _adjective_content(doc: Doc, adjective: Token) -> tuple[int, Range] | None:
    for child in adjective.rights:
        if child.dep_ in {"ccomp", "xcomp"}:
            return adjective.i + 1, trim(doc, subtree(child))
        if child.dep_ == "prep" and child.i == adjective.i + 1 and child.i + 1 < subtree(child)[1]:
            return child.i + 1, trim(doc, (child.i + 1, subtree(child)[1]))
    return None
