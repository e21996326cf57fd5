"""Evidence as plain values, with all that it takes to cite it and to find it again.

`text[start:end]` of the article whose text has the hash `text_hash` is what is quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.library.clippings import Clipping
    from tui.library.query.pages import Found
    from tui.parser import Figure, PartialDate, Quote

PLACE = (
    *("article", "title", "published", "source", "url", "start", "end", "text"),
    *("paragraph", "text_hash"),
)
"""Where it stands."""

QUOTE = ("kind", "speaker", "role", "how", "cue", "date")
FIGURE = ("value", "high", "unit", "per", "bound", "of", "change")
KEPT = ("type", "note", "tags", "kept", "edited")
"""`type` is quote, figure or sentence; `edited` says that the article has other words there now."""

QUOTES = (*PLACE, *QUOTE)
FIGURES = (*PLACE, *FIGURE, "context")
CLIPPINGS = (*PLACE, *KEPT, *QUOTE, *FIGURE)


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
