"""Document → Coding: the steps of reading, each a pure function that names what it needs and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

import whowhom
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import Cast, cast_of
from whowhom.coding.acts.event_types import acts
from whowhom.coding.acts.predicates import predicates
from whowhom.coding.acts.scoring.decisions import decided
from whowhom.coding.acts.scoring.nearest_types import with_own_types
from whowhom.coding.acts.scoring.scorer import load_scorer
from whowhom.coding.acts.selection import selected
from whowhom.coding.acts.speech.speech_acts import speech_acts
from whowhom.coding.acts.speech.threats import reread
from whowhom.coding.attribution.speech import Speech
from whowhom.coding.attribution.speeches import attribution, chain
from whowhom.coding.claims import claim
from whowhom.coding.mentions.actors.actors import actors
from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.parse import load_parser, parse_all
from whowhom.coding.mentions.places.places import places
from whowhom.coding.mentions.reference.coreference import coreference
from whowhom.coding.mentions.times.times import times
from whowhom.coding.settings import DEFAULT, Settings
from whowhom.coding.topic import Topic, topic
from whowhom.core.actor import Party
from whowhom.core.claim import Claim
from whowhom.core.document import Document
from whowhom.core.ids import stable_id
from whowhom.vocab.load import fingerprint


@dataclass(frozen=True)
class Step:
    """One step of reading: ``run`` takes the named values and gives the value called ``gives``."""

    gives: str
    needs: tuple[str, ...]
    run: Callable[..., Any]


def _speaker_at(speeches: tuple[Speech, ...], cast: Cast, doc: Doc) -> Callable[[Token], tuple[Party, ...]]:
    """In whose mouth the text puts a token: the innermost named speaker's parties."""

    def speaker(token: Token) -> tuple[Party, ...]:
        for speech in reversed(chain(speeches, token.i)):
            if speech.source_head is not None:
                return cast.parties((doc[speech.source_head],), ("of", "in", "for"))
        return ()

    return speaker


def _scored(
    doc: Doc, topic: Topic, rule_acts: tuple[Act, ...], mentions: tuple[ActorMention, ...], settings: Settings
) -> tuple[Act, ...]:
    """The acts as the learnt scorer sees them, unless the rules are to code alone or nothing will be recorded."""
    if not settings.model or topic != "politics":
        return rule_acts
    return decided(doc, rule_acts, mentions, load_scorer(), settings)


def _own_typed(doc: Doc, told: tuple[Claim, ...], settings: Settings) -> tuple[Claim, ...]:
    """The claims with the user's own types, where there are any."""
    return with_own_types(doc, told, settings.own_types, load_scorer()) if settings.own_types else told


STEPS: tuple[Step, ...] = (
    Step("named", ("doc", "document"), lambda doc, document: actors(doc, document.published)),
    Step("places", ("doc",), places),
    Step("mentions", ("doc", "named", "places"), coreference),
    Step("times", ("doc", "document"), lambda doc, document: times(doc, document.published)),
    Step("speeches", ("doc",), attribution),
    Step("cast", ("doc", "mentions", "places"), lambda doc, mentions, places: cast_of(len(doc), mentions, places)),
    Step("predicates", ("doc", "cast"), predicates),
    Step("speaker_at", ("speeches", "cast", "doc"), _speaker_at),
    Step("worded_acts", ("predicates", "speaker_at"), acts),
    Step("lexical_acts", ("doc", "worded_acts", "speeches", "cast"), reread),
    Step("speech_acts", ("doc", "speeches", "cast", "lexical_acts"), speech_acts),
    Step("rule_acts", ("lexical_acts", "speech_acts"), lambda lexical_acts, speech_acts: lexical_acts + speech_acts),
    Step("topic", ("doc",), topic),
    Step("acts", ("doc", "topic", "rule_acts", "mentions", "settings"), _scored),
    Step("selected", ("topic", "acts", "mentions", "places"), selected),
    Step(
        "told",
        ("document", "doc", "selected", "cast", "speeches", "times", "places"),
        lambda document, doc, selected, cast, speeches, times, places: tuple(
            claim(document, doc, act, cast, speeches, times, places) for act in selected
        ),
    ),
    Step("claims", ("doc", "told", "settings"), _own_typed),
)


def analyse(document: Document, doc: Doc, settings: Settings = DEFAULT, until: str = "claims") -> Mapping[str, Any]:
    """The intermediate values of reading one parsed document, by name, up to the one called ``until``."""
    values: dict[str, Any] = {"document": document, "doc": doc, "settings": settings}
    for step in STEPS:
        values[step.gives] = step.run(*(values[name] for name in step.needs))
        if step.gives == until:
            break
    return values


def claims_of(document: Document, doc: Doc, settings: Settings = DEFAULT) -> tuple[Claim, ...]:
    """The claims of one parsed document, in text order."""
    found: tuple[Claim, ...] = analyse(document, doc, settings)["claims"]
    return found


def code_claims(
    documents: Iterable[Document], settings: Settings = DEFAULT
) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """The claims of many documents, in their order; a document's claims never depend on its neighbours."""
    for document, doc in parse_all(documents, load_parser(settings.parser)):
        yield document, claims_of(document, doc, settings)


@cache
def coder_fingerprint(settings: Settings = DEFAULT) -> str:
    """The coder's name: versions of program and parser, a hash of the vocabulary, the model and the settings."""
    meta = load_parser(settings.parser).meta
    learnt = (load_scorer().fingerprint, str(settings.keep), str(settings.supply)) if settings.model else ("rules",)
    own = (repr(settings.own_types),) if settings.own_types else ()
    return stable_id(f"whowhom-{whowhom.__version__}", meta["name"], meta["version"], fingerprint(), *learnt, *own)
