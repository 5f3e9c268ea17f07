"""A verb with a clause ("said that …", "…, he said, …", "As he said, …") → the tokens of the clause, to the word."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from whowhom.coding.attribution.cues import cues
from whowhom.coding.attribution.quoted import to_quotation_end, what_goes_on
from whowhom.coding.attribution.quotes import Quotation
from whowhom.coding.attribution.ranges import (
    Range,
    around,
    overlap,
    sentence_range,
    subtree,
    trim,
)
from whowhom.coding.attribution.reading import Content, VerbCue
from whowhom.coding.attribution.sources import adds_on

SET_OFF = {",", "--", "-", "–", "—"}
TELLING = {"say", "report", "announce", "confirm", "claim", "deny", "warn"}


def clause_content(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> Content | None:
    kind = cue.kind("verbs")
    if kind is None:
        return None
    for child in cue.verb.rights:
        if child.dep_ == "ccomp" and not has_to(child) and child.i > cue.verb.i:
            return Content("clause", kind, (_right_clause(doc, cue, child, quotes),), cue.span)
    hearer = next((child for child in cue.verb.rights if child.dep_ in {"dobj", "dative"}), None)
    told = None if hearer is None else _told(hearer)
    if told is not None and cue.verb.lemma_.lower() in cues().hearer:
        return Content("clause", kind, (_right_clause(doc, cue, told, quotes),), cue.span)
    parenthetical = _parenthetical(doc, cue)
    if parenthetical is None:
        return None
    goes_on = [] if parenthetical[0] >= cue.unit[1] else what_goes_on(doc, cue, quotes)
    ranges = [trim(doc, parenthetical), *goes_on]
    return Content("clause", kind, tuple(ranges), cue.span)


def _told(hearer: Token) -> Token | None:
    """"told the court she had …": parsed as a relative clause, but its subject is no relative pronoun."""
    for child in hearer.rights:
        first = child.left_edge
        starts = first.dep_ in {"nsubj", "mark", "det", "poss", "compound"} and first.tag_ not in {"WP", "WDT"}
        if child.dep_ in {"relcl", "acl"} and starts and any(word.dep_ == "nsubj" for word in child.lefts):
            return child
    return None


def has_to(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.lefts)


def _right_clause(doc: Doc, cue: VerbCue, clause: Token, quotes: Sequence[Quotation]) -> Range:
    start, end = subtree(clause)
    start = max(start, cue.span[1])
    if cue.source is not None and cue.source[0] >= cue.span[1] and overlap(cue.source, (start, end)):
        start = cue.source[1]
    start = _after_occasion(doc, _with_raised_subject(cue, clause, start), clause)
    end = _with_what_follows(cue, clause, end)
    end = before_gloss(doc, start, _before_other_speech(doc, start, end, quotes), quotes)
    return to_quotation_end(trim(doc, (start, end)), quotes)


def _with_raised_subject(cue: VerbCue, clause: Token, start: int) -> int:
    """"demanded Paris make …": the clause's subject hangs on the cue as its object."""
    if clause.left_edge.lower_ == "that" or any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in clause.lefts):
        return start
    raised = next((child for child in cue.verb.rights if child.dep_ == "dobj" and child.i < clause.i), None)
    if raised is None or cue.verb.lemma_.lower() in cues().hearer or raised.right_edge.i + 1 != start:
        return start
    return raised.left_edge.i


def _with_what_follows(cue: VerbCue, clause: Token, end: int) -> int:
    """Participles and further clauses in reported tense ("…, and it would be done") that hang on the cue."""
    for child in cue.verb.rights:
        if child.left_edge.i < end or child.i < clause.i or cues().kind("verbs", child.lemma_.lower()):
            continue
        participle = child.dep_ == "advcl" and child.tag_ == "VBG"
        reported = child.dep_ == "conj" and any(word.dep_ == "aux" and word.tag_ == "MD" for word in child.lefts)
        if participle or (reported and any(word.dep_ == "nsubj" for word in child.lefts)):
            end = max(end, child.right_edge.i + 1)
    return end


def before_gloss(doc: Doc, start: int, end: int, quotes: Sequence[Quotation]) -> int:
    """A relative clause after a comma at the very end (", which …") is the reporter's own gloss."""
    for token in doc[start:end]:
        if token.dep_ == "relcl" and token.right_edge.i + 1 >= end - 1 and around(quotes, token.i) is None:
            left = token.left_edge.i
            if left > start + 1 and doc[left - 1].text == "," and doc[left].tag_ in {"WP", "WDT", "WRB", "WP$"}:
                return left - 1
    return end


def _after_occasion(doc: Doc, start: int, clause: Token) -> int:
    """"said on Monday it had …": the parser hangs the day of speaking on the clause."""
    first = next((child for child in clause.lefts if child.left_edge.i == start), None)
    if first is None or first.dep_ not in {"prep", "npadvmod", "advmod"}:
        return start
    end = first.right_edge.i + 1
    words = doc[start:end]
    says_when = any(word.ent_type_ in {"DATE", "TIME"} for word in words)
    says_how = first.dep_ == "prep" and any(word.lemma_.lower() in cues().channels for word in words)
    return end if (says_when or says_how) and doc[end].text != "," else start


def _before_other_speech(doc: Doc, start: int, end: int, quotes: Sequence[Quotation]) -> int:
    """Where the clause ends because another telling begins: ", adding that …", ", while Kyiv said …"."""
    for verb in doc[start:end]:
        if around(quotes, verb.i) is not None or cues().kind("verbs", verb.lemma_.lower()) not in TELLING:
            continue
        left = verb.left_edge.i
        if left > start and (adds_on(verb) or _answers(doc, verb, left)):
            return left
    return end


def _answers(doc: Doc, verb: Token, left: int) -> bool:
    """True for ", while Kyiv said …" and ", but Kyiv said …" with a speaker of its own."""
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or verb.tag_ not in {"VBD", "VBZ", "VBP"}:
        return False
    if verb.dep_ == "advcl":
        return doc[left].lower_ in {"while", "whereas", "though", "although"}
    return verb.dep_ == "conj" and subject.pos_ != "PRON" and doc[left - 1].lower_ in {"and", "but", "while"}


def _parenthetical(doc: Doc, cue: VerbCue) -> Range | None:
    """The clause before '…, he said'; None when cue and speaker are not set off."""
    start = sentence_range(cue.verb)[0]
    left = cue.unit[0]
    if cue.source is None or cue.verb.tag_ == "VBG":
        return None
    if cue.verb.dep_ == "advcl" and doc[cue.verb.left_edge.i].lower_ == "as":
        return _as_said(doc, cue)
    if left <= start:
        return None
    if cue.source[1] < cue.span[0] - 1 or cue.source[0] > cue.span[1] + 1:
        return None
    if doc[left - 1].text not in SET_OFF or _has_object(cue):
        return None
    clause = next((child for child in cue.verb.lefts if child.dep_ == "ccomp"), None)
    if clause is not None:
        return start, left
    if cue.verb.dep_ in {"parataxis", "ccomp", "dep"} and cue.verb.head.i < cue.verb.i:
        return start, left
    if cue.unit[1] < len(doc) and doc[cue.unit[1]].text in SET_OFF:
        return start, left
    return None


def _has_object(cue: VerbCue) -> bool:
    """True when the verb has an object that is no hearer: what it says is that object."""
    is_telling = cue.verb.lemma_.lower() in cues().hearer
    return not is_telling and any(child.dep_ == "dobj" for child in cue.verb.rights)


def _as_said(doc: Doc, cue: VerbCue) -> Range | None:
    """"As the minister said, …": the sentence without that clause."""
    start, end = sentence_range(cue.verb)
    left, right = subtree(cue.verb)
    if trim(doc, (right, end))[0] < trim(doc, (right, end))[1] and left - start <= 1:
        return right, end
    return (start, left) if left > start else None
