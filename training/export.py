"""A trained scorer → the package's files: an int8 graph, the tokenizer, a note with their checksums."""

from __future__ import annotations

import hashlib
import json
import tempfile
import warnings
from collections.abc import Mapping
from pathlib import Path

import torch
from batches import mode_names
from model import PairScorer
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn

from whowhom.coding.acts.scoring.rule_features import WIDTH

INPUTS = ("ids", "segments", "pooling", "features", "pivots")
OUTPUTS = ("types", "modes", "statuses", "attention", "meaning")


class Window(nn.Module):
    """The scorer for one window: type probabilities, mode and status logits, attention, the sentence's mean state."""

    def __init__(self, scorer: PairScorer, temperature: float) -> None:
        super().__init__()
        self.scorer, self.temperature = scorer, temperature

    def forward(
        self, ids: Tensor, segments: Tensor, pooling: Tensor, features: Tensor, pivots: Tensor
    ) -> tuple[Tensor, ...]:
        mask = torch.ones_like(ids, dtype=torch.float32)
        types, modes, statuses, attention, _, states = self.scorer(ids, segments, mask, pooling, features, pivots)
        weights = segments.to(states.dtype) / segments.sum()
        meaning = (weights.unsqueeze(1) @ states)[0, 0]
        return torch.sigmoid(types / self.temperature)[0], modes[0], statuses[0], attention[0], meaning


def export(
    scorer: PairScorer, tokenizer: Tokenizer, out: Path, temperature: float, about: Mapping[str, object]
) -> None:
    """Writes ``scorer.onnx``, ``tokenizer.json`` and ``scorer.json`` into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    pieces, size = 20, 4
    example = (
        torch.ones(1, pieces, dtype=torch.long), torch.ones(1, pieces, dtype=torch.long),
        torch.ones(1, size - 1, pieces) / pieces, torch.zeros(1, size, size, WIDTH),
        torch.ones(1, size, size, dtype=torch.long),
    )  # fmt: skip
    axes = {
        "ids": {1: "pieces"}, "segments": {1: "pieces"}, "pooling": {1: "slots", 2: "pieces"},
        "features": {1: "actors", 2: "recipients"}, "pivots": {1: "actors", 2: "recipients"},
        "types": {0: "actors", 1: "recipients"},
        "modes": {0: "actors", 1: "recipients"}, "statuses": {0: "actors", 1: "recipients"},
        "attention": {0: "actors", 1: "recipients", 2: "pieces"},
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Window(scorer, temperature).eval(), example, str(whole), 
            input_names=list(INPUTS), output_names=list(OUTPUTS),
            dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        # Seven bits: with eight, processors without VNNI saturate and give other numbers.
        quantize_dynamic(whole, out / "scorer.onnx", weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    files = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in ("scorer.onnx", "tokenizer.json")}
    note = {**about, "temperature": temperature, "modes": [list(name) for name in mode_names()], "sha256": files}
    (out / "scorer.json").write_text(json.dumps(note, indent=1) + "\n", encoding="utf-8")
