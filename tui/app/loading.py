"""Articles that are opened without being kept, a few at a time: what is there is shown early."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from os import PathLike

    from tui.library.store import Store
    from tui.parser import Document

BATCH = 50
"""Articles added at once, at most."""

BATCH_SECONDS = 0.2
"""How long an article waits for others, at most; the first does not wait."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Articles that are now in the store, by their ids, and what went wrong since the last."""

    articles: Sequence[int]
    problems: Sequence[str]
    """A line each, safe to show."""


def load_into(store: Store, paths: Iterable[str | PathLike[str]]) -> Iterator[Batch]:
    """Read the files, the samples where none are named, and yield as they are added."""
    from tui.intake import place_of  # noqa: PLC0415 - after first paint
    from tui.sources.files import SourceError, load, samples  # noqa: PLC0415

    waiting: list[tuple[Document, str]] = []
    problems: list[str] = []
    due = 0.0
    for loaded in load(paths or samples()):
        if isinstance(loaded, SourceError):
            problems.append(str(loaded))
            continue
        waiting.append((loaded.document, place_of(loaded)))
        if loaded.notice:
            problems.append(loaded.notice)
        if len(waiting) >= BATCH or time.monotonic() >= due:
            yield Batch(store.add(waiting), problems)
            waiting, problems, due = [], [], time.monotonic() + BATCH_SECONDS
    if waiting or problems:
        yield Batch(store.add(waiting), problems)


def load_pasted(store: Store, text: str) -> Batch:
    """Add text that was pasted, as it came from the terminal."""
    from tui.parser import Document  # noqa: PLC0415 - after first paint
    from tui.text.clean import clean  # noqa: PLC0415

    return Batch(store.add([(Document.plain(clean(text)), "pasted")]), [])
