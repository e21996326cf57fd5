"""The command palette: every action that a key has now, and those too rare for a key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from tui.app.keys import actions
from tui.locale import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Actions(Provider):
    """Offers what can be done where the focus was when the palette opened."""

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        """Yield each action's name, its keys, and what runs it."""
        for action in actions(self.screen):
            if action.name != "command_palette":
                run = partial(self.app.run_action, action.name, default_namespace=action.node)
                yield action.description, " ".join(action.keys), run
        yield _("Choose a theme"), "", partial(self.app.run_action, "app.change_theme")

    async def discover(self) -> Hits:
        """List every action."""
        for name, keys, run in self._commands():
            yield DiscoveryHit(_line(Content(name), keys), run, text=name)

    async def search(self, query: str) -> Hits:
        """List the actions whose name matches what was typed."""
        matcher = self.matcher(query)
        for name, keys, run in self._commands():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, _line(matcher.highlight(name), keys), run, text=name)


def _line(name: Content, keys: str) -> Content:
    return Content.assemble(name, "  ", (keys, "dim")) if keys else name
