"""Whom names, pronouns and role nouns stand for, on invented articles whose mentions are marked by hand.

``{kind/name/country/sector:words}`` marks a mention; name, country and sector may be left out ("{pronoun:he}").
"""

from __future__ import annotations

import re

import pytest
from spacy.tokens import Doc

from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.parse import load_parser
from whowhom.coding.mentions.reference.coreference import coreference, other_party, salient
from whowhom.core.actor import Actor
from whowhom.core.span import Span

MARK = re.compile(r"\{(?P<kind>\w+)(?:/(?P<name>[^/:]*)/(?P<country>\w*)/(?P<sector>\w*))?:(?P<words>[^}]*)\}")


def read(marked: str) -> tuple[Doc, tuple[ActorMention, ...]]:
    """The parsed text and its mentions, before reference is resolved."""
    text, marks, end = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[end : match.start()]
        marks.append((Span(len(text), len(text) + len(match["words"])), match))
        text += match["words"]
        end = match.end()
    doc = load_parser()(text + marked[end:])
    return doc, tuple(mention(doc, span, match) for span, match in marks)


def mention(doc: Doc, span: Span, match: re.Match[str]) -> ActorMention:
    tokens = doc.char_span(span.start, span.end)
    assert tokens is not None, match["words"]
    actors = ()
    if match["name"]:
        actors = (Actor(match["name"], match["country"] or None, match["sector"] or None),)
    return ActorMention(tokens.start, tokens.end, tokens.root.i, span, match["kind"], actors)


def names(marked: str) -> list[str]:
    """The names that the mentions stand for, "a + b" for two, "-" for nobody."""
    doc, mentions = read(marked)
    return [" + ".join(actor.name for actor in found.actors) or "-" for found in coreference(doc, mentions)]


PERU = "{state/Peru/PER/GOV:Peru}"
CHILE = "{state/Chile/CHL/GOV:Chile}"
IRAN = "{state/Iran/IRN/GOV:Iran}"
NOVAK = "{person/Marko Novak/SVN/GOV:Slovenian President Marko Novak}"
KOVAC = "{person/Petra Kovač/HRV/GOV:Croatian Foreign Minister Petra Kovač}"
RAMIREZ = "{person/Carlos Ramírez/PER/GOV:Peruvian President Carlos Ramírez}"
SOTO = "{person/Diego Soto/CHL/GOV:Chilean President Diego Soto}"


class TestNames:
    def test_surname_takes_the_full_name_also_backwards(self) -> None:
        assert names(
            "{person/Novak//:Novak} arrives in Zagreb.\n" + NOVAK + " flew in. {person/Novak//:Mr Novak} spoke."
        ) == ["Marko Novak"] * 3

    def test_country_and_sector_spread_to_all_mentions(self) -> None:
        doc, mentions = read("{person/Novak//:Novak} spoke. " + NOVAK + " left.")
        assert {found.actors for found in coreference(doc, mentions)} == {(Actor("Marko Novak", "SVN", "GOV"),)}

    def test_two_bearers_of_a_surname_stay_apart(self) -> None:
        assert names(
            "{person/Anna Berg/SWE/GOV:Anna Berg} met {person/Lars Berg/NOR/GOV:Lars Berg}. "
            "{person/Berg//:Ms Berg} left."
        ) == ["Anna Berg", "Lars Berg", "Anna Berg"]

    def test_acronym_takes_the_long_form(self) -> None:
        assert names(
            "The {organisation/Front for Northern Freedom/MLI/REB:Front for Northern Freedom} "
            "({organisation/FNF//:FNF}) attacked. The {organisation/FNF//:FNF} denied it."
        ) == ["Front for Northern Freedom"] * 3

    def test_last_words_of_an_organ_are_the_organ_but_first_words_are_not(self) -> None:
        assert names(
            "The {organisation/Polish Foreign Ministry/POL/GOV:Polish Foreign Ministry} spoke. "
            "The {organisation/Foreign Ministry//GOV:Foreign Ministry} added more. "
            "{organisation/United Nations/IGO/IGO:United Nations} and "
            "{organisation/United Nations Security Council/IGO/IGO:United Nations Security Council} met."
        ) == ["Polish Foreign Ministry"] * 2 + ["United Nations", "United Nations Security Council"]

    def test_state_has_its_fullest_name_for_capital_and_demonym_too(self) -> None:
        assert names(
            "{capital/Russia/RUS/GOV:Moscow} objected. {demonym/Russia/RUS/GOV:Russian} jets flew. "
            "The {state/Russia/RUS/GOV:Russian Federation} replied."
        ) == ["Russian Federation"] * 3

    def test_unknown_organisation_with_a_person_s_surname_is_the_person(self) -> None:
        assert names(
            "{person/Sven Dahl/SWE/GOV:Sven Dahl} spoke. {organisation/Dahl//:Dahl} then left."
        ) == ["Sven Dahl", "Sven Dahl"]

    def test_person_takes_country_from_an_apposition(self) -> None:
        doc, mentions = read(
            "{person/Ali Karim//:Ali Karim}, the {role/health minister/IRQ/GOV:Iraqi health minister}, quit."
        )
        assert coreference(doc, mentions)[0].actors == (Actor("Ali Karim", "IRQ", "GOV"),)


class TestPronouns:
    def test_he_is_the_speaker_of_the_clause_above(self) -> None:
        assert names(f"{NOVAK} met {RAMIREZ}. {RAMIREZ} said {{pronoun:he}} would return.")[-1] == "Carlos Ramírez"

    def test_gender_chooses_between_two_persons(self) -> None:
        marked = f"{NOVAK} received {KOVAC} on Monday. {{pronoun:She}} thanked him. {{pronoun:He}} smiled."
        assert names(marked)[2:] == ["Petra Kovač", "Marko Novak"]

    def test_object_is_not_the_subject_of_its_own_clause(self) -> None:
        assert names(f"{NOVAK} flew to Lima. {RAMIREZ} welcomed {{pronoun:him}}.")[-1] == "Marko Novak"

    def test_he_in_a_quotation_is_not_the_speaker(self) -> None:
        assert names(f'{NOVAK} arrived in Lima. "{{pronoun:He}} is a friend," {RAMIREZ} said.')[1] == "Marko Novak"

    def test_fronted_pronoun_points_forward(self) -> None:
        assert names(f"In {{pronoun:his}} speech, {NOVAK} praised the deal.")[0] == "Marko Novak"

    def test_it_is_the_state_that_speaks(self) -> None:
        assert names(f"{IRAN} said {{pronoun:it}} would not attend.")[-1] == "Iran"

    def test_its_is_the_object_that_is_asked_to_act(self) -> None:
        assert names(f"{PERU} urged {CHILE} to withdraw {{pronoun:its}} troops.")[-1] == "Chile"

    def test_possessive_after_and_belongs_to_the_first(self) -> None:
        assert names(f"{NOVAK} warned {SOTO} and {{pronoun:his}} allies.")[-1] == "Diego Soto"

    def test_its_belongs_to_the_owner_of_the_phrase(self) -> None:
        peruvian = "{demonym/Peru/PER/GOV:Peruvian}"
        marked = f"{CHILE} spoke. Critics deplored {peruvian} contempt for {{pronoun:its}} neighbours."
        assert names(marked)[-1] == "Peru"

    def test_he_is_the_owner_of_the_subject(self) -> None:
        marked = f"{RAMIREZ} flew home. {NOVAK}'s warning came after {{pronoun:he}} read the report."
        assert names(marked)[-1] == "Marko Novak"

    def test_quotation_that_ends_its_sentence_is_not_the_next_subject_s(self) -> None:
        marked = f'"This must end," {NOVAK} said. "{{pronoun:I}} hope the talks go on." {SOTO} repeated his offer.'
        assert names(marked)[1] == "Marko Novak"

    def test_it_is_the_object_that_stands_accused(self) -> None:
        assert names(f"{PERU} blamed {CHILE}, accusing {{pronoun:it}} of spying.")[-1] == "Chile"

    @pytest.mark.parametrize(
        "rest", ["{pronoun:It} is necessary to wait.", "{pronoun:It} was agreed that talks would resume."]
    )
    def test_pleonastic_it_is_nobody(self, rest: str) -> None:
        assert names(f"{IRAN} rejected the plan. {rest}")[-1] == "-"

    def test_it_after_another_thing_is_nobody(self) -> None:
        assert names(f"{PERU} signed on Monday. The treaty bans mines. {{pronoun:It}} takes effect in May.")[-1] == "-"

    def test_they_are_the_two_who_met(self) -> None:
        assert names(f"{NOVAK} and {RAMIREZ} met on Friday. {{pronoun:They}} discussed trade.")[-1] == (
            "Marko Novak + Carlos Ramírez"
        )

    def test_they_are_the_plural_group(self) -> None:
        assert names("{group/protesters/PER/CVL:Protesters} said {pronoun:they} would stay.")[-1] == "protesters"

    def test_we_is_the_speaker_of_the_quotation(self) -> None:
        marked = f'"{{pronoun:We}} will not yield," {NOVAK} said. "{{pronoun:I}} mean it."'
        assert names(marked) == ["Marko Novak"] * 3

    def test_we_outside_a_quotation_is_nobody(self) -> None:
        assert names(f"{NOVAK} left. {{pronoun:We}} waited outside.")[-1] == "-"

    def test_who_is_the_antecedent(self) -> None:
        assert names(f"{NOVAK}, {{pronoun:who}} arrived on Monday, left early.")[-1] == "Marko Novak"


class TestRoleNouns:
    def test_both_leaders_are_the_two_persons(self) -> None:
        assert names(f"{RAMIREZ} called {SOTO} on Monday. {{role:Both leaders}} condemned the attack.")[-1] == (
            "Carlos Ramírez + Diego Soto"
        )

    def test_two_countries_are_the_states_of_the_persons(self) -> None:
        marked = f"{RAMIREZ} called {SOTO}. {{role:The two countries}} share a border. {PERU} and {CHILE} agreed."
        assert set(names(marked)[2].split(" + ")) == {"Peru", "Chile"}

    def test_the_sides_are_the_coordinated_parties(self) -> None:
        assert names(
            "The {organisation/Taliban/AFG/REB:Taliban} and {state/Pakistan/PAK/GOV:Pakistan} held talks. "
            "{role:The two sides} agreed on a truce."
        )[-1] == "Taliban + Pakistan"

    def test_minister_is_the_person_with_that_title(self) -> None:
        assert names(f"{NOVAK} met {KOVAC}. {{role:The minister}} praised the talks.")[-1] == "Petra Kovač"
        assert names(f"{NOVAK} met {KOVAC}. {{role:The president}} praised the talks.")[-1] == "Marko Novak"

    def test_group_is_the_last_armed_group(self) -> None:
        assert names(
            f"The {{organisation/Red Dawn/PER/REB:Red Dawn}} movement attacked {PERU}. {{role:The group}} killed ten."
        )[-1] == "Red Dawn"

    def test_ministry_is_made_for_the_local_country(self) -> None:
        doc, mentions = read(f"{PERU} closed the border on Monday. {{role:The foreign ministry}} confirmed the step.")
        assert coreference(doc, mentions)[-1].actors == (Actor("foreign ministry", "PER", "GOV"),)

    def test_counterpart_is_the_person_beside_or_elsewhere(self) -> None:
        chilean = "{role/Chilean counterpart/CHL/GOV:his Chilean counterpart}"
        assert names(f"{RAMIREZ} met {chilean}, {SOTO}.")[1] == "Diego Soto"
        assert names(f"{RAMIREZ} met {chilean}. {SOTO} then left.")[1] == "Diego Soto"

    def test_leaders_are_not_the_aide_who_tells_of_them(self) -> None:
        aide = "{person/Luis Vega/PER/GOV:presidential spokesman Luis Vega}"
        marked = f"{RAMIREZ} telephoned {SOTO}. {aide} gave details. {{role:The two leaders}} spoke of trade."
        assert names(marked)[-1] == "Carlos Ramírez + Diego Soto"

    def test_new_pair_is_nobody_named_before(self) -> None:
        assert names(f"{RAMIREZ} telephoned {SOTO}. Two {{role:generals}} seized power elsewhere.")[-1] == "generals"

    def test_sides_do_not_include_who_speaks_of_them(self) -> None:
        assert names(
            "{organisation/Red Dawn/PER/REB:Red Dawn} has fought the "
            "{organisation/Peruvian Army/PER/MIL:Peruvian Army}. "
            "{state/Bolivia/BOL/GOV:Bolivia} says {role:both sides} broke the truce."
        )[-1] == "Red Dawn + Peruvian Army"

    def test_former_and_latter_are_the_first_and_second(self) -> None:
        marked = f"{PERU} and {CHILE} argued. The {{role:latter}} walked out."
        assert names(marked)[-1] == "Chile"

    def test_respective_organs_are_one_for_each_country(self) -> None:
        marked = f"{RAMIREZ} and {SOTO} ordered {{pronoun:their}} respective {{role:agencies}} to share data."
        doc, mentions = read(marked)
        assert [actor.country for actor in coreference(doc, mentions)[-1].actors] == ["PER", "CHL"]

    def test_same_noun_keeps_the_country_it_had(self) -> None:
        doc, mentions = read(
            f"The {{role/opposition/BOL/OPP:Bolivian opposition}} rallied. {PERU} and {PERU} watched. "
            "{role:The opposition} vowed to stay."
        )
        assert coreference(doc, mentions)[-1].actors == (Actor("opposition", "BOL", "OPP"),)

    def test_name_after_the_whole_phrase_is_the_office_holder(self) -> None:
        marked = f"The {{role/envoy/USA/GOV:US envoy}} for {PERU}, {{person/Ed Stone//:Ed Stone}}, resigned."
        doc, mentions = read(marked)
        resolved = coreference(doc, mentions)
        assert resolved[0].actors == resolved[2].actors == (Actor("Ed Stone", "USA", "GOV"),)

    def test_forces_from_elsewhere_do_not_take_the_local_country(self) -> None:
        doc, mentions = read(f"{PERU} said Western {{group/forces//MIL:forces}} were behind it.")
        assert coreference(doc, mentions)[-1].actors == (Actor("forces", None, "MIL"),)

    def test_service_takes_sector_from_its_words_and_country_from_the_text(self) -> None:
        doc, mentions = read(f"{PERU} announced a raid. {{role:The national intelligence service}} led it.")
        assert coreference(doc, mentions)[-1].actors == (Actor("national intelligence service", "PER", "SPY"),)

    def test_office_that_is_sought_is_nobody(self) -> None:
        assert names(f"{NOVAK} met {RAMIREZ}. {SOTO} will run for {{role:president}}.")[-1] == "-"

    def test_party_of_another_name_is_not_the_last_party(self) -> None:
        marked = "The {organisation/Red Party/CHL/PTY:Red Party} won. Then the Green {role:party} sued."
        assert "Red Party" not in names(marked)[-1]

    def test_the_government_is_no_person(self) -> None:
        marked = f"{RAMIREZ} spoke. {RAMIREZ} left. {{role:The government}} fell."
        assert names(marked)[-1] == "government"

    def test_successor_is_not_the_owner(self) -> None:
        marked = f"{RAMIREZ} spoke. {RAMIREZ} left, and {{pronoun:his}} {{role:successor}} arrived."
        assert names(marked)[-1] != "Carlos Ramírez"

    def test_description_of_a_person_is_the_topic(self) -> None:
        marked = (
            "Police arrested {person/Ivo Lang/SVN/CRM:Ivo Lang}. {person/Lang//:Lang} had fled in May. "
            f"{CHILE} welcomed the step. {{role:The smuggler}} faces trial."
        )
        assert names(marked)[-1] == "Ivo Lang"

    def test_regime_in_the_mouth_of_the_opposition_is_their_own(self) -> None:
        rebel = "{person/Omar Said/SYR/OPP:opposition leader Omar Said}"
        doc, mentions = read(f'{PERU} and {PERU} watched. "{{role:The regime}} must go," {rebel} said.')
        assert coreference(doc, mentions)[2].actors == (Actor("regime", "SYR", "GOV"),)

    def test_office_holder_takes_the_country_that_the_whole_article_is_about(self) -> None:
        doc, mentions = read(
            f"{PERU} was hit by floods. {PERU} asked for help. {{person/Ana Ruiz//GOV:Governor Ana Ruiz}} spoke."
        )
        assert coreference(doc, mentions)[-1].actors == (Actor("Ana Ruiz", "PER", "GOV"),)

    def test_rebels_do_not_take_the_country_that_speaks_of_them(self) -> None:
        doc, mentions = read(f"{CHILE} backed {PERU}. {CHILE} condemned {{group/rebels//REB:rebels}}. {PERU} agreed.")
        assert coreference(doc, mentions)[3].actors == (Actor("rebels", None, "REB"),)

    def test_group_takes_the_country_of_the_place(self) -> None:
        doc, mentions = read(f"{{group/gunmen//REB:Gunmen}} killed two in {PERU}. {CHILE} sent help.")
        assert coreference(doc, mentions)[0].actors == (Actor("gunmen", "PER", "REB"),)

    def test_their_army_belongs_to_the_owner(self) -> None:
        doc, mentions = read(f"{PERU} denied that {{pronoun:its}} {{role:army}} had crossed into {CHILE}.")
        assert coreference(doc, mentions)[2].actors == (Actor("army", "PER", "MIL"),)


class TestSalience:
    def test_frequent_subject_of_the_lead_comes_first(self) -> None:
        doc, mentions = read(f"{CHILE} threatened {PERU}. {CHILE} moved troops. Days passed. {IRAN} watched.")
        assert [actor.name for actor in salient(doc, coreference(doc, mentions))][:2] == ["Chile", "Peru"]

    def test_other_party_is_near_and_not_of_the_same_state(self) -> None:
        doc, mentions = read(f"{IRAN} watched. {RAMIREZ} rebuked {CHILE}. {PERU} will never give in.")
        resolved = coreference(doc, mentions)
        found = other_party(doc, resolved, resolved[-1].head, resolved[-1].actors)
        assert found is not None
        assert found.name == "Chile"

    def test_nobody_else_gives_none(self) -> None:
        doc, mentions = read(f"{PERU} will never give in.")
        assert other_party(doc, mentions, 0, mentions[0].actors) is None


def test_order_and_number_of_mentions_are_kept() -> None:
    doc, mentions = read(f"{NOVAK} said {{pronoun:he}} met {{role:the envoy}} in {PERU}.")
    resolved = coreference(doc, mentions)
    assert [found.span for found in resolved] == [found.span for found in mentions]
