"""A pronoun and the discourse before it → the actors that it stands for, none when it points to no actor."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from spacy.tokens import Token

from whowhom.coding.mentions.clauses import (
    OBJECTS,
    SUBJECTS,
    chain_head,
    clause_root,
    governing_verb,
    is_subject,
    outer_subjects,
    own_object,
    own_subject,
    subject_of,
)
from whowhom.coding.mentions.discourse import PLURAL_TAGS, Antecedent, Discourse, coordinated, distinct
from whowhom.coding.mentions.reference_words import words
from whowhom.core.actor import Actor

# Sentences to look back over: persons stay in mind longer than things.
_PERSON_WINDOW = 6
_THING_WINDOW = 2


def resolve_pronoun(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    """Whom the pronoun of mention ``index`` stands for; first persons wait for ``resolve_first_person``."""
    token = discourse.doc[discourse.mentions[index].head]
    word = token.lower_
    if word in words("pronouns", "speaker"):
        return ()
    if word in words("pronouns", "relative"):
        return _relative(discourse, token)
    for gender in ("male", "female"):
        if word in words("pronouns", gender):
            return _person(discourse, token, gender)
    if word in words("pronouns", "neuter"):
        return () if _pleonastic(token) else _thing(discourse, token)
    return _several(discourse, token) if word in words("pronouns", "plural") else ()


def resolve_first_person(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    """The speaker of the quotation in which "I" or "we" stands; outside quotation marks nobody."""
    token = discourse.doc[discourse.mentions[index].head]
    if token.lower_ not in words("pronouns", "speaker"):
        return ()
    speaker = discourse.speaker(token.i)
    return speaker.actors if speaker is not None else ()


def _relative(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    verb = governing_verb(token)
    while verb is not None and verb.dep_ != "relcl" and verb.head != verb:
        verb = verb.head
    if verb is None or verb.dep_ != "relcl":
        return ()
    found = discourse.at(verb.head)
    return found.actors if found is not None else ()


def _own_clause(discourse: Discourse, token: Token) -> set[Actor]:
    """Those who cannot be meant by a pronoun that is no possessive: subject and object of the same verb."""
    verb = governing_verb(token)
    if token.dep_ == "poss" or verb is None or token.lower_ in words("pronouns", "reflexive"):
        return set()
    barred: set[Actor] = set()
    for other in (subject_of(verb), own_object(verb)):
        if other is not None and other != token and (found := discourse.at(other)) is not None:
            barred.update(found.actors)
    return barred


def _structural(
    discourse: Discourse, token: Token, fits: Callable[[Antecedent], bool]
) -> Iterator[Antecedent | Token]:
    """The subjects of the clauses around the pronoun, innermost first: fitting mentions, or the nouns that are none."""
    own = governing_verb(token)
    for subject in outer_subjects(token):
        if token.dep_ != "poss" and own is not None and not is_subject(token) and subject_of(own) == subject:
            continue
        found = discourse.at(subject)
        if found is None:
            if subject.pos_ in ("NOUN", "PROPN") and subject.i < token.i and subject.dep_ in SUBJECTS:
                yield subject
        elif fits(found) and _fits_number(discourse, token, found) and (found.token < token.i or _fronted(token)):
            yield found


def _fits_number(discourse: Discourse, token: Token, found: Antecedent) -> bool:
    """A singular pronoun is not one of two who are the subject together."""
    plural = token.lower_ in words("pronouns", "plural")
    return plural or len(coordinated(discourse, discourse.doc[found.token])) < 2


def _fronted(token: Token) -> bool:
    """True for a pronoun before the main subject, in a clause or phrase that leans on it ("In his speech, X said")."""
    root = clause_root(token)
    arc = next((child for child in root.children if child == token or child.is_ancestor(token)), None)
    return arc is not None and arc.dep_ in ("advcl", "prep", "npadvmod") and arc.i < root.i


def _person(discourse: Discourse, token: Token, gender: str) -> tuple[Actor, ...]:
    speaker = discourse.speaker(token.i)
    barred = _own_clause(discourse, token) | (set(speaker.actors) if speaker is not None else set())

    def fits(found: Antecedent) -> bool:
        return (
            found.nature == "person" and not found.weak and found.gender in (gender, None) and len(found.actors) == 1
            and not barred.intersection(found.actors)
        )

    for found in _structural(discourse, token, fits):
        if isinstance(found, Antecedent):
            return found.actors
    best: tuple[float, Antecedent] | None = None
    for candidate in discourse.recent(token.i, _PERSON_WINDOW):
        if fits(candidate):
            score = _person_score(discourse, token, candidate, gender)
            if best is None or score > best[0]:
                best = (score, candidate)
    return best[1].actors if best is not None else ()


def _person_score(discourse: Discourse, token: Token, candidate: Antecedent, gender: str) -> float:
    """Higher for near sentences, subjects, agreeing gender and persons whom the article names often."""
    distance = discourse.sentences[token.i] - candidate.sentence
    role = discourse.doc[chain_head(discourse.doc[candidate.token]).i].dep_
    score = 10.0 - 3.0 * distance + (4.0 if candidate.subject else 1.0 if role in OBJECTS else 0.0)
    score += 1.5 if candidate.gender == gender else 0.0
    score += 1.0 if distance == 0 and candidate.token < token.i else 0.0
    score -= 3.0 if discourse.doc[candidate.token].dep_ == "poss" and not candidate.subject else 0.0
    quoted = discourse.quotation(candidate.token) is not None and discourse.quotation(token.i) is None
    score -= 4.0 if quoted else 0.0
    score -= 2.0 if discourse.mentions[candidate.index].kind in ("role", "group") else 0.0
    times = sum(1 for other in discourse.history if other.actors == candidate.actors)
    return score + min(times, 6) * 0.4


def _pleonastic(token: Token) -> bool:
    """True for the "it" of "it is necessary that", "it was agreed", "it seems"."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass", "expl"):
        return False
    if token.dep_ == "expl":
        return True
    children = list(verb.children)
    clause = any(child.dep_ in ("ccomp", "xcomp", "csubj", "csubjpass", "advcl", "acl") for child in children)
    if token.dep_ == "nsubjpass":
        return verb.lemma_ in words("pleonastic", "passives") and (clause or len(children) < 5)
    if verb.pos_ == "AUX":
        said = (child for child in children if child.dep_ in ("acomp", "attr", "prep", "advmod"))
        return any(child.lemma_.lower() in words("pleonastic", "adjectives") or child.pos_ == "PRON" for child in said)
    return verb.lemma_ in words("pleonastic", "verbs")


def _thing(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    barred = _own_clause(discourse, token)
    speaker = discourse.speaker(token.i)
    if speaker is not None:
        barred |= set(speaker.actors)

    def fits(found: Antecedent) -> bool:
        thing = found.nature in ("state", "organisation") and len(found.actors) == 1
        return thing and not found.weak and not barred.intersection(found.actors)

    if token.dep_ in OBJECTS or token.dep_ == "pobj":
        return _object_before(discourse, token, fits)
    for found in _structural(discourse, token, fits):
        if isinstance(found, Antecedent):
            return found.actors
        if found.tag_ not in PLURAL_TAGS and not _told(found):
            return ()
    return _thing_before(discourse, token, fits)


def _object_before(discourse: Discourse, token: Token, fits: Callable[[Antecedent], bool]) -> tuple[Actor, ...]:
    """An object "it" is seldom an actor: only when a clause before it in the sentence has one as its object."""
    for found in discourse.recent(token.i, 0):
        if fits(found) and discourse.doc[found.token].dep_ in OBJECTS | {"pobj", "appos", "conj"}:
            between = discourse.doc[found.token + 1 : token.i]
            return () if any(other.dep_ in OBJECTS and other.tag_ == "NN" for other in between) else found.actors
    return ()


def _told(noun: Token) -> bool:
    """True for a noun that does something only people do, so that "its" after it points further back."""
    return noun.head.lemma_ in words("speech", "verbs") or noun.ent_type_ == "PERSON"


def _thing_before(discourse: Discourse, token: Token, fits: Callable[[Antecedent], bool]) -> tuple[Actor, ...]:
    candidates = [found for found in discourse.recent(token.i, _THING_WINDOW) if fits(found)]
    sentence = discourse.sentences[token.i]
    if token.dep_ == "poss":
        inside = [found for found in candidates if found.sentence == sentence]
        if inside:
            return next((found for found in inside if found.subject), inside[0]).actors
    subjects = [found for found in candidates if found.subject and found.sentence < sentence]
    if not subjects:
        return ()
    latest = max(found.sentence for found in subjects)
    if _rival(discourse, latest, sentence, ("NN", "NNP")):
        return ()
    return next(found for found in reversed(subjects) if found.sentence == latest).actors


def _rival(discourse: Discourse, sentence: int, current: int, tags: Collection[str]) -> bool:
    """True when from that sentence on some noun that is no actor is a main subject ("The deal … It …")."""
    for number in range(sentence, current):
        root = next((token for token in _sentence(discourse, number) if token.head == token), None)
        subject = own_subject(root) if root is not None else None
        if subject is not None and subject.tag_ in tags and discourse.covering.get(subject.i) is None:
            return not _told(subject)
    return False


def _sentence(discourse: Discourse, number: int) -> list[Token]:
    start = discourse.sentences.index(number)
    return [token for token in discourse.doc[start : start + 120] if discourse.sentences[token.i] == number]


def _several(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    barred = _own_clause(discourse, token)
    speaker = discourse.speaker(token.i)
    if speaker is not None:
        barred |= set(speaker.actors)

    def fits(found: Antecedent) -> bool:
        if barred.intersection(found.actors) or found.weak:
            return False
        return found.plural or len(coordinated(discourse, discourse.doc[found.token])) > 1

    def above(found: Antecedent) -> bool:
        # In speech a state or body is "they", too.
        return fits(found) or (speaker is not None and found.nature in ("state", "organisation") and not (
            found.weak or barred.intersection(found.actors)
        ))

    for found in _structural(discourse, token, above):
        if isinstance(found, Antecedent):
            return _with_partners(discourse, found)
        if found.tag_ in PLURAL_TAGS:
            return ()
    candidates = [found for found in discourse.recent(token.i, _THING_WINDOW) if fits(found)]
    if not candidates:
        return _organisation(discourse, token, barred)
    nearest = max(found.sentence for found in candidates)
    inside = [found for found in candidates if found.sentence == nearest]
    if nearest < discourse.sentences[token.i] and _rival(discourse, nearest, discourse.sentences[token.i], PLURAL_TAGS):
        return ()
    return _with_partners(discourse, next((found for found in inside if found.subject), inside[0]))


def _with_partners(discourse: Discourse, found: Antecedent) -> tuple[Actor, ...]:
    partners = coordinated(discourse, discourse.doc[found.token])
    return distinct(actor for partner in partners or (found,) for actor in partner.actors)


def _organisation(discourse: Discourse, token: Token, barred: set[Actor]) -> tuple[Actor, ...]:
    """A body or, inside a quotation, a state may be "they" too, when it was a subject just before."""
    natures = ("organisation", "state") if discourse.quotation(token.i) is not None else ("organisation",)
    for found in discourse.recent(token.i, 1):
        if found.nature in natures and found.subject and not barred.intersection(found.actors):
            return found.actors
    return ()
