"""A verb or noun of a parsed sentence → the tokens in its deep slots: passives, control, gaps, coordination undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from whowhom.vocab.load import read_toml

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom"})
# After these prepositions the hidden subject of a participle is the governor's object ("accused Iran of arming",
# "kept it from leaving").
_OBJECT_CONTROL = frozenset({"of", "from", "for", "into"})
# In "the visit of the king to Oman" and "the killing of a general by Israel" parsers hang these on the inner noun.
_LEFT_TO_THE_ACT = frozenset({"to", "by", "with", "on", "against"})
_JOINED_WITH = frozenset({"along", "together", "jointly"})
_DEPTH = 6


def _coordinated(token: Token) -> Iterator[Token]:
    """Nouns joined to the token by a conjunction or by "along with", "together with"."""
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ not in ("VERB", "AUX"):
            yield child
        if child.dep_ == "appos" and child.pos_ == token.pos_ == "PROPN" and children(child, "conj"):
            yield child  # the second name of a list ("with France, the UK and Jordan")
        if child.lower_ in _JOINED_WITH:
            for prep in children(child, "prep"):
                yield from children(prep, "pobj") if prep.lower_ == "with" else ()


def with_coordinated(tokens: Iterable[Token]) -> tuple[Token, ...]:
    """The tokens and everything coordinated with them, in text order, once each."""
    found: dict[int, Token] = {}
    for token in tokens:
        found[token.i] = token
        for deeper in with_coordinated(_coordinated(token)):
            found[deeper.i] = deeper
    return tuple(found[index] for index in sorted(found))


def children(token: Token, *labels: str) -> tuple[Token, ...]:
    """The token's children with one of these dependency labels."""
    return tuple(child for child in token.children if child.dep_ in labels)


def is_passive(verb: Token) -> bool:
    """True for passives, reduced relatives ("forces backed by Turkey"), headlines ("Three killed in raid")."""
    if children(verb, "nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag_ != "VBN" or any(child.lemma_ == "have" for child in children(verb, "aux")):
        return False
    if verb.dep_ in ("acl", "amod"):
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return not children(verb, "nsubj", "aux") and is_passive(verb.head)
    return verb.dep_ in ("ROOT", "advcl") and not children(verb, "dobj", "aux")


def _antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause describes, looked up through coordination of its verbs."""
    for _ in range(_DEPTH):
        if verb.dep_ == "relcl":
            return verb.head
        if verb.dep_ not in ("conj", "xcomp", "ccomp"):
            return None
        verb = verb.head
    return None


def _explicit_subject(verb: Token) -> tuple[Token, ...]:
    found = [child for child in verb.children if child.dep_ in SUBJECTS]
    if not found:
        return ()
    if found[0].lower_ in _RELATIVE_PRONOUNS:
        antecedent = _antecedent(verb)
        return with_coordinated([antecedent]) if antecedent is not None else ()
    return with_coordinated(found[:1])


def holder(noun: Token, depth: int = 0) -> tuple[Token, ...]:
    """Whose a noun is: its possessor, else the subject of the verb that has it as object ("took a decision to …")."""
    possessors = children(noun, "poss")
    if possessors:
        return with_coordinated(possessors)
    verb = noun.head
    if noun.dep_ in ("pobj",):
        verb = noun.head.head
    if verb.pos_ in ("VERB", "AUX") and noun.dep_ in ("dobj", "attr", "pobj", "oprd", "nsubjpass"):
        return subjects(verb, depth + 1)
    return ()


@cache
def _texts() -> frozenset[str]:
    return frozenset(read_toml("operators.toml")["texts"]["nouns"])


def _is_text_of_another(noun: Token) -> bool:
    """True for "a statement condemning …", whose author stands outside of the phrase."""
    if noun.lemma_.lower() not in _texts():
        return False
    return not any(child.dep_ in ("compound", "amod") and child.ent_type_ for child in noun.children) and not (
        {"by", "from", "of"} & prepositional(noun).keys()
    )


def _controller(verb: Token, depth: int) -> tuple[Token, ...]:
    """The understood subject of a clause without one of its own."""
    head = verb.head
    if verb.dep_ == "xcomp":
        if head.pos_ in ("VERB", "AUX"):
            return children(head, "dobj", "dative") or surface_subject(head, depth + 1)
        return surface_subject(head.head, depth + 1) if head.pos_ == "ADJ" else holder(head, depth + 1)
    if verb.dep_ == "pcomp":
        governor = head.head
        if governor.pos_ == "NOUN":
            return holder(governor, depth + 1)
        if head.lower_ in _OBJECT_CONTROL:
            controlled = objects(governor, depth + 1)
            if controlled:
                return controlled
        return surface_subject(governor, depth + 1)
    if verb.dep_ == "acl":
        infinitive = any(child.lower_ == "to" for child in verb.lefts)
        return holder(head, depth + 1) if infinitive or _is_text_of_another(head) else with_coordinated([head])
    if verb.dep_ == "relcl":
        return ()
    if verb.dep_ in ("conj", "advcl", "dep") and head.pos_ in ("VERB", "AUX"):
        return surface_subject(head, depth + 1)
    return ()


def surface_subject(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The grammatical subject, explicit or understood; empty when there is none."""
    if depth > _DEPTH:
        return ()
    return _explicit_subject(verb) or _controller(verb, depth)


def subjects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The deep subject: the agent of a passive, else the surface subject."""
    if is_passive(verb):
        agents = [noun for agent in children(verb, "agent") for noun in children(agent, "pobj")]
        agents += [noun for by in children(verb, "prep") if by.lower_ == "by" for noun in children(by, "pobj")]
        return with_coordinated(agents)
    return surface_subject(verb, depth)


def objects(verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """The deep object: the surface subject of a passive, else the direct object or the gap of a relative clause."""
    if depth > _DEPTH:
        return ()
    if is_passive(verb):
        if verb.dep_ in ("acl", "amod") and not children(verb, "nsubjpass"):
            return with_coordinated([verb.head])
        direct = children(verb, "dobj", "oprd")
        return surface_subject(verb, depth + 1) or with_coordinated(direct)
    direct = tuple(child for child in children(verb, "dobj") if child.lower_ not in _RELATIVE_PRONOUNS)
    if direct:
        return with_coordinated(direct)
    antecedent = _antecedent(verb) if verb.dep_ == "relcl" else None
    explicit = [child for child in verb.children if child.dep_ in SUBJECTS]
    if antecedent is not None and explicit and explicit[0].lower_ not in _RELATIVE_PRONOUNS:
        return with_coordinated([antecedent])
    return ()


def prepositional(head: Token) -> dict[str, tuple[Token, ...]]:
    """Nouns behind each preposition attached to ``head``, nested ones ("out of") too."""
    found: dict[str, list[Token]] = {}
    stack = list(children(head, "prep", "dative", "prt", "advmod"))
    while stack:
        item = stack.pop(0)
        found.setdefault(item.lower_, []).extend(with_coordinated(children(item, "pobj")))
        stack.extend(children(item, "prep"))
    for noun in found.get("of", ()) if head.pos_ == "NOUN" else ():
        for item in children(noun, "prep"):
            if item.lower_ in _LEFT_TO_THE_ACT:
                found.setdefault(item.lower_, list(with_coordinated(children(item, "pobj"))))
    return {name: tuple(tokens) for name, tokens in found.items() if tokens}


def complement_subjects(verb: Token) -> tuple[Token, ...]:
    """The subject of the clause that the verb takes ("urged *Israel* to stop"), or its object when that controls it."""
    for clause in children(verb, "ccomp", "xcomp"):
        explicit = _explicit_subject(clause)
        if explicit:
            return objects(clause) if is_passive(clause) and subjects(clause) == () else explicit
    return objects(verb)


def indirect(verb: Token) -> tuple[Token, ...]:
    """The indirect object ("gave *Kyiv* tanks")."""
    return with_coordinated(child for child in children(verb, "dative") if child.pos_ != "ADP")
