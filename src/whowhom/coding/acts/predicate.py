"""A word of a sentence that names an act, with the vocabulary entry it matched and its parties."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from whowhom.coding.acts.triggers import Trigger
from whowhom.core.actor import Party


@dataclass(frozen=True)
class Predicate:
    """``token`` is the head word, ``phrase`` the trigger's tokens, ``support`` the light verb that carries a noun."""

    token: Token
    trigger: Trigger
    phrase: tuple[Token, ...]
    support: Token | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()

    @property
    def clause_head(self) -> Token:
        """The verb whose tense and modals hold for the act: the support verb of a noun, else the word itself."""
        return self.support if self.support is not None else self.token
