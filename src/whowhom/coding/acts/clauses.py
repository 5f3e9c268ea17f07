"""Where one clause ends and another begins in a parsed sentence, and which clauses share time and place."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.times.words import time_words

_CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "pcomp", "xcomp"})
_OTHER_TIME = frozenset({"will", "would", "had", "'ll", "’ll"})


def is_verb(token: Token) -> bool:
    """True for a verb that can head a clause."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")


def opens_clause(token: Token) -> bool:
    """True for the head of a clause of its own, a coordinated one included."""
    return is_verb(token) and (token.dep_ in _CLAUSAL or token.dep_ == "conj")


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause in which ``token`` stands (itself, if it is one); None in a heading without verb."""
    for head in (token, *token.ancestors):
        if is_verb(head):
            return head
    return None


def verb_above(token: Token) -> Token:
    """The nearest verb or auxiliary of any kind, ``token`` itself included; else the sentence's root."""
    while token.pos_ not in ("VERB", "AUX") and token.head != token:
        token = token.head
    return token


def steps_up(token: Token) -> Iterator[Token]:
    """The words above ``token``, up to and with the first verb that heads a clause."""
    for head in token.ancestors:
        yield head
        if opens_clause(head):
            return


def opens_sentence(doc: Doc, start: int) -> bool:
    """True when the words from token ``start`` on open their sentence, after a preposition ("On Sunday …")."""
    first = doc[start].sent.start
    before = [token for token in doc[first:start] if not (token.is_space or token.is_punct)]
    return len(before) == 1 and before[0].pos_ == "ADP"


def owners(trigger: Token) -> Iterator[Token]:
    """The words whose time and place are the act's: its own word, its carrying verb, the verbs that it goes with."""
    yield trigger
    verb = clause_verb(trigger)
    if verb is not None and verb.i != trigger.i:
        if verb.lemma_ not in time_words("carriers", "verbs"):
            return
        yield verb
    seen: set[int] = set()
    while verb is not None and verb.i not in seen and _goes_with_head(verb):
        seen.add(verb.i)
        verb = clause_verb(verb.head)
        if verb is not None:
            yield verb


def _goes_with_head(verb: Token) -> bool:
    """True when a clause shares the time and place of the one above: coordinated, participial, or its purpose."""
    if verb.head.i == verb.i or any(child.dep_ == "aux" and child.lower_ in _OTHER_TIME for child in verb.children):
        return False
    if verb.dep_ == "conj":
        return True
    if verb.tag_ == "VBG":
        opened = verb.dep_ == "pcomp" and verb.head.lower_ in time_words("temporal", "gerund_prepositions")
        return opened or verb.dep_ in ("advcl", "xcomp")
    return _is_purpose(verb)


def _is_purpose(verb: Token) -> bool:
    """True for "used an interview to accuse", not for "agreed to meet", which lies ahead of its main clause."""
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp"):
        return False
    ahead = time_words("future", "governing") | time_words("future", "lemmas")
    return verb.head.tag_ in ("VBD", "VBN") and verb.head.lemma_ not in ahead


def companions(trigger: Token) -> Iterator[Token]:
    """The verbs below the act's word that happen with it: "when they landed", the relative clause of an act's noun."""
    for child in trigger.children:
        if is_verb(child) and _happens_with(child, trigger):
            yield child


def _happens_with(verb: Token, trigger: Token) -> bool:
    if verb.dep_ in ("relcl", "acl"):
        return trigger.pos_ == "NOUN"
    return (verb.dep_ == "advcl" and _opened_by(verb, "simultaneous")) or _is_purpose(verb)


def _opened_by(verb: Token, kind: str) -> bool:
    return any(word.lower_ in time_words("temporal", kind) for word in verb.lefts if word.dep_ in ("advmod", "mark"))


def saying_verb(trigger: Token) -> Token | None:
    """The verb whose content clause holds the act; None in the article's own voice."""
    verb = clause_verb(trigger)
    while verb is not None and verb.head.i != verb.i:
        if verb.dep_ == "ccomp":
            return clause_verb(verb.head)
        verb = clause_verb(verb.head)
    return None
