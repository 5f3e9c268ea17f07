"""A predicate → the words above it that change what it counts as: threats, refusals, plans, denials, phases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.predicate import Predicate
from whowhom.coding.acts.triggers import Trigger, follows
from whowhom.vocab.load import read_toml

_TYPES: Mapping[str, str] = {
    "agree": "AGREE",
    "threaten": "THREATEN",
    "refuse": "REJECT",
    "deny": "REJECT",
    "request": "REQUEST",
}
_COMPLEMENT_PREPOSITIONS = frozenset({"to", "for", "of", "on", "with", "against", "from", "into", "about", "in"})
_RULING = frozenset({"decide", "agree", "refuse", "threaten", "plan"})
_TO_COME = frozenset({"to", "will", "would", "shall", "should", "'ll", "must"})
_SCENE = frozenset({"at", "in", "on", "during", "after"})
_DEPTH = 8


@dataclass(frozen=True, slots=True)
class Link:
    """One word above a predicate: an operator of some kind, another predicate, or both."""

    token: Token
    kind: str
    predicate: Predicate | None


@cache
def _operators() -> dict[tuple[str, str], tuple[tuple[tuple[str, ...], str], ...]]:
    """(part, first word) → (words, kind), the longest phrase first."""
    table: dict[tuple[str, str], list[tuple[tuple[str, ...], str]]] = {}
    for row in read_toml("operators.toml")["operator"]:
        for phrase in row["words"]:
            words = tuple(phrase.split())
            table.setdefault((row["part"], words[0]), []).append((words, row["kind"]))
    return {key: tuple(sorted(found, key=lambda item: -len(item[0]))) for key, found in table.items()}


def _part(token: Token) -> str:
    if token.pos_ in ("VERB", "AUX"):
        return "verb"
    return "adjective" if token.pos_ == "ADJ" else "noun"


def operator_kind(token: Token) -> str:
    """The operator's kind at a token, "" when it is none."""
    for words, kind in _operators().get((_part(token), token.lemma_.lower()), ()):
        if follows(token, words[1:]) is not None:
            return kind
    return ""


def _is_quoted(verb: Token, clause: Token) -> bool:
    """True when a colon or a quotation mark stands between the verb and its clause."""
    return any(token.is_quote or token.text == ":" for token in verb.doc[verb.i : clause.left_edge.i + 1])


def takes_clause(verb: Token) -> bool:
    """True when the verb has a clause as its complement; a quotation before it ("…, she told a paper") is none."""
    if any(clause.i > verb.i and not _is_quoted(verb, clause) for clause in syntax.children(verb, "xcomp", "ccomp")):
        return True
    return any(syntax.children(prep, "pcomp") for prep in syntax.children(verb, "prep"))


def asks(verb: Token) -> bool:
    """False when the verb's clause only tells something ("told reporters that …", "insisted there was …")."""
    for clause in syntax.children(verb, "ccomp"):
        if clause.i < verb.i or _is_quoted(verb, clause):
            continue
        auxiliaries = {child.lower_ for child in syntax.children(clause, "aux")}
        finite = clause.tag_ in ("VBD", "VBZ", "VBP") or bool(auxiliaries - {"to", "be", "should", "must", "ought"})
        if finite and not auxiliaries & {"should", "must", "to"}:
            return False
    return True


def promises(verb: Token) -> bool:
    """False when the verb's clause tells what is, not what will be ("agreed that the talks are useful")."""
    clauses = [clause for clause in syntax.children(verb, "ccomp") if clause.i > verb.i]
    return not clauses or any(
        child.lower_ in _TO_COME for clause in clauses for child in syntax.children(clause, "aux")
    )


def plain_trigger(verb: Token, kind: str, recipient: tuple[str, ...] = ("object",)) -> Trigger:
    """An entry without conditions for a verb that the trigger files do not list in this sense."""
    return Trigger(
        part="verb",
        words=(verb.lemma_.lower(),),
        type=kind,
        mode=None,
        actor=("subject",),
        recipient=recipient,
        mutual=False,
        object=frozenset(),
        object_actor=False,
        prep=frozenset(),
        weak=False,
        needs_support=False,
        status=None,
    )


def operator_trigger(verb: Token) -> Trigger | None:
    """A trigger for an operator verb that is no trigger by itself but makes its clause one ("vowed to retaliate")."""
    kind = operator_kind(verb)
    if (
        kind not in _TYPES
        or not takes_clause(verb)
        or (kind == "request" and not asks(verb))
        or (kind == "agree" and not promises(verb))
    ):
        return None
    return plain_trigger(verb, _TYPES[kind], ("complement_subject", "object") if kind == "request" else ("object",))


def noun_operator_trigger(noun: Token) -> Trigger | None:
    """The same for a noun with an infinitive ("its promise to resettle refugees")."""
    kind = operator_kind(noun)
    if kind not in _TYPES or kind == "deny":
        return None
    clauses = syntax.children(noun, "acl")
    beside = noun.i + 1 < len(noun.doc) and noun.doc[noun.i + 1].dep_ == "aux" and noun.doc[noun.i + 1].tag_ == "TO"
    if not beside and not any(child.lower_ == "to" for clause in clauses for child in clause.lefts):
        return None
    return replace(plain_trigger(noun, _TYPES[kind]), part="noun")


def _step(token: Token, nominal: bool) -> Token | None:
    """The word whose complement the token is, or None where it is none."""
    head = token.head
    if head == token:
        return None
    if token.dep_ in ("xcomp", "ccomp", "acl", "acomp", "oprd"):
        if token.dep_ == "acl" and not any(child.lower_ == "to" for child in token.lefts):
            return None
        return _past_the_scene(head) if token.dep_ == "acl" else head
    if token.dep_ == "pcomp":
        return head.head
    if token.dep_ == "advcl" and any(child.lower_ == "to" for child in token.lefts) and operator_kind(head) in _RULING:
        return head  # parsers often hang "decided at a summit to …" beside its verb
    if token.dep_ in ("dobj", "nsubjpass") or (nominal and token.dep_ == "attr"):
        return head
    if token.dep_ == "pobj" and head.lower_ in _COMPLEMENT_PREPOSITIONS:
        return head.head
    if token.dep_ == "conj":
        return head
    return None


def _past_the_scene(noun: Token) -> Token:
    """The ruling verb in "decided at a summit to …", where parsers hang the clause on the place or time beside it."""
    verb = noun.head.head
    beside = noun.dep_ == "pobj" and noun.head.lower_ in _SCENE and not operator_kind(noun)
    return verb if beside and operator_kind(verb) in _RULING else noun


def _kind_above(above: Token, token: Token) -> str:
    """The operator's kind at ``above`` for the complement ``token``; "" where the word only says or links it."""
    if _is_copula(above, token):
        return ""
    kind = operator_kind(above)
    # "told reporters that …" tells; "told them to …" asks.
    return "" if kind == "request" and token.dep_ == "ccomp" and not asks(above) else kind


def _is_copula(above: Token, token: Token) -> bool:
    """True for the "be" of "is ready to", which plans nothing, unlike that of "is to visit"."""
    return above.lemma_.lower() == "be" and token.dep_ in ("acomp", "attr", "oprd")


def _is_manner(predicate: Predicate) -> bool:
    """True for "in coordination with": how something is done, not what the verb above is about."""
    token = predicate.token
    return predicate.trigger.type == "COOPERATE" and token.dep_ == "pobj" and token.head.lower_ == "in"


def _only_decided(predicate: Predicate) -> bool:
    """True when the verb that carries the noun decides on the act and does not do it ("ordered an attack").

    "The attack" that somebody ordered is known to the reader: it happened.
    """
    decision = read_toml("operators.toml")["decision"]
    if predicate.support is None or predicate.trigger.type not in decision["types"]:
        return False
    known = predicate.trigger.type == "ASSAULT" and any(child.lower_ == "the" for child in predicate.token.lefts)
    return not known and predicate.support.lemma_.lower() in decision["verbs"]


def links_above(predicate: Predicate, predicates: Mapping[int, Predicate]) -> tuple[Link, ...]:
    """The operators and predicates above, the nearest first; stops where a speech or a separate clause begins."""
    if _is_manner(predicate):
        return ()
    found = [Link(predicate.clause_head, "decide", None)] if _only_decided(predicate) else []
    token = predicate.clause_head
    speech = frozenset(read_toml("operators.toml")["speech"]["words"])
    for _ in range(_DEPTH):
        above = _step(token, token.pos_ in ("NOUN", "PROPN"))
        if above is None or (token.dep_ == "conj" and syntax.children(token, "nsubj", "nsubjpass")):
            break
        if token.dep_ != "conj":
            kind, other = _kind_above(above, token), predicates.get(above.i)
            if token.dep_ == "ccomp" and above.lemma_.lower() in speech and not kind and other is None:
                break
            if kind or other is not None:
                found.append(Link(above, kind, other))
        token = above
        if found and found[-1].predicate is not None:
            token = found[-1].predicate.clause_head
    return tuple(found)
