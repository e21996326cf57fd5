"""Every screen, with each string of the catalogue in letters of no language of ours.

What still stands there in Latin letters went by no translation, unless it is the article's own.
"""

from __future__ import annotations

import gettext
import re
from typing import TYPE_CHECKING

import pytest

from tests.app.screens.kept import make, opened, rest
from tests.conftest import picture
from tui import locale
from tui.library.query.fields import CHOICES, FIELDS
from tui.library.store import Listing, Store
from tui.parser import Document, parse

if TYPE_CHECKING:
    from pathlib import Path

FIELD = re.compile(r"(\{\w*\}|%\(\w+\)\w|%s)")
LATIN = re.compile(r"[^\W\d_]+")

KEYS = frozenset("esc tab backspace delete pgup pgdn home end space del super shift".split())
NAMES = frozenset("BibTeX CSL JSON CSV HTML EUR txt".split())
"""What has the same name in every language."""
QUERY = frozenset(
    {name for field in FIELDS for name in (*field.names, *LATIN.findall(field.example_fr))}
    | {
        part
        for choices in CHOICES.values()
        for names in choices.values()
        for part in LATIN.findall(names[1])
    }
)
"""The words of the query language, which takes both languages at once."""
MONTHS = frozenset(month.strip(".") for long in locale._MONTHS["fr"] for month in long)


def masked(message: str) -> str:
    """Write each letter as one of Cyrillic; the fields stay."""
    return "".join(
        part if FIELD.fullmatch(part) else LATIN.sub(lambda word: "Ж" * len(word[0]), part)
        for part in FIELD.split(message)
    )


class Masked(gettext.NullTranslations):
    """A catalogue that has everything, and nothing that anybody could read."""

    def gettext(self, message: str) -> str:
        return masked(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return masked(msgid1 if n == 1 else msgid2)


def untranslated(picture: str, own: set[str]) -> set[str]:
    """Give the words of two letters or more that are neither masked nor the articles' own."""
    words = {word for word in LATIN.findall(picture) if word.isascii() and len(word) > 1}
    known = KEYS | NAMES | MONTHS | QUERY
    return {word for word in words - known if not any(word in text for text in own)}


SCREENS = {
    "library": (),
    "sources": ("0",),
    "filter": ("f",),
    "sort": ("S",),
    "query": ("F",),
    "reader": ("enter",),
    "evidence": ("enter", "3"),
    "evidence filter": ("enter", "3", "f"),
    "find": ("enter", "slash", "a"),
    "help": ("question_mark",),
    "help of the reader": ("enter", "question_mark"),
    "about": ("i",),
    "tag": ("t",),
    "note": ("w",),
    "keep": ("enter", "3", "m"),
    "correct": ("enter", "3", "c"),
    "export": ("e",),
    "add": ("a",),
    "difference": ("d",),
    "palette": ("ctrl+p",),
    "search": ("s", "a", "enter"),
    "search help": ("s", "f1"),
    "quotes": ("D",),
    "figures": ("D", "f3"),
    "people": ("D", "f4"),
    "plot": ("D", "f3", "tab", "p"),
    "check": ("D", "tab", "c"),
    "kept": ("M",),
}


@pytest.mark.parametrize("keys", SCREENS.values(), ids=SCREENS)
async def test_every_word_of_every_screen_is_translated(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))
    file = make(tmp_path / "b")
    own = {"presse", "matin", "soir", str(tmp_path)}
    store = Store.open(file)
    text = "Le port ferme\n\n« Il faut 20 mois », a dit Nora Vial."
    for words in (text, text.replace("20", "30")):
        [added] = store.take([(Document.plain(words), "/presse/4.txt")])
        store.put_evidence(added.id, parse(Document.plain(words)))
    own |= {
        kept.document.text for row in store.rows(Listing(), 0, 9) if (kept := store.get(row.id))
    }
    store.close()
    locale.use("fr")
    monkeypatch.setattr(locale, "_catalogue", Masked())
    app = opened(file)
    async with app.run_test(size=(200, 50), notifications=True) as pilot:
        await rest(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause(0.1)
        await pilot.pause(0.3)
        left = untranslated(picture(app), own)
        assert not left, " ".join(sorted(left))
    app.close_stores()
