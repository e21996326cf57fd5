"""Writing evidence to a file from any screen: what, in which format, where."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from tui.app.panes.menu import Entry
from tui.app.screens.choose import Choose
from tui.app.screens.prompt import Prompt
from tui.library import cited
from tui.locale import N_, _
from tui.output import evidence
from tui.text.clean import clean_line
from tui.text.find import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from textual.app import App

    from tui.app.shelf import Shelf
    from tui.library.store import Store

Records: TypeAlias = "Callable[[Store], Iterable[dict[str, Any]]]"

_FORMATS = {
    "markdown": N_("Markdown: notes with citations"),
    "csv": N_("CSV: a table"),
    "jsonl": N_("JSON Lines: for programs"),
    "bibtex": N_("BibTeX"),
    "csl": N_("CSL-JSON: for Zotero and its like"),
}

COLUMNS = cited.CLIPPINGS
"""What is written of a piece of evidence in a table, whatever it is."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be written."""

    label: str
    name: str
    """What the file is called, but for its ending."""
    records: Records | None = None
    page: Callable[[], str] | None = None
    """Instead of records: a page of HTML."""


async def export(app: App[Any], shelf: Shelf, offers: Sequence[Offer]) -> None:
    """Ask what is to be written, how and where; write it, and say where it is."""
    entry = await app.push_screen_wait(
        Choose(_("Export"), [Entry(offer.label, offer) for offer in offers])
    )
    if entry is None or not isinstance(entry.value, Offer):
        return
    offer, form = entry.value, "html"
    if offer.records is not None:
        formats = [Entry(_(label), name) for name, label in _FORMATS.items()]
        chosen = await app.push_screen_wait(Choose(_("Format"), formats))
        if chosen is None:
            return
        form = str(chosen.value)
    path = await _ask_path(app, slug(offer.name) + evidence.EXTENSIONS[form])
    if path is None:
        return
    try:
        await shelf.ask(lambda store: _write(path, _pieces(store, offer, form)))
    except OSError as error:
        from tui.locale.faults import reason  # noqa: PLC0415 - seldom asked for

        app.notify(
            _("{file}: not written ({reason})").format(
                file=clean_line(str(path)), reason=reason(error)
            ),
            severity="error", markup=False,
        )  # fmt: skip
    else:
        told = _("Written: {file}. “newsreader verify” checks it.")
        app.notify(told.format(file=clean_line(str(path))), markup=False)


def _pieces(store: Store, offer: Offer, form: str) -> Iterable[str]:
    if offer.page is not None:
        return (offer.page(),)
    assert offer.records is not None  # noqa: S101 - one of the two
    from tui.output.csv import usual  # noqa: PLC0415 - seldom asked for

    records = (dict.fromkeys(COLUMNS) | record for record in offer.records(store))
    return evidence.write(records, COLUMNS, form, dialect=usual())


def _write(path: Path, pieces: Iterable[str]) -> None:
    with path.open("x", encoding="utf-8", newline="") as file:
        file.writelines(pieces)


async def _ask_path(app: App[Any], name: str) -> Path | None:
    """Ask for a file that is not there yet."""

    def wrong(text: str) -> str | None:
        path = _path(text)
        if not text.strip() or path.exists():
            return _("{path}: is there already; no file is replaced").format(path=clean_line(text))
        if not path.parent.is_dir():
            return _("{path}: no such folder").format(path=clean_line(str(path.parent)))
        return None

    folder = await asyncio.to_thread(Path.cwd)
    number, path = 1, folder / name
    while path.exists():
        number += 1
        stem, dot, ending = name.partition(".")
        path = folder / f"{stem}-{number}{dot}{ending}"
    text = await app.push_screen_wait(
        Prompt(_("Write to"), str(path), hint=_("a file that is not there yet"), wrong=wrong)
    )
    return _path(text) if text is not None else None


def _path(text: str) -> Path:
    return Path(text.strip()).expanduser()


def slug(title: str) -> str:
    """Make a file's name of a title."""
    return re.sub(r"[^a-z0-9]+", "-", fold(title)).strip("-")[:60].strip("-") or "export"
