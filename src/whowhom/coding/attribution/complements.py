"""A verb with an infinitive, preposition or object ("vowed to …", "called for …", "denied it") → its content."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from whowhom.coding.attribution.clauses import before_gloss, has_to
from whowhom.coding.attribution.cues import cues
from whowhom.coding.attribution.quoted import to_quotation_end
from whowhom.coding.attribution.quotes import Quotation
from whowhom.coding.attribution.ranges import (
    subtree,
    trim,
)
from whowhom.coding.attribution.reading import Content, VerbCue
from whowhom.coding.attribution.sources import is_passive

CLAUSES = {"ccomp", "xcomp"}
BELONGING = {"as", "for", "of", "from", "with", "to", "against", "about"}  # prepositions that carry on an object


def infinitive_content(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> Content | None:
    for child in cue.verb.rights:
        if child.dep_ in CLAUSES and has_to(child):
            kind = cue.kind("to")
            if kind is None:
                return None
            start, end = subtree(child)
            hearers = [noun for noun in cue.verb.rights if noun.dep_ in {"dobj", "dative"} and noun.i < child.i]
            start = min([start, *(noun.left_edge.i for noun in hearers[:1])])
            span = cue.span[0], _called_on(cue, child)
            return Content("to", kind, (to_quotation_end(trim(doc, (max(start, span[1]), end)), quotes),), span)
        if child.dep_ == "xcomp" and child.tag_ == "VBG":
            kind = cue.kind("verbs") or cue.kind("object")
            if kind is not None:
                return Content("to", kind, (to_quotation_end(trim(doc, subtree(child)), quotes),), cue.span)
    return None


def _called_on(cue: VerbCue, infinitive: Token) -> int:
    """The end of the cue: "called on X" when "to do Y" follows at once."""
    start = infinitive.left_edge.i
    named = [child for child in cue.verb.rights if child.dep_ == "prep" and child.i == cue.span[1]]
    return start if named and named[0].right_edge.i + 1 == start else cue.span[1]


def phrase_content(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> Content | None:
    for child in cue.verb.rights:
        if child.dep_ not in {"prep", "prt", "agent", "advmod"}:
            continue
        kind = next((kind for name in cue.names if (kind := cues().kind("phrases", f"{name} {child.lower_}"))), None)
        objects = [noun for noun in child.children if noun.dep_ in {"pobj", "pcomp"}]
        if kind is None or not objects:
            continue
        span = cue.span[0], child.i + 1
        if child.i > cue.span[1]:
            span = cue.span
        end = max([subtree(objects[0])[1], *(_purpose_end(cue.verb, child))])
        return Content("phrase", kind, (to_quotation_end(trim(doc, (child.i + 1, end)), quotes),), span)
    return None


def _purpose_end(verb: Token, preposition: Token) -> list[int]:
    """"called on X to do Y": the infinitive belongs to what is asked."""
    return [subtree(child)[1] for child in verb.rights if child.dep_ in CLAUSES and child.i > preposition.i]


def object_content(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> Content | None:
    kind = cue.kind("object")
    thing = next((child for child in cue.verb.rights if child.dep_ in {"dobj", "ccomp"}), None)
    if kind is None or thing is None or thing.lower_ in {"himself", "herself", "itself", "themselves"}:
        return None
    start, end = subtree(thing)
    for child in cue.verb.rights:
        belongs = child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ in BELONGING)
        if child.left_edge.i == end and belongs:
            end = subtree(child)[1]
    end = before_gloss(doc, start, end, quotes)
    return Content("object", kind, (to_quotation_end(trim(doc, (max(start, cue.span[1]), end)), quotes),), cue.span)


def passive_subject_content(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> Content | None:
    """"The attack was condemned by Paris": the subject is the content."""
    kind = cue.kind("object")
    subject = next((child for child in cue.verb.lefts if child.dep_ == "nsubjpass"), None)
    if kind is None or subject is None or cue.speaker is None or not is_passive(cue.verb):
        return None
    return Content("object", kind, (to_quotation_end(trim(doc, subtree(subject)), quotes),), cue.span)
