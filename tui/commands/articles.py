"""What the commands that read articles share: their arguments, and articles parsed one by one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tui.locale import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence

    from tui.parser import Article


def add_article_arguments(parser: argparse.ArgumentParser) -> None:
    """Take paths and a language."""
    parser.add_argument(
        "paths",
        nargs="+",
        metavar=_("PATH"),
        help=_("a file (.txt, .md, .jsonl), a folder, or - for standard input"),
    )
    parser.add_argument(
        "--lang",
        choices=("fr", "en"),
        help=_("the language of the articles; without it, each tells by itself"),
    )


def read_articles(
    paths: Sequence[str], language: str | None
) -> tuple[Iterator[tuple[Article, str]], list[str]]:
    """Give the articles with their sources as they are asked for, and the list of failures.

    Each failure is said on standard error where it happens, and is in the list once the articles
    have been asked for.
    """
    failures: list[str] = []
    return _articles(paths, language, failures), failures


def _articles(
    paths: Sequence[str], language: str | None, failures: list[str]
) -> Iterator[tuple[Article, str]]:
    from dataclasses import replace  # noqa: PLC0415 - not for --help

    from tui.parser import parse  # noqa: PLC0415
    from tui.sources.files import SourceError, load  # noqa: PLC0415
    from tui.text.clean import clean_line  # noqa: PLC0415

    for item in load(paths):
        if isinstance(item, SourceError):
            failures.append(str(item))
            complain(failures[-1])
            continue
        if item.notice:
            complain(item.notice)
        document = item.document
        if language:
            document = replace(document, language=language)
        try:
            article = parse(document)
        except Exception as error:  # noqa: BLE001 - a fault costs one article, not the batch
            fault = f"{type(error).__name__}: {clean_line(str(error))}"
            failures.append(
                _("{name}: the parser failed ({fault}); please report it").format(
                    name=item.origin, fault=fault
                )
            )
            complain(failures[-1])
            continue
        yield article, item.origin


def complain(message: str) -> None:
    """Say on standard error, in one line, what went wrong."""
    print(f"newsreader: {message}", file=sys.stderr, flush=True)
