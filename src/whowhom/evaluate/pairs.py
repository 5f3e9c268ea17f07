"""A text and two names in it → root, quad and binary class of what the first does to the second (task ``pairs``)."""

from __future__ import annotations

import math
import re

from whowhom.core.span import Span
from whowhom.evaluate.documents import passage, text_of
from whowhom.evaluate.pair_acts import PairReading, Reading, read_pair
from whowhom.evaluate.records import Record
from whowhom.vocab import ontology
from whowhom.vocab.load import read_toml

_QUADS = {1: "VERBAL_COOPERATION", 2: "MATERIAL_COOPERATION", 3: "VERBAL_CONFLICT", 4: "MATERIAL_CONFLICT"}
_YIELD = ("CONCEDE", "RETREAT")
# When nothing at all is recognised: most texts of two parties and no known trigger tell of talk between them.
_UNKNOWN = "AGREE"
# By how much the log odds of what the rules read are raised.
_TRUST_IN_RULES = 1.0
_TINY = 1e-4


def predict(record: Record) -> Record:
    """``root``, ``quad`` and ``binary``; there is always an answer."""
    document = passage(record)
    source = locate(text_of(record, "source_actor"), document.text)
    target = locate(text_of(record, "target_actor"), document.text)
    return classes(likeliest_label(read_pair(document, source, target)))


def likeliest_label(read: PairReading) -> str:
    """The label with the best log odds by the model, that of the rules' reading being favoured.

    What the rules and the model read alike is labelled as ``label`` does, which knows the set's ways.
    """
    by_rules = _UNKNOWN if read.best is None else label(read.best)
    odds: dict[str, float] = {}
    for name, likely in read.likely.items():
        same = read.best is not None and name == read.best.type
        told = _merged(by_rules if same else ontology.derived_label(name, None, likely.status) or name)
        odds[told] = max(odds.get(told, -math.inf), _log_odds(likely.probability))
    odds[_merged(by_rules)] = odds.get(_merged(by_rules), 0.0) + _TRUST_IN_RULES
    return max(odds, key=lambda name: odds[name])


def _log_odds(probability: float) -> float:
    return math.log((probability + _TINY) / (1 - probability + _TINY))


def _merged(name: str) -> str:
    """CONCEDE for RETREAT, too: the set has one class for both."""
    return _YIELD[0] if name in _YIELD else name


def label(reading: Reading) -> str:
    """The derived label; where there is none (negated, hypothetical) the type itself.

    The set follows the older CAMEO in two points: to agree to yield is an agreement still (03), and to sign a formal
    agreement is diplomatic cooperation (057), which PLOVER files under SUPPORT.
    """
    if reading.frame == "AGREE":
        return "SUPPORT" if reading.token.lemma_ in read_toml("older_roots.toml")["signing"] else "AGREE"
    return ontology.derived_label(reading.type, reading.mode, reading.status) or reading.type


def classes(name: str) -> Record:
    """Root, quad and binary class: CONCEDE and RETREAT are YIELD, which counts as material cooperation."""
    root = "YIELD" if name in _YIELD else name
    quad = 2 if root == "YIELD" else ontology.quad(name)
    return {"root": root, "quad": _QUADS[quad], "binary": "COOPERATION" if quad < 3 else "CONFLICT"}


def locate(words: str, text: str) -> Span | None:
    """Where ``words`` stand in ``text``: as they are, else the run of text that shares most of their words."""
    for haystack, needle in ((text, words), (text.casefold(), words.casefold())):
        if needle and len(haystack) == len(text) and (at := haystack.find(needle)) >= 0:
            return Span(at, at + len(needle))
    wanted = {word.casefold() for word in re.findall(r"\w+", words)}
    tokens = [(m.start(), m.end(), m.group().casefold()) for m in re.finditer(r"\w+", text)]
    width = max(1, len(wanted))
    windows = (tokens[i : i + width] for i in range(max(0, len(tokens) - width) + 1))
    best = max(windows, key=lambda window: len(wanted & {token[2] for token in window}), default=[])
    if not best or not wanted & {token[2] for token in best}:
        return None
    return Span(best[0][0], best[-1][1])
