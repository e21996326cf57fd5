from __future__ import annotations

import gettext
import re

from tests.tools import translate


def _pairs() -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for message in translate.read():
        if isinstance(message.id, str):
            pairs.append((message.id, str(message.string)))
        else:
            pairs += zip(message.id, message.string or (), strict=True)
    return [pair for pair in pairs if pair[0]]


def test_every_string_of_the_program_has_its_french() -> None:
    known = translate.read()
    missing = [
        message.id
        for message in translate.extract()
        if message.id
        and known.get(message.id if isinstance(message.id, str) else message.id[0]) is None
    ]
    assert not missing, "run python -m tests.tools.translate"
    assert not translate.untranslated(known)


def test_the_compiled_catalogue_is_the_one_in_the_source() -> None:
    with translate.MO.open("rb") as stream:
        compiled = gettext.GNUTranslations(stream)
    for message in translate.read():
        if not isinstance(message.id, str):
            one, many = message.id
            forms = [compiled.ngettext(one, many, n) for n in (1, 2)]
            assert forms == list(message.string or ()), "run python -m tests.tools.translate"
        elif message.id:
            assert compiled.gettext(message.id) == message.string, message.id


def test_a_translation_fills_in_the_same_fields() -> None:
    field = re.compile(r"\{\w*\}|%\(\w+\)\w|%s")
    for english, french in _pairs():
        assert sorted(field.findall(english)) == sorted(field.findall(french)), english


def test_french_is_set_as_french_is_set() -> None:
    for _english, french in _pairs():
        assert not re.search(r"[ \w}][;!?]|[ ][:»]|« |'", french.replace("'{", "")), french
        assert not re.search(r"\w:(?!/)(?=\s|$)", french), french
