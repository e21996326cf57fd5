"""Articles come in while one reads: a file or folder is added, sources are looked at again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.message import Message
from textual.worker import get_current_worker

from tui.app.panes.key_line import KeyLine
from tui.app.screens.reading import ReadingScreen
from tui.library.errors import LibraryError
from tui.locale import N_, _, format_number, labelled, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.binding import BindingType
    from textual.worker import Worker

    from tui.intake import Intake, Step
    from tui.library.store import Source


class Jobs(ReadingScreen):
    """A reading screen over a library that grows; one thing at a time, which Esc stops."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "update(True)", N_("Update"), id="source.update"),
        Binding("R", "update(False)", N_("Update all"), show=False, id="sources.update"),
        Binding("W", "complete", N_("Whole article"), show=False, id="article.whole"),
        Binding("a,A", "add", N_("Add a file or folder"), show=False, id="add"),
        Binding("escape", "back", N_("Back"), show=False, id="back.escape"),  # else it were lost
        Binding("escape", "stop", N_("Stop"), id="job.stop"),
    ]

    class Stepped(Message):
        """Articles were looked at."""

        def __init__(self, step: Step) -> None:
            self.step = step
            super().__init__()

    class Ended(Message):
        """It is over: done, stopped or failed."""

        def __init__(self, summary: str, problems: tuple[str, ...], *, stopped: bool) -> None:
            self.summary = summary
            self.problems = problems
            self.stopped = stopped
            super().__init__()

    _job: Worker[None] | None = None

    def articles_came(self) -> None:
        """Hear that the library has others than before."""
        raise NotImplementedError

    def sources_meant(self, *, one: bool) -> list[Source]:
        """Give the sources that are to be looked at again: the one in view, or all."""
        raise NotImplementedError

    # -- started

    @work(group="ask-path", exclusive=True)
    async def action_add(self) -> None:
        """Ask for a file or a folder, and add it."""
        from tui.app.screens.prompts import ask_path  # noqa: PLC0415 - seldom asked for

        if (path := await ask_path(self.app)) is not None:
            self.add(path)

    def add(self, path: str) -> None:
        """Add a file or a folder."""
        self._start(lambda intake: intake.add([path]))

    def action_update(self, one: bool) -> None:
        """Look at sources again."""
        sources = self.sources_meant(one=one)
        asked = one and len(sources) == 1  # who asks for one feed wants it now
        self._start(lambda intake: intake.update(sources, asked=asked))

    def action_complete(self) -> None:
        """Fetch the page of the article on show: a feed may have given no more than a summary."""
        shown = self.shown
        if shown is not None and (url := shown.document.url) is not None:
            self._start(lambda intake: intake.complete(shown.id, url))

    def _start(self, work: Callable[[Intake], Iterator[Step]]) -> None:
        if self._job is not None:
            self.notify(_("Something else is being read; Esc stops it."), severity="warning")
        else:
            self._job = self._work(work)
            self.refresh_bindings()

    @work(thread=True, group="job")
    def _work(self, work: Callable[[Intake], Iterator[Step]]) -> None:
        from tui.intake import Intake  # noqa: PLC0415 - not for the start

        worker = get_current_worker()
        intake = Intake(self.shelf.store)
        problems: list[str] = []
        try:
            for step in work(intake):
                problems += step.problems
                self.post_message(self.Stepped(step))
                if worker.is_cancelled:
                    break
        except LibraryError as error:
            problems.append(str(error))
        stopped = worker.is_cancelled
        self.post_message(self.Ended(intake.summary(), tuple(problems), stopped=stopped))

    # -- under way and over

    def on_jobs_stepped(self, event: Stepped) -> None:
        """Say how far it is."""
        step = event.step
        told = ngettext("{count} article", "{count} articles", step.done)
        told = told.format(count=format_number(step.done))
        told = labelled(step.source, told) if step.source else told
        if self._job is not None:
            self._say(_("{told} · Esc stops").format(told=told))
        self.articles_came()

    def on_jobs_ended(self, event: Ended) -> None:
        """Say what became of it."""
        self._job = None
        self._say("")
        if event.problems:
            self.say_problems(event.problems)
        self.notify(
            _("Stopped; what is in is kept: {summary}").format(summary=event.summary)
            if event.stopped
            else event.summary,
            markup=False,
        )
        self.articles_came()
        self.refresh_bindings()

    def _say(self, told: str) -> None:
        """Say it in the key line, if that is still there: who quits does not wait for a job."""
        for line in self.query(KeyLine):
            line.say(told)

    def parse_next(self) -> None:
        """Leave to what is under way what it will parse itself."""
        if self._job is None or self.is_awaited:
            super().parse_next()

    def action_stop(self) -> None:
        """Stop what is under way; what is in stays in."""
        if self._job is not None:
            self._job.cancel()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Stop only what is under way, from where Esc leads no further back."""
        if action == "stop":
            return self._job is not None and self.pane == "articles"
        if action == "complete":
            return self.shown is not None and self.shown.document.url is not None
        return super().check_action(action, parameters)
