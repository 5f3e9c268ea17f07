"""Who is named where: mentions of actors with their kind, country and sector."""

from datetime import date
from itertools import pairwise

import pytest

from whowhom.coding.mentions.actors.actors import actors
from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.parse import parse
from whowhom.core.document import Document

Found = dict[str, ActorMention]


def read(text: str, published: date | None = date(2025, 6, 20)) -> Found:
    doc = parse(Document("d", text))
    return {mention.span.of(text): mention for mention in actors(doc, published)}


def codes(mention: ActorMention) -> list[tuple[str, str | None, str | None]]:
    return [(actor.name, actor.country, actor.sector) for actor in mention.actors]


@pytest.mark.parametrize(
    ("text", "words", "kind", "expected"),
    [
        ("Kremlin economic aide Pavel Smirnov flew home.", "Kremlin economic aide Pavel Smirnov", "person",
         ("Pavel Smirnov", "RUS", "GOV")),
        ("Danish Foreign Minister Lars Holm spoke.", "Danish Foreign Minister Lars Holm", "person",
         ("Lars Holm", "DNK", "GOV")),
        ("Peru's Carlos Quispe walked out.", "Peru's Carlos Quispe", "person", ("Carlos Quispe", "PER", "GOV")),
        ("Thai soldiers opened fire.", "Thai soldiers", "group", ("Thai soldiers", "THA", "MIL")),
        ("The foreign ministry in Lima denied it.", "The foreign ministry in Lima", "organisation",
         ("foreign ministry in Lima", "PER", "GOV")),
        ("The government of Malawi resigned.", "The government of Malawi", "organisation",
         ("government of Malawi", "MWI", "GOV")),
        ("Authorities in Senegal banned the march.", "Authorities in Senegal", "group",
         ("Authorities in Senegal", "SEN", "GOV")),
        ("The Supreme Court of Kenya ruled on Monday.", "The Supreme Court of Kenya", "organisation",
         ("Supreme Court of Kenya", "KEN", "JUD")),
        ("The Nairobi police chief was sacked.", "The Nairobi police chief", "role",
         ("Nairobi police chief", "KEN", "COP")),
        ("A senior Hezbollah commander was wounded.", "A senior Hezbollah commander", "group",
         ("senior Hezbollah commander", "LBN", "REB")),
        ("Two Chinese nationals were freed.", "Two Chinese nationals", "group",
         ("Two Chinese nationals", "CHN", "CVL")),
        ("U.N. officials visited the camp.", "U.N. officials", "group", ("U.N. officials", "IGO", "IGO")),
        ("The head of Doctors Without Borders resigned.", "The head of Doctors Without Borders", "role",
         ("head of Doctors Without Borders", "NGO", "NGO")),
        ("The Greeks rejected the plan.", "The Greeks", "state", ("Greece", "GRC", "GOV")),
        ("Norwegian airstrikes hit the depot.", "Norwegian", "demonym", ("Norway", "NOR", "GOV")),
        ("Moscow rejected the offer.", "Moscow", "capital", ("Moscow", "RUS", "GOV")),
        ("President of Serbia Marko Petrov arrived.", "President of Serbia Marko Petrov", "person",
         ("Marko Petrov", "SRB", "GOV")),
        ("Gunmen stormed the hotel.", "Gunmen", "group", ("Gunmen", None, "REB")),
    ],
)  # fmt: skip
def test_words_give_kind_country_and_sector(
    text: str, words: str, kind: str, expected: tuple[str, str | None, str | None]
) -> None:
    found = read(text)
    assert words in found, list(found)
    assert found[words].kind == kind
    assert codes(found[words]) == [expected]


def test_apposition_makes_office_and_name_one_actor() -> None:
    for text in (
        "The Dutch special envoy for Syria, Piet Jansen, arrived.",
        "Piet Jansen, the Dutch envoy, arrived.",
    ):
        named = [mention for mention in read(text).values() if mention.kind in ("person", "role")]
        assert [codes(mention) for mention in named] == [[("Piet Jansen", "NLD", "GOV")]] * 2


def test_a_post_abroad_is_no_actor_of_its_own() -> None:
    found = read("The Irish ambassador to Ghana left.")
    assert [mention.actors[0].country for mention in found.values()] == ["IRL"]


def test_surname_alone_is_the_person_introduced_before() -> None:
    found = read("Chilean Defence Minister Rosa Fuentes flew to Lima. Fuentes signed the pact.")
    assert codes(found["Fuentes"]) == [("Fuentes", "CHL", "GOV")]


def test_several_owners_make_several_actors() -> None:
    found = read("Russian, Turkish and Iranian officials met.")
    assert [actor.country for actor in found["Russian, Turkish and Iranian officials"].actors] == ["RUS", "TUR", "IRN"]
    found = read("The foreign ministers of Peru and Chile met.")
    names = [actor.name for actor in found["The foreign ministers of Peru and Chile"].actors]
    assert names == ["foreign ministers of Peru", "foreign ministers of Chile"]


def test_definite_nouns_without_owner_wait_for_coreference() -> None:
    found = read("The minister met both leaders, but the group and the ministry stayed silent.")
    roles = [words for words, mention in found.items() if mention.kind == "role" and not mention.actors]
    assert roles == ["The minister", "both leaders", "the group", "the ministry"]


def test_stances_and_backers_own_nothing() -> None:
    found = read("Pro-Russian separatists fought U.S.-backed rebels and a Turkish-born businessman.")
    assert [actor.country for mention in found.values() for actor in mention.actors] == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "The rally took place in Lisbon.",
        "Drones struck a Danube port.",
        "Operation Olive Branch went on.",
        "The new treaty enters into force next week.",
        "Snow fell cross-country for days.",
    ],
)
def test_places_undertakings_and_papers_are_no_actors(text: str) -> None:
    assert read(text) == {}


def test_nouns_that_are_no_actor_leave_only_the_country() -> None:
    found = read("Israel's recent military actions were criticised.")
    assert list(found) == ["Israel"]


def test_the_day_of_the_report_tells_rulers_from_rebels() -> None:
    assert codes(read("The Taliban rejected it.", date(2010, 1, 1))["The Taliban"]) == [("Taliban", "AFG", "REB")]
    assert codes(read("The Taliban rejected it.", date(2023, 1, 1))["The Taliban"]) == [("Taliban", "AFG", "GOV")]


def test_mentions_are_ordered_and_never_overlap() -> None:
    text = "Egypt's Hossam Badrawi told EU and Iraqi diplomats in Cairo that he and their allies backed Kuwait."
    doc = parse(Document("d", text))
    found = actors(doc)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(mention.start <= mention.head < mention.end for mention in found)
    assert actors(doc) == found


def test_an_empty_document_has_no_mentions() -> None:
    assert actors(parse(Document("d", ""))) == ()
