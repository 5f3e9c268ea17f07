"""Model files → a scorer: a window with its rule features → probabilities for every pair of its actors."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from whowhom.coding.acts.scoring.rule_features import STATUSES, WIDTH
from whowhom.coding.acts.scoring.token_input import TokenInput, token_input
from whowhom.coding.acts.scoring.windows import Window
from whowhom.core.claim import Status
from whowhom.core.errors import CoderError
from whowhom.core.span import Span

MODEL = Path(__file__).resolve().parents[3] / "model"
_NOTE, _GRAPH, _TOKENIZER = "scorer.json", "scorer.onnx", "tokenizer.json"
_AGAIN = "reinstall whowhom (pip install --force-reinstall whowhom), or train the model anew (make train)"

# Stated probability and the share that was true, in rising order.
Calibration = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Scores:
    """What a window's pairs are likely to do; [actor, recipient, …], the last index of each standing for nobody.

    ``types`` are probabilities in [0, 1], shape (n, n, types); ``modes`` and ``statuses`` logits, shapes (n, n, modes)
    and (n, n, types × statuses); ``attention`` tells which word piece decided, shape (n, n, pieces), ``spans`` where
    it stands.
    """

    types: NDArray[np.float32]
    modes: NDArray[np.float32]
    statuses: NDArray[np.float32]
    attention: NDArray[np.float32]
    spans: tuple[Span | None, ...]
    mode_names: tuple[tuple[str, str | None], ...]
    calibration: Calibration

    def confidence(self, probability: float) -> float:
        """What share of acts with that probability was true on the dev split, between its measured points."""
        stated, true = zip(*self.calibration, strict=True)
        return round(float(np.interp(probability, stated, true)), 3)

    def status(self, actor: int, recipient: int, kind: int) -> Status:
        """The likeliest status of an act of the type with index ``kind``."""
        width = len(STATUSES)
        return STATUSES[int(self.statuses[actor, recipient, kind * width : (kind + 1) * width].argmax())]

    def mode(self, actor: int, recipient: int, name: str) -> str | None:
        """The likeliest mode of an act of type ``name``."""
        own = [index for index, (kind, _) in enumerate(self.mode_names) if kind == name]
        return self.mode_names[max(own, key=lambda index: float(self.modes[actor, recipient, index]))][1]

    def word(self, actor: int, recipient: int) -> Span | None:
        """The word piece that the scorer looked at most; None where it looked at no word."""
        return self.spans[int(self.attention[actor, recipient].argmax())]


@dataclass(frozen=True, eq=False)
class Scorer:
    """A loaded model; ``about`` is what its training noted, ``fingerprint`` a hash of that and the checksums."""

    session: Any
    tokenizer: Tokenizer
    mode_names: tuple[tuple[str, str | None], ...]
    fingerprint: str
    about: Mapping[str, Any]

    @property
    def calibration(self) -> Calibration:
        """The points that training measured, with both ends of the scale."""
        measured = ((stated, true) for stated, true in self.about.get("calibration", ()))
        return ((0.0, 0.0), *measured, (1.0, 1.0))

    def scores(self, window: Window, text: str, features: NDArray[np.float32], pivots: NDArray[np.int64]) -> Scores:
        """The scores of one window.

        Windows run alone: int8 scales are taken from the input, so that a batch would mix them.
        """
        given = token_input(self.tokenizer, window, text, pivots)
        types, modes, statuses, attention = self._run(("types", "modes", "statuses", "attention"), given, features)
        return Scores(types, modes, statuses, attention, given.spans, self.mode_names, self.calibration)

    def meaning(self, words: str) -> NDArray[np.float32]:
        """A vector of length 1 for a sentence or clause: like words lie near each other."""
        alone = Window(None, Span(0, len(words)), ())
        given = token_input(self.tokenizer, alone, words, np.zeros((1, 1), np.int64))
        (vector,) = self._run(("meaning",), given, np.zeros((1, 1, WIDTH), np.float32))
        return vector / max(float(np.linalg.norm(vector)), 1e-9)

    def _run(
        self, outputs: tuple[str, ...], given: TokenInput, features: NDArray[np.float32]
    ) -> list[NDArray[np.float32]]:
        """The graph's outputs for a batch of this one window."""
        inputs = {
            "ids": given.ids[None],
            "segments": given.segments[None],
            "pooling": given.pooling[None],
            "features": features[None],
            "pivots": given.pivots[None],
        }
        found: list[NDArray[np.float32]] = self.session.run(list(outputs), inputs)
        return found


@cache
def load_scorer(folder: Path = MODEL) -> Scorer:
    """The scorer in ``folder``; raises CoderError when a file is missing or is not the one that was trained."""
    try:
        noted = _bytes(folder / _NOTE)
        note = json.loads(noted)
    except ValueError as error:
        raise CoderError(f"the model file {folder / _NOTE} is damaged: {_AGAIN}") from error
    for name in (_GRAPH, _TOKENIZER):
        found = hashlib.sha256(_bytes(folder / name)).hexdigest()
        if found != note["sha256"][name]:
            raise CoderError(f"the model file {folder / name} is damaged: {_AGAIN}")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_mem_pattern = False  # every window has another shape: a pattern would never be used again
    session = onnxruntime.InferenceSession(_bytes(folder / _GRAPH), options, providers=["CPUExecutionProvider"])
    modes = tuple((kind, mode) for kind, mode in note["modes"])
    tokenizer = Tokenizer.from_str(_bytes(folder / _TOKENIZER).decode("utf-8"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Scorer(session, tokenizer, modes, hashlib.sha256(noted).hexdigest()[:12], note)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CoderError(f"the model file {path} is missing: {_AGAIN}") from error
