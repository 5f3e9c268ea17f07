"""The cue's verb or noun → the words of the speaker and the words of the cue."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from whowhom.coding.attribution.cues import cues, relays
from whowhom.coding.attribution.ranges import Range, subtree

SUBJECTS = {"nsubj", "csubj"}
PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
AUXILIARIES = {"aux", "auxpass", "neg"}
LENDING = {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "acl"}
RELATIVES = {"WP", "WDT", "WP$"}


def is_passive(verb: Token) -> bool:
    """True for a passive with its auxiliary or for a bare participle that modifies a noun ("called X by Y")."""
    if any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children):
        return True
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def speaker_of(verb: Token) -> Token | None:
    """The head of the speaker: subject, agent of a passive, or the subject that a governing verb lends."""
    if is_passive(verb):
        return _agent(verb)
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return _antecedent(own, verb)
    return _lent_subject(verb)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    if subject.tag_ in RELATIVES and verb.dep_ == "relcl":
        return verb.head
    return subject


def adds_on(verb: Token) -> bool:
    """True for a participle that adds more of the same speech (", adding that …")."""
    kind = cues().kind("verbs", verb.lemma_.lower())
    after_comma = verb.left_edge.i > 0 and verb.doc[verb.left_edge.i - 1].text == ","
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and after_comma and kind is not None and relays(kind)


def _reporting(verb: Token) -> Token:
    """The verb of saying above a clause; the clause's own verb when there is none."""
    while verb.dep_ in {"ccomp", "conj"} and cues().kind("verbs", verb.head.lemma_.lower()) and verb.head.i < verb.i:
        verb = verb.head
    return verb


def _lent_subject(verb: Token) -> Token | None:
    """Follows coordination, control and participles upward to a subject; at most six steps."""
    current = verb
    if adds_on(verb):
        above = _reporting(verb.head)
        own = next((child for child in above.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return _antecedent(own, above)
    for _ in range(6):
        if current.dep_ == "acl" and current.head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return current.head
        if current.dep_ not in LENDING or current.head is current:
            return None
        current = current.head
        for child in current.children:
            if child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS:
                return _antecedent(child, current)
    return None


def speaker_range(head: Token, cue: Range) -> Range:
    """The speaker's whole phrase, cut where the cue or its content begins inside it."""
    start, end = subtree(head)
    for child in head.rights:
        if child.dep_ in {"relcl", "acl"} and child.left_edge.i <= cue[0] < child.right_edge.i + 1:
            end = min(end, child.left_edge.i)
    if start < cue[0] < end and cue[0] > head.i:
        end = cue[0]
    if start < cue[1] <= head.i:
        start = cue[1]
    return start, end


def relative_pronoun(verb: Token) -> Token | None:
    """The "who" or "which" that stands for the speaker in a relative clause."""
    return next((child for child in verb.children if child.dep_ in SUBJECTS and child.tag_ in RELATIVES), None)


def verb_group(doc: Doc, verb: Token) -> Range:
    """The verb with the auxiliaries, negation and adverbs that touch it before, and the particle after it."""
    start, end = verb.i, verb.i + 1
    own = {child.i for child in verb.children if child.dep_ in AUXILIARIES or child.dep_ == "advmod"}
    while start - 1 in own:
        start -= 1
    if verb.dep_ == "xcomp" and start > 0 and doc[start].lower_ == "to":
        governor = verb.head
        start = verb_group(doc, governor)[0] if governor.i == start - 1 else start
        return start, end
    while end < len(doc) and doc[end].dep_ == "prt" and doc[end].head.i == verb.i:
        end += 1
    return start, end
