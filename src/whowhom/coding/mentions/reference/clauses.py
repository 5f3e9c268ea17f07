"""A token of a parsed document → its clause, that clause's subject, and the subjects of the clauses around it."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from whowhom.vocab.load import read_toml

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
OBJECTS = frozenset({"dobj", "dative", "iobj"})
# Arcs by which a verb without a subject of its own borrows that of the verb above it.
_BORROWING = frozenset({"xcomp", "conj", "advcl", "pcomp", "acl", "ccomp", "dep", "parataxis"})
_DEEPEST = 12


def chain_head(token: Token) -> Token:
    """The first of the coordinated tokens that ``token`` belongs to ("Xi" in "Putin and Xi" → "Putin")."""
    for _ in range(_DEEPEST):
        if token.dep_ != "conj" or token.pos_ in ("VERB", "AUX"):
            break
        token = token.head
    return token


def is_subject(token: Token) -> bool:
    """True when the token, or the coordination that it is part of, is the subject of a verb."""
    return chain_head(token).dep_ in SUBJECTS


def governing_verb(token: Token) -> Token | None:
    """The verb of the clause that ``token`` stands in."""
    for _ in range(_DEEPEST):
        if token.dep_ == "ROOT" or token.head == token:
            return token if token.pos_ in ("VERB", "AUX") else None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that hangs on the verb itself."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            return child
    return None


def own_object(verb: Token) -> Token | None:
    """The direct or indirect object that hangs on the verb itself."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            return child
    return None


def subject_of(verb: Token) -> Token | None:
    """Who does the verb: its subject, or the one it takes from the verb above (control, coordination, gerunds)."""
    for _ in range(_DEEPEST):
        subject = own_subject(verb)
        if subject is not None:
            return subject
        if verb.dep_ == "relcl" or verb.dep_ not in _BORROWING or verb.head == verb:
            return None
        if verb.dep_ == "acl":
            return verb.head
        controller = _controlling_object(verb)
        if controller is not None:
            return controller
        above = governing_verb(verb)
        if above is None or above == verb:
            return None
        verb = above
    return None


def _controlling_object(verb: Token) -> Token | None:
    """The object of the verb above where it does the lower verb ("urged Iran to stop", "accused Iran of hiding")."""
    if verb.dep_ == "xcomp":
        return own_object(verb.head)
    if verb.dep_ == "pcomp" and verb.head.lower_ in read_toml("reference.toml")["control"]["object_prepositions"]:
        above = governing_verb(verb.head)
        return own_object(above) if above is not None else None
    return None


def outer_subjects(token: Token) -> Iterator[Token]:
    """The subjects of the clauses around ``token``, innermost first; the subject that holds ``token`` is left out."""
    verb = governing_verb(token)
    seen: set[int] = set()
    for _ in range(_DEEPEST):
        if verb is None:
            return
        subject = subject_of(verb)
        if subject is not None and subject.i not in seen and not _holds(subject, token):
            seen.add(subject.i)
            yield subject
        if verb.dep_ == "relcl" and verb.head.i not in seen:
            seen.add(verb.head.i)
            yield verb.head
        above = governing_verb(verb)
        verb = above if above is not verb else None


def _holds(subject: Token, token: Token) -> bool:
    return bool(subject == token or subject.is_ancestor(token))


def clause_root(token: Token) -> Token:
    """The root of the token's sentence."""
    for _ in range(60):
        if token.head == token:
            break
        token = token.head
    return token


def sentence_numbers(doc: Doc) -> list[int]:
    """For each token, the number of its sentence, from 0."""
    numbers: list[int] = []
    for number, sentence in enumerate(doc.sents):
        numbers.extend([number] * len(sentence))
    return numbers
