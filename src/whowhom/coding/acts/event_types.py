"""Predicates with the words above them → acts with their final type, mode and status."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from spacy.tokens import Token

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.clauses import verb_above
from whowhom.coding.acts.composition import compose
from whowhom.coding.acts.operators import Link, links_above, operator_kind
from whowhom.coding.acts.predicate import Predicate
from whowhom.coding.acts.roles import without
from whowhom.coding.acts.status import Stance, stance
from whowhom.coding.acts.type_groups import MUTUAL
from whowhom.core.actor import Party
from whowhom.core.claim import Status
from whowhom.vocab.load import read_toml

_FRAMES = frozenset({"REQUEST", "REJECT", "AGREE", "THREATEN"})
_OPERATOR_FRAMES: Mapping[str, str] = {
    "agree": "AGREE",
    "threaten": "THREATEN",
    "refuse": "REJECT",
    "request": "REQUEST",
}
_CONFLICT = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN", "ACCUSE"})
# A passive of these kinds in an official's mouth is the official side's own doing ("he said three were arrested").
_ANNOUNCED = frozenset({"AID", "COERCE", "SANCTION", "REQUEST", "RETREAT", "MOBILIZE", "CONCEDE", "AGREE", "COOPERATE"})
_OFFICIAL = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY", "IGO"})
# A trigger that tells of what is yet to be or may be, whatever the tense.
_OWN_STATUS: Mapping[str, Status] = {"future": "future", "hypothetical": "hypothetical"}

SpeakerAt = Callable[[Token], tuple[Party, ...]]


def consumers(predicates: Mapping[int, Predicate]) -> dict[int, tuple[Link, ...]]:
    """The links above each predicate, up to and including the predicate that takes it as its content."""
    table: dict[int, tuple[Link, ...]] = {}
    phrases = {
        token.i: predicate
        for predicate in predicates.values()
        for token in predicate.phrase
        if token != predicate.token
    }
    for index, predicate in predicates.items():
        carrier = phrases.get(index) or (predicates.get(predicate.support.i) if predicate.support is not None else None)
        if carrier is not None:
            table[index] = (Link(carrier.token, "", carrier),)
            continue
        links = links_above(predicate, predicates)
        kept: list[Link] = []
        for link in links:
            kept.append(link)
            if link.predicate is not None:
                break
        table[index] = tuple(kept)
    return table


def acts(predicates: Mapping[int, Predicate], speaker_at: SpeakerAt) -> tuple[Act, ...]:
    """The acts of a document in text order.

    ``speaker_at(token)`` gives the parties in whose mouth the text puts the words at ``token``.
    """
    above = consumers(predicates)
    contents: dict[int, list[tuple[Predicate, tuple[Link, ...]]]] = {}
    for index, links in above.items():
        if links and links[-1].predicate is not None:
            contents.setdefault(links[-1].token.i, []).append((predicates[index], links[:-1]))
    found = []
    for index in sorted(predicates):
        links = above[index]
        if links and links[-1].predicate is not None:
            continue
        if act := _act(predicates[index], contents.get(index, []), links, speaker_at):
            found.append(act)
    return tuple(found)


def _typed(predicate: Predicate, contents: list[tuple[Predicate, tuple[Link, ...]]]) -> tuple[str, str | None]:
    """Type and mode of a predicate, refined by the act it takes as its content."""
    trigger = predicate.trigger
    if operator_kind(predicate.token) == "deny":
        return "REJECT", None
    if trigger.type == "REQUEST" and not contents and not trigger.mode:
        return "REQUEST", "change"
    if trigger.type not in _FRAMES or not contents:
        return trigger.type, trigger.mode
    outside = [content for content in contents if content[0].token not in predicate.phrase]
    if not outside:
        return trigger.type, trigger.mode
    inner, links = outside[0]
    if any(link.kind == "end" for link in links):
        refined = compose(trigger.type, "end")
    elif trigger.type == "REJECT" and inner.trigger.type == "REQUEST" and inner.trigger.mode:
        refined = ("REJECT", inner.trigger.mode)
    else:
        refined = compose(trigger.type, inner.trigger.type, inner.trigger.mode)
    if refined is None or (trigger.mode and refined[0] == trigger.type and refined[1] is None):
        return trigger.type, trigger.mode
    return refined


def _inner_parties(predicate: Predicate, contents: list[tuple[Predicate, tuple[Link, ...]]]) -> tuple[Party, ...]:
    """Whom an act with a content is addressed to, when it does not say so itself: the content's other party."""
    if operator_kind(predicate.token) == "deny":
        return ()
    for inner, _ in contents:
        for side in _sides(predicate.trigger.type, inner):
            if parties := without(side, predicate.actors):
                return parties
    return ()


def _sides(outer: str, inner: Predicate) -> tuple[tuple[Party, ...], ...]:
    """The parties of a content in the order in which the outer act may be addressed to them."""
    if outer == "REJECT" and inner.trigger.type in _CONFLICT:
        return ()  # who rejects an attack or a charge answers the accuser, not the attacked
    if outer == "REQUEST":
        # Who is to be released is not who is asked.
        return (inner.actors,) if inner.trigger.type == "RETREAT" else (inner.actors, inner.recipients)
    return (inner.recipients, inner.actors)


def _act(
    predicate: Predicate,
    contents: list[tuple[Predicate, tuple[Link, ...]]],
    links: tuple[Link, ...],
    speaker_at: SpeakerAt,
) -> Act | None:
    outer = _outer_stance(links[-1].token) if links else stance(predicate.token, predicate.clause_head)
    speakers = speaker_at(predicate.token)
    if any(link.kind == "request" for link in links) or (outer.modality == "obligation" and not speakers):
        return None  # a call whose caller the clause does not name
    done = _is_past(predicate) and all(link.token != predicate.clause_head for link in links)
    kind, mode = _typed(predicate, contents)
    decided = _decide(kind, mode, outer, links, _same_side(speakers, predicate.actors), done)
    if decided is None:
        return None
    kind, mode, status = decided
    actors, recipients = _who_whom(predicate, contents, kind, outer, speakers)
    if _is_ruled(predicate, outer, speakers):
        kind, mode = predicate.trigger.type, predicate.trigger.mode
    return Act(
        token=predicate.token,
        clause_head=predicate.clause_head,
        type=kind,
        mode=mode,
        status=_OWN_STATUS.get(predicate.trigger.status or "", status),
        actors=actors,
        recipients=recipients,
        mutual=predicate.trigger.mutual and kind in MUTUAL,
        confidence=_confidence(predicate, actors, recipients),
        reasons=_reasons(predicate, contents, links),
        below=tuple(link.kind for link in links),
    )


def _who_whom(
    predicate: Predicate,
    contents: list[tuple[Predicate, tuple[Link, ...]]],
    kind: str,
    outer: Stance,
    speakers: tuple[Party, ...],
) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """Actors and recipients of an act of type ``kind``: the speakers act in what they announce, rule or demand."""
    actors = predicate.actors
    recipients = predicate.recipients or _inner_parties(predicate, contents)
    if not actors and kind in _ANNOUNCED and speakers and speakers[0].actor.sector in _OFFICIAL:
        actors = without(speakers[:1], recipients)
    if _is_ruled(predicate, outer, speakers):
        return actors or speakers, recipients
    if outer.modality == "obligation":
        return speakers, without(actors, speakers) or without(recipients, speakers)
    return actors, recipients


def _reasons(
    predicate: Predicate, contents: list[tuple[Predicate, tuple[Link, ...]]], links: tuple[Link, ...]
) -> tuple[str, ...]:
    """Which words gave the type, in words for people."""
    own = f"{predicate.trigger.part} “{' '.join(predicate.trigger.words)}”: {predicate.trigger.type}"
    taken = (f"takes “{inner.token.text}”: {inner.trigger.type}" for inner, _ in contents)
    return (own, *taken, *(f"below “{link.token.text}” ({link.kind})" for link in links))


def _is_ruled(predicate: Predicate, outer: Stance, speakers: tuple[Party, ...]) -> bool:
    """True for what a court says must befall somebody: its word does it ("he must remain in custody")."""
    ruled = predicate.trigger.type in ("COERCE", "SANCTION") and outer.modality == "obligation" and not outer.negated
    return ruled and bool(speakers) and speakers[0].actor.sector == "JUD"


def _is_past(predicate: Predicate) -> bool:
    verb = predicate.clause_head
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    auxiliaries = {child.lemma_.lower() for child in verb.children if child.dep_ in ("aux", "auxpass")}
    return verb.tag_ == "VBD" or (verb.tag_ == "VBN" and "have" in auxiliaries)


def _outer_stance(head: Token) -> Stance:
    return stance(head, verb_above(head))


Decision = tuple[str, str | None, Status]


def _decide(
    kind: str, mode: str | None, outer: Stance, links: tuple[Link, ...], by_speaker: bool, past: bool
) -> Decision | None:
    """Type, mode and status under the operators (nearest first) and the modality of the outermost word.

    ``past`` is true when the act's own verb is in a past tense or the perfect.
    """
    status: Status = "actual"
    for link in links:
        if link.kind in _OPERATOR_FRAMES:
            composed = compose(_OPERATOR_FRAMES[link.kind], kind, mode)
            kind, mode = composed or (kind, mode)
            status = "actual"
        elif link.kind == "deny":
            kind, mode = "REJECT", None
        elif link.kind == "end" and _ends_in_its_own_time(link, kind):
            continue
        elif link.kind == "end":
            composed = compose("END", kind)
            if composed is None:
                return None
            kind, mode = composed
        elif link.kind == "decide" and past:
            continue  # "announced that it has imposed": done, not decided
        elif link.kind == "decide":
            composed = compose("DECIDE", kind)
            kind, mode, status = (*composed, "actual") if composed else (kind, mode, "future")
        elif link.kind == "plan":
            status = "future"
        elif link.kind == "consider":
            status = "hypothetical"
        elif link.kind == "fail":
            status = "negated"
    return _modal(kind, mode, status, outer, by_speaker)


def _ends_in_its_own_time(link: Link, kind: str) -> bool:
    """True for "ended two days of talks": a meeting that is over was not broken off."""
    return kind == "CONSULT" and link.token.lemma_.lower() in read_toml("operators.toml")["natural_end"]["words"]


def _modal(kind: str, mode: str | None, status: Status, outer: Stance, by_speaker: bool) -> Decision | None:
    """The decision under the tense, modal and negation of the outermost verb."""
    if outer.modality == "obligation":
        composed = compose("REQUEST", "end" if outer.negated or kind in _CONFLICT else kind)
        return (*composed, "actual") if composed and not by_speaker else None
    if outer.negated:
        if outer.modality == "future" or (by_speaker and kind not in _CONFLICT):
            composed = compose("WILL_NOT", kind)
            return (*composed, "actual") if composed else None
        return kind, mode, "negated"
    if outer.modality == "future":
        composed = compose("WILL", kind) if by_speaker else None
        return (*composed, "actual") if composed else (kind, mode, "future")
    if outer.modality == "hypothetical":
        return kind, mode, "hypothetical"
    return kind, mode, status


def _same_side(speakers: tuple[Party, ...], parties: tuple[Party, ...]) -> bool:
    """True when a speaker is one of the parties or speaks for the same state."""
    for speaker in speakers:
        for party in parties:
            same_state = speaker.actor.country is not None and speaker.actor.country == party.actor.country
            if speaker.actor == party.actor or (same_state and speaker.actor.country not in ("IGO", "NGO")):
                return True
    return False


def _confidence(predicate: Predicate, actors: tuple[Party, ...], recipients: tuple[Party, ...]) -> float:
    """A rough order, not yet calibrated: both parties said beats one, a verb beats a noun, a phrase beats a word."""
    score = 0.4 + 0.15 * bool(actors) + 0.15 * bool(recipients)
    score += 0.1 * (predicate.trigger.part == "verb") + 0.1 * (
        len(predicate.trigger.words) > 1 or bool(predicate.trigger.object)
    )
    return round(score - 0.1 * predicate.trigger.weak, 2)
