"""A user's own types and the words of acts → which types fit, without training.

Definitions, examples and the words of acts become vectors by the scorer's encoder; an act has the type whose nearest
example is nearest, if it is near enough (prototypes: Snell et al. 2017, with single examples).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from whowhom.coding.acts.scoring.scorer import Scorer
from whowhom.coding.own_types import OwnType, OwnTypes
from whowhom.core.claim import Claim


def with_own_types(doc: Doc, claims: tuple[Claim, ...], own: OwnTypes, scorer: Scorer) -> tuple[Claim, ...]:
    """The claims, each with the user's types that the sentence of its trigger fits."""
    return tuple(replace(claim, own_types=fitting(own, _sentence(doc, claim), scorer)) for claim in claims)


def _sentence(doc: Doc, claim: Claim) -> str:
    trigger = doc.char_span(claim.trigger.span.start, claim.trigger.span.end, alignment_mode="expand")
    return claim.evidence[0].text if trigger is None else trigger.sent.text.strip()


def fitting(own: OwnTypes, words: str, scorer: Scorer) -> tuple[tuple[str, float], ...]:
    """The types that fit the words, each with its similarity, the nearest first."""
    meaning = scorer.meaning(words)
    found = [(one, float((_vectors(one, scorer) @ meaning).max())) for one in own.types]
    fit = [(one.name, round(similarity, 3)) for one, similarity in found if similarity >= one.nearness]
    return tuple(sorted(fit, key=lambda item: -item[1]))


@cache
def _vectors(one: OwnType, scorer: Scorer) -> NDArray[np.float32]:
    texts = [*filter(None, [one.definition]), *one.examples]
    return np.stack([scorer.meaning(text) for text in texts])
