"""The language is told offline, and short or capital texts are not taken for foreign ones."""

from whowhom.text.language import language_name, language_of


def test_english_is_told_across_lines_and_in_capitals() -> None:
    assert language_of("The foreign ministers met in Oslo\nand agreed to reopen\ntalks.") == "en"
    assert (
        language_of("THE FOREIGN MINISTERS OF NORWAY AND PERU MET IN OSLO AND AGREED TO REOPEN TALKS ON FISHING.")
        == "en"
    )


def test_other_languages_are_told() -> None:
    assert language_of("Der Außenminister hat am Dienstag in Oslo seinen peruanischen Kollegen getroffen.") == "de"
    assert language_of("El canciller noruego se reunió el martes en Oslo con su homólogo peruano para hablar.") == "es"


def test_text_too_short_to_tell_counts_as_english() -> None:
    assert language_of("Ja, genau.") == "en"
    assert language_of("") == "en"
    assert language_of("12 345 678 901 234 567 890") == "en"


def test_headline_of_foreign_names_counts_as_english() -> None:
    assert language_of("Erdogan, Aliyev, Pashinyan meet in Tbilisi") == "en"


def test_unknown_code_names_itself() -> None:
    assert language_name("fr") == "French"
    assert language_name("xx") == "xx"
