"""A run's figures and ``card.md`` → ``docs/model.md``, the model's card, with its reliability curve as a picture.

``python training/card.py`` reads ``training/figures.json``, ``training/curve.json`` and the model's note.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CARD, PICTURE = ROOT / "docs" / "model.md", ROOT / "docs" / "images" / "reliability.svg"
NOTE = ROOT / "src" / "whowhom" / "model" / "scorer.json"


def card(figures: dict[str, Any], curve: list[dict[str, Any]], note: dict[str, Any], size: int) -> str:
    """The card's text."""
    halves = "\n".join(
        f"| {name} | {found['precision']:.3f} | {found['recall']:.3f} | {found['F1']:.3f} |"
        for name, found in (
            ("rules alone", figures["rules alone"]),
            ("model without the rules' features", figures["model without the rules' features"]),
            ("both, without the sentence before", figures["without the sentence before"]),
            ("**both**", figures["both"]),
        )
    )
    types = "\n".join(
        f"| {name} | {precision:.2f} | {recall:.2f} | {f1:.2f} | {n} |"
        for name, (precision, recall, f1, n) in sorted(figures["types"].items(), key=lambda item: -item[1][2])
    )
    growth = "\n".join(f"| {point['rows']:,} | {point['F1']:.3f} |" for point in curve)
    sure = "\n".join(f"| {p:.2f} | {share:.2f} | {n:,} |" for p, share, n in figures["reliability"])
    template = Path(__file__).with_name("card.md").read_text(encoding="utf-8")
    low, high = figures["both"]["interval"]
    return template.format(
        **figures["rows"],
        graph=note["sha256"]["scorer.onnx"],
        tokenizer=note["sha256"]["tokenizer.json"],
        megabytes=size / 1e6,
        f1=figures["both"]["F1"],
        low=low,
        high=high,
        mode=figures["mode"],
        status=figures["status"],
        trigger=figures["trigger"],
        other_status=figures["status F1 other than actual"],
        temperature=figures["temperature"],
        halves=halves,
        types=types,
        growth=growth,
        sure=sure,
    )


def picture(reliability: list[list[float]]) -> str:
    """A plot of stated probability against the share that is true, as SVG for light and dark pages."""
    side, margin = 300, 44

    def at(x: float, y: float) -> str:
        return f"{margin + x * side:.1f},{margin / 2 + (1 - y) * side:.1f}"

    points = " ".join(at(p, share) for p, share, _ in reliability)
    dots = "".join(
        f'<circle cx="{at(p, s).split(",")[0]}" cy="{at(p, s).split(",")[1]}" r="4"/>' for p, s, _ in reliability
    )
    ticks = "".join(
        f'<text x="{margin + x * side:.0f}" y="{margin / 2 + side + 18:.0f}" text-anchor="middle">{x:.1f}</text>'
        f'<text x="{margin - 8}" y="{margin / 2 + (1 - x) * side + 4:.0f}" text-anchor="end">{x:.1f}</text>'
        for x in (0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    width, height = side + margin + 20, side + margin + 30
    style = (
        "text{font:12px system-ui,sans-serif;fill:#667}.line{fill:none;stroke:#2563a8;stroke-width:2}"
        "circle{fill:#2563a8}.even{stroke:#99a;stroke-dasharray:4 4}.frame{fill:none;stroke:#99a}"
    )
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">
<title>Stated probability and the share that is true</title>
<style>{style}</style>
<rect class="frame" x="{margin}" y="{margin / 2}" width="{side}" height="{side}"/>
<line class="even" x1="{margin}" y1="{margin / 2 + side}" x2="{margin + side}" y2="{margin / 2}"/>
<polyline class="line" points="{points}"/>{dots}{ticks}
<text x="{margin + side / 2}" y="{height - 6}" text-anchor="middle">stated probability</text>
<text transform="translate(12 {margin / 2 + side / 2}) rotate(-90)" text-anchor="middle">share that is true</text>
</svg>
"""


def main() -> None:
    """Write card and picture."""
    folder = Path(__file__).resolve().parent
    figures = json.loads((folder / "figures.json").read_text(encoding="utf-8"))
    curve = json.loads((folder / "curve.json").read_text(encoding="utf-8"))
    note = json.loads(NOTE.read_text(encoding="utf-8"))
    points = [*curve, {"rows": figures["rows"]["train"], "F1": figures["both"]["F1"]}]
    CARD.write_text(card(figures, points, note, NOTE.with_name("scorer.onnx").stat().st_size), encoding="utf-8")
    PICTURE.write_text(picture(figures["reliability"]), encoding="utf-8")


if __name__ == "__main__":
    main()
