"""Evidence as plain values, with all that it takes to cite it and to find it again.

`text[start:end]` of the article whose text has the hash `text_hash` is what is quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.library import clippings
from tui.library.documents import paragraph_of
from tui.library.query import pages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.library.clippings import Clipping
    from tui.library.query.pages import Evidence, Found
    from tui.library.store import Store
    from tui.parser import Figure, PartialDate, Quote

PLACE = (
    *("article", "title", "published", "source", "url", "start", "end", "text"),
    *("paragraph", "text_hash"),
)
"""Where it stands."""

QUOTE = ("kind", "speaker", "role", "how", "cue", "date")
FIGURE = ("value", "high", "unit", "per", "bound", "of", "change")
CORRECTED = ("corrected",)
"""Whether some of it is so because the reader says so."""
KEPT = ("type", "note", "tags", "kept", "edited")
"""`type` is quote, figure or sentence; `edited` says that the article has other words there now."""

QUOTES = (*PLACE, *QUOTE, *CORRECTED)
FIGURES = (*PLACE, *FIGURE, *CORRECTED, "context")
CLIPPINGS = (*PLACE, *KEPT, *QUOTE, *FIGURE, *CORRECTED)


def quote(found: Found) -> dict[str, Any]:
    """Give a quote with its place, under the names in `QUOTES`."""
    return _place(found, found.item) | {"type": "quote"} | _of_quote(found.item)


def figure(found: Found) -> dict[str, Any]:
    """Give a figure with its place, under the names in `FIGURES`."""
    context = " ".join(found.context.text.split())
    return (
        _place(found, found.item) | {"type": "figure", "context": context} | _of_figure(found.item)
    )


def clipping(kept: Clipping) -> dict[str, Any]:
    """Give what is kept with its place, under the names in `CLIPPINGS`.

    Without a place it has the words as they were kept; with one, those that are there now.
    """
    from tui.parser.article import Quote  # noqa: PLC0415 - not for the list's first page

    item = kept.item
    return (
        dict.fromkeys(CLIPPINGS)
        | {
            "article": kept.article,
            "title": kept.title,
            "published": _date(kept.published),
            "source": kept.source,
            "url": kept.url,
            "start": kept.start,
            "end": kept.end,
            "text": kept.words if kept.start is None else kept.now,
            "paragraph": kept.paragraph,
            "text_hash": kept.text_hash if kept.start is not None else None,
            "type": kept.kind,
            "note": kept.note,
            "tags": ", ".join(kept.tags),
            "kept": kept.kept,
            "edited": kept.edited,
        }
        | ({} if item is None else _of_quote(item) if isinstance(item, Quote) else _of_figure(item))
    )


def all_of(store: Store, article: int) -> Iterator[dict[str, Any]]:
    """Give all quotes of an article, then all figures."""
    kinds: tuple[Evidence, ...] = ("quote", "figure")
    with store.database.reading() as database:
        for kind in kinds:
            make = quote if kind == "quote" else figure
            for (n,) in database.execute(
                f"SELECT n FROM {kind} WHERE article_id = ? ORDER BY n",  # noqa: S608
                (article,),
            ).fetchall():
                yield make(pages.found(database, kind, article, n))


def at(store: Store, article: int, start: int, end: int) -> list[dict[str, Any]]:
    """Give the quotes and figures that take up just this stretch of an article."""
    return [one for one in all_of(store, article) if (one["start"], one["end"]) == (start, end)]


def stretch(store: Store, article: int, start: int, end: int) -> dict[str, Any]:
    """Give any stretch of an article with its place."""
    with store.database.reading() as database:
        title, published, source, url, text, blocks, text_hash = database.execute(
            "SELECT title, published, label, url, text, blocks, text_hash"
            " FROM article JOIN body ON article_id = id WHERE id = ?",
            (article,),
        ).fetchone()
    values = (
        *(article, title, published, source, url, start, end, text[start:end]),
        *(paragraph_of(blocks, start), text_hash.hex()),
    )
    nothing = dict.fromkeys(CLIPPINGS)
    return nothing | dict(zip(PLACE, values, strict=True)) | {"type": "sentence"}


def all_kept(store: Store) -> Iterator[dict[str, Any]]:
    """Give all that is kept, the latest first."""
    return map(clipping, clippings.every(store))


def _place(found: Found, item: Quote | Figure) -> dict[str, Any]:
    return {
        "article": found.article,
        "title": found.title,
        "published": _date(found.published),
        "source": found.source,
        "url": found.url,
        "start": item.start,
        "end": item.end,
        "text": item.text,
        "paragraph": found.paragraph,
        "text_hash": found.text_hash,
        "corrected": found.corrected,
    }


def _of_quote(item: Any) -> dict[str, Any]:
    speaker = item.speaker
    return {
        "kind": item.kind,
        "speaker": speaker and speaker.name,
        "role": speaker and speaker.role,
        "how": speaker and speaker.how,
        "cue": item.cue and item.cue.text,
        "date": _date(item.date),
    }


def _of_figure(item: Any) -> dict[str, Any]:
    return {
        "value": item.value,
        "high": item.high,
        "unit": item.unit,
        "per": item.per,
        "bound": item.bound,
        "of": item.of and item.of.text,
        "change": item.change,
    }


def _date(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None
