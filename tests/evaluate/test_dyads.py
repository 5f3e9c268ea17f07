"""Actor codes, and derived labels of sentences as dyads."""

from __future__ import annotations

import pytest

from whowhom.core.actor import Actor
from whowhom.evaluate.dyads import actor_code, predict


@pytest.mark.parametrize(
    ("actor", "code"),
    [
        (Actor("Budapest", "HUN", "GOV"), "HUNGOV"),
        (Actor("United Nations", "IGO", "IGO"), "IGOIGO"),
        (Actor("peacekeepers", "IGO", "MIL"), "IGOIGO"),
        (Actor("Amnesty International", "NGO", "NGO"), "NGONGO"),
        (Actor("gunmen", None, "REB"), "REB"),
        (Actor("Peru", "PER", None), "PER"),
        (Actor("someone"), ""),
    ],
)
def test_actor_code(actor: Actor, code: str) -> None:
    assert actor_code(actor) == code


def countries(side: list[dict[str, str]]) -> list[str]:
    return [actor["code"][:3] for actor in side]


def test_a_mutual_act_has_its_first_party_as_source() -> None:
    found = predict({"id": "a", "text": "Kenya and Uganda held talks in Kampala on Friday.", "date": "2024-05-02"})
    talks = [event for event in found["events"] if event["type"] == "CONSULT"]
    assert [(countries(event["source"]), countries(event["target"])) for event in talks] == [(["KEN"], ["UGA"])]


def test_a_planned_meeting_is_exported_as_agreement_and_a_possible_attack_not_at_all() -> None:
    text = "The president of Kenya will visit Uganda next week."
    assert {event["type"] for event in predict({"id": "a", "text": text})["events"]} == {"AGREE"}
    text = "Kenya did not attack Uganda."
    assert "ASSAULT" not in {event["type"] for event in predict({"id": "a", "text": text})["events"]}
