"""Whether what an export says of a text is so in the library: every offset, every hash."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.library.store import Store

Verdict = Literal["so", "earlier", "unknown", "outside", "other"]
"""so: these words stand there. earlier: they stood there, in an earlier version that is kept.
unknown: no article has or had a text of this hash. outside: the text ends before. other: there are
other words there."""


def text_of(store: Store) -> Callable[[str], tuple[str, bool] | None]:
    """Give a way to look a text up by its hash, with whether it is an earlier version.

    The text looked up last is kept: the pieces of an export mostly follow one another.
    """
    last: tuple[str, tuple[str, bool] | None] = ("", None)

    def look(text_hash: str) -> tuple[str, bool] | None:
        nonlocal last
        if last[0] != text_hash:
            last = (text_hash, _look(store, text_hash))
        return last[1]

    return look


def _look(store: Store, text_hash: str) -> tuple[str, bool] | None:
    try:
        key = bytes.fromhex(text_hash)
    except ValueError:
        return None
    with store.database.reading() as database:
        row = database.execute(
            "SELECT text, 0 FROM article JOIN body ON article_id = id WHERE text_hash = :key"
            " UNION ALL SELECT text, 1 FROM version WHERE text_hash = :key LIMIT 1",
            {"key": key},
        ).fetchone()
        return row and (row[0], bool(row[1]))


def judge(
    found: tuple[str, bool] | None, start: int, end: int, words: str | None, *, spaced: bool
) -> Verdict:
    """Say whether words stand at this place of a text that was looked up.

    Where not `spaced`, any run of spaces and line ends is one space.
    """
    if found is None:
        return "unknown"
    text, earlier = found
    if not 0 <= start < end <= len(text):
        return "outside"
    there = text[start:end]
    if words is not None and (words != there if spaced else words.split() != there.split()):
        return "other"
    return "earlier" if earlier else "so"
