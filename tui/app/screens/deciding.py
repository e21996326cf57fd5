"""What the reader decides at the desk: who is who, and what is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.binding import Binding

from tui.app.panes.menu import Entry
from tui.app.screens.asking import AskingScreen
from tui.library import clippings
from tui.library.errors import LibraryError
from tui.library.people import asking as people
from tui.library.people.pages import Called, Somebody
from tui.library.query import QueryError, parse
from tui.library.query.pages import Found
from tui.locale import N_, _
from tui.parser import Quote
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from tui.library.store import Store

T = TypeVar("T")

_OFFERED = 20
"""People of a name who are offered."""


class Deciding(AskingScreen):
    """A screen of answers that can be kept, or said to be of one person or of two."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("m", "keep_evidence", N_("Keep evidence"), show=False, id="evidence.keep"),
        Binding("plus", "join", N_("Is the same as…"), show=False, id="people.join"),
        Binding("minus", "part", N_("Is someone else…"), show=False, id="people.part"),
        Binding("u", "undo", N_("Undo"), show=False, id="undo"),
    ]

    @property
    def _somebody(self) -> Somebody | None:
        item = self.results.highlighted
        return item if isinstance(item, Somebody) else None

    async def _change(self, change: Callable[[Store], T]) -> T | None:
        try:
            return await self.shelf.change(change)
        except LibraryError as error:
            self.notify(str(error), severity="error", markup=False)
        return None

    @work(group="keep", exclusive=True)
    async def action_keep_evidence(self) -> None:
        """Keep the quote or figure in hand, with a note and tags."""
        from tui.app.screens.prompts import ask_remark  # noqa: PLC0415 - seldom asked for

        found = self.results.highlighted
        if not isinstance(found, Found):
            return
        remark = await ask_remark(self.app, "", ())
        if remark is None:
            return
        note, tags = remark
        item = found.item
        kind: clippings.Kind = "quote" if isinstance(item, Quote) else "figure"
        kept = await self._change(
            lambda store: clippings.keep(
                store, found.article, kind, item.start, item.end, note=note, tags=tags
            )
        )
        if kept is not None:
            self.notify(_("Kept; u takes it back."))

    @work(group="people", exclusive=True)
    async def action_join(self) -> None:
        """Say that the person in hand is another as well."""
        from tui.app.screens.choose import Choose  # noqa: PLC0415 - seldom asked for
        from tui.app.screens.prompt import Prompt  # noqa: PLC0415

        somebody = self._somebody
        if somebody is None:
            return
        title = _("{name} is the same as").format(name=clean_line(somebody.name))
        typed = await self.app.push_screen_wait(
            Prompt(title, hint=_("words of another name"), wrong=_wrong)
        )
        if typed is None:
            return
        page = await self.shelf.ask(lambda store: people.page(store, parse(typed), limit=_OFFERED))
        others = [one for one in page.items if one.id != somebody.id]
        if not others:
            self.notify(_("Nobody else is called so."))
            return
        entries = [Entry(_named(one), one, count=one.quotes) for one in others]
        chosen = await self.app.push_screen_wait(Choose(title, entries))
        if chosen is not None and isinstance(chosen.value, Somebody):
            other = chosen.value
            if await self._change(lambda store: people.join(store, [somebody.id, other.id])):
                self.notify(_("One person now; u takes it back."))
                self.ask()

    @work(group="people", exclusive=True)
    async def action_part(self) -> None:
        """Say that one of the names is another person's; of a quote, that its speaker is."""
        from tui.app.screens.choose import Choose  # noqa: PLC0415 - seldom asked for

        found = self.results.highlighted
        if isinstance(found, Found):
            await self._part_here(found)
            return
        somebody = self._somebody
        if somebody is None:
            return
        names = await self.shelf.ask(lambda store: people.names(store, somebody.id))
        if len(names) < 2:
            self.notify(_("This person has but one name."))
            return
        entries = [Entry(clean_line(name.written), name, count=name.articles) for name in names]
        chosen = await self.app.push_screen_wait(Choose(_("Is someone else"), entries))
        if chosen is not None and isinstance(chosen.value, Called):
            name = chosen.value
            if await self._change(lambda store: people.part(store, name.id)):
                self.notify(_("Two people now; u takes it back."))
                self.ask()

    async def _part_here(self, found: Found) -> None:
        """Tell the speaker of a quote, in its article, from those of that name elsewhere."""
        parted = await self._change(lambda store: people.part_here(store, found.article, found.n))
        if parted:
            self.notify(_("In this article, someone else of that name; u takes it back."))
            self.ask()
        elif parted is not None:
            self.notify(_("Nobody elsewhere is taken for this speaker."))

    @work(group="undo", exclusive=True)
    async def action_undo(self) -> None:
        """Take the last action back."""
        from tui.app.screens.marking import told  # noqa: PLC0415 - seldom asked for

        undone = await self._change(lambda store: (store.undo(),))
        if undone is not None:
            [action] = undone
            self.notify(told(action) if action else _("Nothing is left to take back."))
            self.ask()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what applies now."""
        if action == "join":
            return self._somebody is not None and not self.store.read_only
        if action == "part":
            item = self.results.highlighted
            quoted = isinstance(item, Found) and isinstance(item.item, Quote)
            return (quoted or self._somebody is not None) and not self.store.read_only
        if action == "keep_evidence":
            return isinstance(self.results.highlighted, Found) and not self.store.read_only
        return super().check_action(action, parameters)


def _wrong(text: str) -> str | None:
    try:
        return None if parse(text) else _("words of another name")
    except QueryError as error:
        return str(error)


def _named(somebody: Somebody) -> str:
    names = ", ".join(map(clean_line, (somebody.name, *somebody.others)))
    return f"{names} · {clean_line(somebody.roles[0])}" if somebody.roles else names
