"""What the commands that read articles share: their arguments, and articles written one by one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.locale import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tui.extraction.work import Done, Form, Job

    Engine = Callable[[Iterable[Job]], Iterator[Done]]


def add_article_arguments(parser: argparse.ArgumentParser) -> None:
    """Take paths and a language."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar=_("PATH"),
        help=_("a file, a folder, the address of a page or a feed, or - for standard input"),
    )
    add_private_argument(parser)
    parser.add_argument(
        "--lang",
        choices=("fr", "en"),
        help=_("the language of the articles; without it, each tells by itself"),
    )


def add_private_argument(parser: argparse.ArgumentParser) -> None:
    """Let addresses of one's own network through."""
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help=_("fetch from this machine and its network too, not from the Internet alone"),
    )


class Reading:
    """Articles of paths, written as they are asked for.

    Each failure is said on standard error where it happens; `failed` counts them.
    """

    def __init__(
        self,
        paths: Sequence[str],
        language: str | None,
        form: Form,
        *,
        allow_private: bool = False,
    ) -> None:
        self.failed = 0
        self._allow_private = allow_private
        self._paths = paths
        self._language = language
        self._form = form

    def written(self, engine: Engine) -> Iterator[str]:
        """Give the evidence of each article that has not failed, in order."""
        for done in engine(self._jobs()):
            if done.fault is None:
                yield done.written
            elif done.died:
                self._fail(
                    _("{name}: lost with its process ({fault}); the others go on").format(
                        name=done.origin, fault=done.fault
                    )
                )
            else:
                self._fail(
                    _("{name}: the parser failed ({fault}); please report it").format(
                        name=done.origin, fault=done.fault
                    )
                )

    def _jobs(self) -> Iterator[Job]:
        from dataclasses import replace  # noqa: PLC0415 - not for --help

        from tui.extraction.work import Job  # noqa: PLC0415
        from tui.sources.files import SourceError, load  # noqa: PLC0415

        for item in load(self._paths, allow_private=self._allow_private):
            if isinstance(item, SourceError):
                self._fail(str(item))
                continue
            if item.notice:
                complain(item.notice)
            document = item.document
            if self._language:
                document = replace(document, language=self._language)
            yield Job(document, item.origin, self._form)

    def _fail(self, message: str) -> None:
        self.failed += 1
        complain(message)


def here(jobs: Iterable[Job]) -> Iterator[Done]:
    """Do the jobs in this process."""
    from tui.extraction.work import extract  # noqa: PLC0415 - not for --help

    return map(extract, jobs)


def complain(message: str) -> None:
    """Say on standard error, in one line, what went wrong."""
    print(f"newsreader: {message}", file=sys.stderr, flush=True)
