"""What the reader makes of kept articles: star, tag, note, all read; and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding

from tui.app.screens.reading import ReadingScreen
from tui.locale import N_, _, format_number, ngettext

if TYPE_CHECKING:
    from textual.binding import BindingType

    from tui.library.store import Undone


class Marking(ReadingScreen):
    """A reading screen over articles that are kept."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("asterisk", "toggle_star", N_("Star"), id="article.star"),
        Binding("t", "tag", N_("Tag"), show=False, id="article.tag"),
        Binding("w", "note", N_("Note"), show=False, id="article.note"),
        Binding("u", "undo", N_("Undo"), id="undo"),
        Binding("d", "difference", N_("What changed"), id="article.difference"),
    ]

    @work(group="state")
    async def action_toggle_star(self) -> None:
        """Star the article, or take its star away."""
        if (row := self.row_meant()) is not None:
            await self.change(lambda store: store.set_starred([row.id], not row.starred))
            self.state_changed()

    @work(group="tag", exclusive=True)
    async def action_tag(self) -> None:
        """Put a tag on the article, or take it off."""
        from tui.app.screens.prompts import ask_tag  # noqa: PLC0415 - seldom asked for

        row = self.row_meant()
        if row is None:
            return
        about = await self.ask(lambda store: store.about(row.id))
        if about is None:
            return
        known = [name for name, _count in await self.ask(lambda store: store.tags()) or ()]
        if (tag := await ask_tag(self.app, about, known)) is not None:
            await self.change(lambda store: store.set_tag([row.id], tag, tag not in about.tags))
            self.state_changed()

    @work(group="note", exclusive=True)
    async def action_note(self) -> None:
        """Write a note on the article."""
        from tui.app.screens.prompts import ask_note  # noqa: PLC0415 - seldom asked for

        row = self.row_meant()
        if row is None:
            return
        about = await self.ask(lambda store: store.about(row.id))
        if about is not None and (note := await ask_note(self.app, about)) is not None:
            await self.change(lambda store: store.set_note(row.id, note))
            self.state_changed()

    @work(group="state")
    async def action_read_all(self) -> None:
        """Take every article of the list as read."""
        listing = self.listing
        marked = await self.change(lambda store: store.set_all_read(listing))
        if marked is not None:
            count = len(marked)
            told = ngettext("{count} article marked read", "{count} articles marked read", count)
            told = told.format(count=format_number(count))
            self.notify(_("{told}; u takes it back.").format(told=told) if count else told)
            self.state_changed()

    @work(group="state")
    async def action_undo(self) -> None:
        """Take the last action back."""
        undone = await self.change(lambda store: (store.undo(),))
        if undone is not None:
            [action] = undone
            self.notify(told(action) if action else _("Nothing is left to take back."))
            self.state_changed()
            if action and action.field == "correction":
                self.fetch_again()

    @work(group="difference", exclusive=True)
    async def action_difference(self) -> None:
        """Show what changed in the article since it was first read."""
        from tui.app.screens.difference import Difference  # noqa: PLC0415 - seldom asked for

        row = self.row_meant()
        if row is None:
            return
        kept = await self.ask(lambda store: store.get(row.id))
        versions = await self.ask(lambda store: store.versions(row.id))
        if kept is None or versions is None:
            return
        if not versions:
            self.notify(_("This article has not changed since it was added."))
            return
        self.open(row.id)
        if row.changed and not self.shelf.store.read_only:
            await self.change(lambda store: store.set_changed([row.id], False))
            self.state_changed()
        place = await self.app.push_screen_wait(Difference(kept, versions))
        if place is not None:
            self.reader.reveal(*place)
            self.action_go_to("reader")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what applies now."""
        match action:
            case "toggle_star" | "tag" | "note" | "difference":
                return self.wanted is not None
        return super().check_action(action, parameters)


def told(undone: Undone) -> str:
    """Say what is again as it was."""
    count = len(undone.articles)
    articles = ngettext("{count} article", "{count} articles", count)
    articles = articles.format(count=format_number(count))
    match undone.field:
        case "unread":
            again = _("{articles} unread again") if undone.before == "1" else _("{articles} read")
        case "starred":
            again = _("{articles} with its star") if undone.before == "1" else _("star taken away")
        case "changed":
            again = _("{articles} marked as changed again")
        case "tag":
            name = undone.before or undone.after
            again = _("#{tag} put back") if undone.before else _("#{tag} taken off")
            return _("Taken back: {what}").format(what=again.format(tag=name))
        case "note":
            again = _("the note as it was")
        case "people":
            again = _("people as they were")
        case "kept":
            again = _("what is kept as it was")
        case "correction":
            again = _("the correction")
    return _("Taken back: {what}").format(what=again.format(articles=articles))
