"""The word of an act and the times of its document → when the act was, and the words that say so."""

from __future__ import annotations

from datetime import date

from spacy.tokens import Doc, Token

from whowhom.coding.acts.clauses import clause_verb, companions, is_verb, opens_sentence, owners, saying_verb, steps_up
from whowhom.coding.mentions.mention import TimeMention
from whowhom.coding.mentions.times.words import time_words
from whowhom.core.date_range import DateRange
from whowhom.core.span import Span

# A present perfect or an act's bare noun this far down is the story so far, not the news.
_LEAD_SENTENCES = 4


def _distance(doc: Doc, time: TimeMention, owner: Token) -> int | None:
    """How loosely a time hangs on ``owner``: 0 directly, 1 through a noun; None if it does not.

    What opens the sentence ("In April the minister …") is its main verb's, whatever the parser makes of it. A time
    before a noun ("the 2015 deal") or one wider than a day on it ("the war in May") is the noun's alone, unless the
    noun says when ("died in Monday's raid") or the verb only carries it ("the attack in May killed …").
    """
    if opens_sentence(doc, time.start):
        return 0 if owner.i == owner.sent.root.i else None
    path = []
    for head in steps_up(doc[time.head]):
        if head.i == owner.i:
            break
        path.append(head)
    else:
        return None
    nouns = [word for word in path if word.pos_ in ("NOUN", "PROPN") and not time.start <= word.i < time.end]
    nouns = [word for word in nouns if word.lower_ not in time_words("temporal", "nouns")]
    if not nouns or not is_verb(owner):
        return 0 if not nouns else 1
    top = nouns[-1]
    if top.dep_ == "pobj" and top.head.lower_ in ("in", "during", "at") and top.head.head.i == owner.i:
        return 1
    if top.dep_ in ("nsubj", "nsubjpass") and owner.lemma_ in time_words("carriers", "verbs"):
        return 1
    one_day = time.when is not None and time.when.start == time.when.end
    return 1 if one_day and doc[time.head].i > nouns[0].i else None


def _own_time(doc: Doc, owner: Token, trigger: Token, times: tuple[TimeMention, ...]) -> TimeMention | None:
    """Of the times that hang on ``owner`` the one that hangs closest, a resolved one first, then the nearest."""
    ranked = []
    for time in times:
        distance = None if time.start <= owner.i < time.end else _distance(doc, time, owner)
        if distance is not None:
            ranked.append(((time.when is None, distance, abs(time.head - trigger.i), time.start), time))
    return min(ranked)[1] if ranked else None


def _auxiliaries(verb: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass"))


def _long_ago(verb: Token) -> bool:
    """True for a past perfect outside of speech ("had left"), "previously", "in the past"."""
    children = list(verb.children)
    if "had" in _auxiliaries(verb) and saying_verb(verb) is None:
        return True
    if any(child.lower_ in time_words("background", "adverbs") for child in children):
        return True
    inside = [grand for child in children if child.dep_ == "prep" for grand in child.children]
    return any(word.lower_ in time_words("background", "nouns") for word in inside)


def _is_news(doc: Doc, trigger: Token) -> bool:
    """True for what the article reports as new, as against the story so far."""
    verb = clause_verb(trigger)
    if verb is None:
        return True
    if _long_ago(verb):
        return False
    sentences = (sentence.start for sentence in doc.sents)
    if trigger.sent.start in [start for start, _ in zip(sentences, range(_LEAD_SENTENCES), strict=False)]:
        return True
    if verb.i != trigger.i and verb.lemma_ not in time_words("carriers", "verbs"):
        return False
    perfect = verb.tag_ == "VBN" and bool(_auxiliaries(verb) & {"has", "have", "'ve", "’ve"})
    return not perfect and verb.dep_ not in ("relcl", "acl")


def event_date(
    doc: Doc, trigger: int, times: tuple[TimeMention, ...], published: date | None, status: str
) -> tuple[DateRange | None, Span | None]:
    """When the act named by token ``trigger`` was, with the words that say it (None: the article's own day).

    A time belongs to the act when it hangs on the act's word or on its verb with no other clause between; coordinated,
    participial and simultaneous clauses share theirs; reported words take the time of the saying verb last. Without
    one, what is this article's news takes the day of publication (the codebook); the story so far (past perfect,
    present perfect and bare nouns below the lead, relative clauses, "previously") and what lies ahead stay undated.
    """
    token = doc[trigger]
    sentence = token.sent
    near = tuple(time for time in times if sentence.start <= time.head < sentence.end)
    for owner in (*owners(token), *companions(token)):
        time = _own_time(doc, owner, token, near)
        if time is not None:
            return time.when, time.span
    if published is None or status in ("future", "hypothetical") or not _is_news(doc, token):
        return None, None
    saying = saying_verb(token)
    said = _own_time(doc, saying, token, near) if saying is not None else None
    if said is not None and said.when is not None and said.when.start == said.when.end:
        return said.when, said.span
    return DateRange(published, published, "day"), None
