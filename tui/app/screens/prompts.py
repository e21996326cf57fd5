"""What is asked for in a line, and what a line must be to be taken."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.app.screens.prompt import Prompt
from tui.library.query import QueryError, parse
from tui.locale import _
from tui.sources.metadata import web_address
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import App

    from tui.library.query import Query
    from tui.library.store import About


async def ask_path(app: App[Any]) -> str | None:
    """Ask for a file or a folder that is there, or for an address on the web."""

    def wrong(text: str) -> str | None:
        if web_address(text) is not None:
            return None
        path = _path(text)
        if not text.strip() or not os.path.exists(path):  # noqa: PTH110 - any bytes
            return _("{path}: no such file or folder").format(path=clean_line(path))
        return None

    text = await app.push_screen_wait(
        Prompt(
            _("Add articles"),
            hint=_("the path of a file or folder, or the address of a page or a feed"),
            wrong=wrong,
        )
    )
    if text is None:
        return None
    return web_address(text) or _path(text)


def _path(text: str) -> str:
    return str(Path(text.strip()).expanduser())


async def ask_tag(app: App[Any], about: About, known: Sequence[str]) -> str | None:
    """Ask for a tag to put on an article, or to take off it."""
    now = " ".join(f"#{tag}" for tag in about.tags)
    hint = _("on it: {tags}; to take one off, type it again").format(tags=now) if now else ""
    text = await app.push_screen_wait(
        Prompt(_("Tag"), hint=hint or _("a word or two; → completes one in use"), ways=known)
    )
    return clean_line(text).strip().lstrip("#").strip() or None if text is not None else None


async def ask_note(app: App[Any], about: About) -> str | None:
    """Ask for the note of an article; "" takes it away."""
    return await app.push_screen_wait(
        Prompt(_("Note"), about.note, hint=_("an empty note is taken away"))
    )


async def ask_query(app: App[Any], before: Query | None) -> Query | None:
    """Ask for the query that the articles of a list must answer; an empty one asks for all."""

    def wrong(text: str) -> str | None:
        try:
            parse(text)
        except QueryError as error:
            return str(error)
        return None

    text = await app.push_screen_wait(
        Prompt(
            _("List only what answers a query"),
            before.text if before else "",
            hint=_('words, "a phrase", OR, -not, speaker:name, unit:EUR, value:>1000…'),
            wrong=wrong,
        )
    )
    return parse(text) if text is not None else None


async def ask_remark(app: App[Any], note: str, tags: Sequence[str]) -> tuple[str, list[str]] | None:
    """Ask for the note and the tags of what is kept, on one line: "to check #budget #2024"."""
    before = " ".join((note, *(f"#{tag}" for tag in tags))).strip()
    text = await app.push_screen_wait(
        Prompt(_("Keep"), before, hint=_("a note, and tags that begin with #; both may be empty"))
    )
    if text is None:
        return None
    words = clean_line(text).split()
    said = " ".join(word for word in words if not word.startswith("#"))
    return said, [tag for word in words if word.startswith("#") and (tag := word.lstrip("#"))]
