"""An outer act or frame and the type of the act below it → the type and mode of the whole."""

from __future__ import annotations

from whowhom.vocab.load import read_toml


def _split(label: str) -> tuple[str, str | None]:
    kind, _, mode = label.partition("/")
    return kind, mode or None


def compose(frame: str, inner_type: str | None, inner_mode: str | None = None) -> tuple[str, str | None] | None:
    """Type and mode by the table of ``frame`` in composition.toml; None where the table is silent.

    ``inner_type`` None stands for a complement that is no coded act.
    """
    tables = read_toml("composition.toml")
    if label := tables.get(f"{frame}_MODES", {}).get(f"{inner_type}/{inner_mode}"):
        return _split(label)
    table = tables[frame]
    label = table.get(inner_type or "none", table.get("*") if inner_type else None)
    return _split(label) if label else None
