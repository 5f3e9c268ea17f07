"""Fixtures for every room: one parser for the whole run."""

from __future__ import annotations

import pytest
from spacy.language import Language

from whowhom.coding.mentions.parse import load_parser


@pytest.fixture(scope="session")
def parser() -> Language:
    return load_parser()
