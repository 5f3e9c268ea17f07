"""The model in the package: its checksums, what happens without it, and that its numbers depend on nothing else."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from whowhom.coder import code, code_all
from whowhom.coding.acts.scoring.scorer import MODEL, load_scorer
from whowhom.coding.pipeline import coder_fingerprint
from whowhom.coding.settings import Settings
from whowhom.core.document import Document
from whowhom.core.errors import CoderError
from whowhom.exchange.codebook import coding_record
from whowhom.text.plain import document_from_text

LARGEST = 25_000_000
TEXTS = (
    "Peru condemned Chile's drill on Monday. Chile rejected the protest and told Lima to stop its patrols.",
    "Kenyan police arrested four men in Mombasa.",
    "The foreign ministers of Ghana and Togo met in Accra. They agreed to reopen the border, a spokesman said.\n\n"
    "Rebels shelled the town of Kidal, and Mali's army sent troops there.",
)


def _document(text: str) -> Document:
    found = document_from_text(text)
    assert isinstance(found, Document)
    return found


def test_the_model_fits_its_place() -> None:
    assert sum(path.stat().st_size for path in MODEL.iterdir() if path.suffix in (".onnx", ".json")) <= LARGEST


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda folder: (folder / "scorer.onnx").unlink(), "scorer.onnx is missing"),
        (lambda folder: (folder / "scorer.json").unlink(), "scorer.json is missing"),
        (lambda folder: (folder / "scorer.json").write_text("{"), "scorer.json is damaged"),
        (lambda folder: (folder / "tokenizer.json").write_text("{}"), "tokenizer.json is damaged"),
        (lambda folder: (folder / "scorer.onnx").write_bytes(b"x"), "scorer.onnx is damaged"),
    ],
)
def test_a_missing_or_damaged_file_says_how_to_get_it_back(
    tmp_path: Path, harm: Callable[[Path], None], reason: str
) -> None:
    folder = tmp_path / "model"
    shutil.copytree(MODEL, folder, ignore=shutil.ignore_patterns("__pycache__"))
    harm(folder)
    with pytest.raises(CoderError, match=reason) as caught:
        load_scorer(folder)
    assert "reinstall whowhom" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_one_by_one_or_together_in_any_order_the_same_bytes() -> None:
    documents = [_document(text) for text in TEXTS]
    alone = [coding_record(code(document)) for document in documents]
    assert [coding_record(coding) for coding in code_all(documents)] == alone
    assert [coding_record(coding) for coding in code_all(reversed(documents))] == alone[::-1]


def test_another_process_gives_the_same_bytes() -> None:
    program = (
        "import json, whowhom\n"
        f"print(json.dumps(whowhom.coding_record(whowhom.read({TEXTS[2]!r})), ensure_ascii=False))"
    )
    other = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout
    import json

    assert json.loads(other)["events"] == coding_record(code(_document(TEXTS[2])))["events"]


def test_model_and_settings_name_the_coder() -> None:
    names = {coder_fingerprint(), coder_fingerprint(Settings(model=False)), coder_fingerprint(Settings(supply=0.9))}
    assert len(names) == 3


def test_a_higher_threshold_never_tells_more() -> None:
    document = _document(TEXTS[0])
    counts = [len(code(document, Settings().from_probability(threshold)).claims) for threshold in (0.1, 0.5, 0.99)]
    assert counts == sorted(counts, reverse=True)
