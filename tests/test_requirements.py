"""The locked requirements are those of pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def locked(name: str) -> dict[str, str]:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+) \\$", text, re.M))


@pytest.mark.parametrize("name", ["run", "test"])
def test_every_pin_is_locked_at_its_version(name: str) -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*settings["project"]["dependencies"], *settings["build-system"]["requires"]]
    if name == "test":
        wanted += settings["project"]["optional-dependencies"]["test"]
    found = locked(name)
    for pin in wanted:
        package, version = pin.lower().replace("_", "-").split("==")
        assert found[package] == version


def test_tests_run_on_what_users_get() -> None:
    run, test = locked("run"), locked("test")
    assert run.items() <= test.items()


@pytest.mark.parametrize("name", ["run", "test"])
def test_every_package_has_a_hash(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=\S)", text.strip())[1:]
    assert len(entries) == len(locked(name))
    assert all("--hash=sha256:" in entry for entry in entries)
