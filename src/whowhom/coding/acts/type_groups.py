"""Groups of event types that several rules speak of."""

from __future__ import annotations

# All parties do it together; the codebook lists them all as actors.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
# What is done by saying it: whoever says it is the actor, not a source.
SPOKEN = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AGREE", "CONCEDE"})
