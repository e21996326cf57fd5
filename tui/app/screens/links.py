"""Which link of an article is opened: chosen from a menu, by its number or by the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.app.panes.menu import Entry, Menu
from tui.app.screens.choose import Choose
from tui.app.screens.confirm import Confirm
from tui.locale import _
from tui.output.links import host_of, links

if TYPE_CHECKING:
    from textual.app import App
    from textual.events import Key

    from tui.parser import Document


class ChooseLink(Choose):
    """A menu whose entries have numbers: digits go to one, Enter opens it."""

    def __init__(self, title: str, entries: list[Entry]) -> None:
        super().__init__(title, entries)
        self._typed = ""

    def on_key(self, event: Key) -> None:
        """Go to the number that is being typed; it begins anew where there is none so high."""
        if not (event.character or "").isdecimal() or not event.is_printable:
            return
        last = len(self._entries) - 1
        for typed in (self._typed + str(event.character), str(event.character)):
            if int(typed) <= last:
                self._typed = typed
                self.query_one(Menu).put_cursor(int(typed))
                event.stop()
                return


async def choose_link(app: App[Any], document: Document) -> str | None:
    """Ask which link to open; where the article has but its own address, whether to.

    That of the article is 0, those in its text are numbered from 1.
    """
    url, inside = document.url, links(document)
    host = host_of(url) if url is not None else None
    if url is not None and host is not None and not inside:
        question = _("Open {host} in the browser?").format(host=host)
        return url if await app.push_screen_wait(Confirm(question, url)) else None
    own = _("this article") if host is not None else _("this article has no address")
    entries = [
        Entry(f"0  {host} · {own}" if host is not None else f"0  {own}", host and url, last=True),
        *(Entry(f"{link.number}  {link.host} · {link.words}", link.url) for link in inside),
    ]
    chosen = await app.push_screen_wait(ChooseLink(_("Open in the browser"), entries))
    return str(chosen.value) if chosen is not None and chosen.value is not None else None
