"""Languages: told by the text itself, declared as data."""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tui.parser import Document, languages, parse
from tui.parser.languages import KNOWN, Language, detect, language
from tui.parser.languages.neighbours import NEIGHBOURS
from tui.parser.languages.speech import ReportingVerb, SpeechGrammar

LANGUAGES = Path(languages.__file__).parent


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("« Il faut agir », a dit Anne Roux.", "fr"),
        ("« Jamais », a lancé Anne Roux.", "fr"),
        ("Oui, dit-il.", "fr"),
        ("Le maire démissionne.", "fr"),
        ("Le pont coûte 3 millions d'euros.", "fr"),
        ("“We must act,” said Ann Lee.", "en"),
        ("“Never again,” Ann Lee said.", "en"),
        ("He left.", "en"),
        ("The bridge cost $3 million.", "en"),
    ],
)
def test_a_sentence_is_enough_to_tell_a_language(text: str, code: str) -> None:
    assert detect(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "El alcalde dijo el lunes que la obra del puente no se va a terminar este año.",
        "Il sindaco ha detto lunedì che i lavori del ponte non finiranno quest'anno.",
        "O presidente da câmara disse que as obras da ponte não acabam este ano.",
        "Der Bürgermeister sagte am Montag, dass die Arbeiten an der Brücke nicht enden.",
        "De burgemeester zei maandag dat het werk aan de brug dit jaar niet klaar is.",
        "L'alcalde va dir dilluns que les obres del pont no s'acabaran aquest any.",
        "Primarul a spus luni că lucrările la pod nu se vor termina anul acesta.",
        "Borgmästaren sade i måndags att arbetet på bron inte blir klart i år.",
        "12 34 56",
        "",
    ],
)
def test_another_language_is_none_of_ours(text: str) -> None:
    assert detect(text) is None


def test_the_opening_of_a_long_text_does_not_tell_its_language_alone() -> None:
    menu = "À la une · Le direct · Toute l'actualité de la région et du pays · Les vidéos\n" * 12
    body = "The mayor of the town said that the bridge was closed to all of its users.\n" * 60
    assert detect(menu) == "fr"
    assert detect(menu + body) == "en"


def test_in_an_unknown_language_figures_are_still_found() -> None:
    article = parse("Der Bürgermeister sagte am Montag, dass die Brücke 12 km lang ist.")
    assert article.language is None
    assert [f.value for f in article.figures] == [12]
    assert article.quotes == ()


def test_the_user_overrides_what_the_text_says() -> None:
    text = "« Bon », a dit Anne Roux."
    assert parse(Document.plain(text, language="en")).language == "en"
    assert parse(Document.plain(text, language="fr")).quotes[0].speaker is not None


def test_a_language_that_is_not_known_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        language("xx")


@pytest.mark.parametrize("code", KNOWN)
def test_a_language_is_one_value(code: str) -> None:
    assert isinstance(language(code), Language)
    assert language(code).code == code
    assert language(code) is language(code)


@pytest.mark.parametrize("code", KNOWN)
def test_a_language_holds_data_and_next_to_no_code(code: str) -> None:
    """A new language must be words and a few declared rules: no function that parses."""
    for file in (LANGUAGES / code).glob("*.py"):
        defined = [line for line in file.read_text().splitlines() if line.startswith("def ")]
        assert len(defined) <= 2, f"{file} holds code: {defined}"


def test_english_speech_is_small() -> None:
    lines = (LANGUAGES / "en" / "speech.py").read_text().splitlines()
    assert len(lines) < 400


@pytest.mark.parametrize("code", KNOWN)
def test_the_words_of_a_grammar_are_in_lower_case_with_one_apostrophe(code: str) -> None:
    speech = language(code).speech
    for field in dataclasses.fields(SpeechGrammar):
        if field.name in {"abbreviations", "unaccented"}:  # as written, with their capitals
            continue
        words = getattr(speech, field.name)
        if isinstance(words, (frozenset, dict)):
            for word in words:
                flat = " ".join(word) if isinstance(word, tuple) else word
                assert flat == flat.casefold(), f"{code}.{field.name}: {flat}"
                assert "’" not in flat, f"{code}.{field.name}: {flat}"


def test_an_unknown_flag_of_a_verb_is_an_error() -> None:
    with pytest.raises(ValueError, match="say/z"):
        ReportingVerb.read("say/z")


def test_the_neighbours_are_languages_that_are_not_read() -> None:
    assert not set(NEIGHBOURS) & set(KNOWN)


def test_importing_the_parser_loads_no_tables() -> None:
    code = (
        "import sys, json; from tui.parser import parse;"
        "tables = 'quantities', 'languages.speech', 'languages.fr', 'languages.en';"
        "print(json.dumps([name for name in sys.modules if any(t in name for t in tables)]))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert json.loads(run.stdout) == []
