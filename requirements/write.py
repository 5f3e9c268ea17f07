"""The pins of pyproject.toml → run.txt and test.txt beside this file: every package with the hashes of its wheels.

Run as ``.venv/bin/python requirements/write.py`` after changing a pin; needs the package index.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

HERE = Path(__file__).parent
MACHINES = ("x86_64", "aarch64")
GLIBC = (36, 35, 34, 31, 28, 27, 24, 17, 12, 5)
Lock = dict[str, tuple[str, str]]


def platforms(machine: str) -> list[str]:
    """Wheel tags that a Debian of the last years accepts, newest first."""
    return [f"manylinux_2_{minor}_{machine}" for minor in GLIBC] + [f"manylinux2014_{machine}", f"linux_{machine}"]


def resolve(requirements: list[str], machine: str) -> Lock:
    """Package → version and SHA-256 of the wheel that pip would install."""
    with tempfile.TemporaryDirectory() as target:
        command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
        command += ["--only-binary=:all:", "--implementation=cp", "--python-version=3.11", f"--target={target}"]
        command += [f"--platform={tag}" for tag in platforms(machine)] + ["--report=-", *requirements]
        report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    found = {}
    for item in report["install"]:
        name = item["metadata"]["name"].lower().replace("_", "-")
        found[name] = (item["metadata"]["version"], item["download_info"]["archive_info"]["hashes"]["sha256"])
    return dict(sorted(found.items()))


def lines(locks: list[Lock]) -> list[str]:
    """One entry a package; the machines must agree on every version."""
    result = []
    for name, (release, _) in locks[0].items():
        assert all(lock[name][0] == release for lock in locks), f"{name}: other versions on other machines"
        hashes = dict.fromkeys(lock[name][1] for lock in locks)
        result.append(" \\\n".join([f"{name}=={release}", *(f"    --hash=sha256:{digest}" for digest in hashes)]))
    return result


def main() -> None:
    """Write both files."""
    settings = tomllib.loads((HERE.parent / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    run = [*project["dependencies"], *settings["build-system"]["requires"]]
    test = [*run, *project["optional-dependencies"]["test"]]
    for name, requirements in (("run", run), ("test", test)):
        locked = lines([resolve(requirements, machine) for machine in MACHINES])
        header = "# Python 3.11, Linux on x86-64 and ARM64. Written by requirements/write.py from pyproject.toml."
        (HERE / f"{name}.txt").write_text("\n".join([header, *locked]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
