"""What a list may show and in which order: its name, the choices, and where it was left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast, get_args

from tui.library.rows import Listing, Order, Show
from tui.locale import N_, _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.library.query import Query
    from tui.library.store import Counts, Source

SHOWS: dict[Show, str] = {
    "all": N_("All articles"),
    "unread": N_("Unread"),
    "starred": N_("Starred"),
    "changed": N_("Changed"),
    "quotes": N_("With quotes"),
    "figures": N_("With figures"),
}

ORDERS: dict[Order, str] = {
    "newest": N_("Newest first"),
    "oldest": N_("Oldest first"),
    "added": N_("As they were added"),
    "title": N_("By title"),
    "quotes": N_("Most quotes first"),
    "figures": N_("Most figures first"),
}

LANGUAGES = {"fr": N_("French"), "en": N_("English")}

FIRST = Listing(order="newest")
"""What a library shows that was never left."""


def language_name(code: str) -> str:
    """Name a language; by its code where there is no word for it here."""
    return _(LANGUAGES[code]) if code in LANGUAGES else code


def source_name(source: Source) -> str:
    """Name a source."""
    return source.name or _("added one by one")


def title(listing: Listing, sources: Sequence[Source]) -> str:
    """Say what a list shows: "Unread · Le Courrier · French · #eau"."""
    name = next((source_name(one) for one in sources if one.id == listing.source), None)
    parts = [
        _(SHOWS[listing.show]) if listing.show != "all" else "",
        name,
        language_name(listing.language) if listing.language else "",
        f"#{listing.tag}" if listing.tag else "",
        f"/{listing.query.text}" if listing.query else "",
        _(ORDERS[listing.order]) if listing.order != FIRST.order else "",
    ]
    return " · ".join(part for part in parts if part) or _("Articles")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reader left the library."""

    listing: Listing = FIRST
    article: int | None = None
    index: int = 0
    """Its place in the list."""
    count: int = 0
    """How long the list was."""

    def dump(self) -> str:
        """Write it for `Store.remember`."""
        listing = self.listing
        return json.dumps(
            {
                "show": listing.show,
                "order": listing.order,
                "source": listing.source,
                "language": listing.language,
                "tag": listing.tag,
                "query": listing.query.text if listing.query else None,
                "article": self.article,
                "index": self.index,
                "count": self.count,
            },
            ensure_ascii=False,
        )

    @classmethod
    def load(cls, text: str | None) -> Place:
        """Read what `dump` wrote; what makes no sense is as if it were not there."""
        try:
            told = json.loads(text or "{}")
        except ValueError:
            return cls()
        if not isinstance(told, dict):
            return cls()
        words = _text(told, "query")
        query = _parsed(words) if words else None
        if words and query is None:
            return cls()
        listing = Listing(
            cast("Show", _one_of(told, "show", get_args(Show), FIRST.show)),
            cast("Order", _one_of(told, "order", get_args(Order), FIRST.order)),
            _number(told, "source"),
            _text(told, "language"),
            _text(told, "tag"),
            query,
        )
        return cls(
            listing,
            _number(told, "article"),
            _number(told, "index") or 0,
            _number(told, "count") or 0,
        )


def _one_of(told: dict[str, Any], key: str, known: Sequence[str], otherwise: str) -> str:
    return told[key] if told.get(key) in known else otherwise


def _number(told: dict[str, Any], key: str) -> int | None:
    return told[key] if isinstance(told.get(key), int) else None


def _text(told: dict[str, Any], key: str) -> str | None:
    return told[key] if isinstance(told.get(key), str) else None


def choices(
    listing: Listing,
    counts: Counts,
    languages: Sequence[tuple[str, int]],
    tags: Sequence[tuple[str, int]],
) -> list[tuple[str, Listing, int | None, bool]]:
    """Give the lists that one may go to from this one: name, list, how many, whether a group ends.

    The numbers are those of the whole library.
    """
    groups: list[list[tuple[str, Listing, int | None]]] = [
        [
            (_(name), listing._replace(show=show), getattr(counts, show))
            for show, name in SHOWS.items()
        ],
        [
            (_("In any language"), listing._replace(language=None), None),
            *(
                (language_name(code), listing._replace(language=code), count)
                for code, count in languages
            ),
        ]
        if len(languages) > 1 or listing.language
        else [],
        [
            (_("With any tag or none"), listing._replace(tag=None), None),
            *((f"#{tag}", listing._replace(tag=tag), count) for tag, count in tags),
        ]
        if tags
        else [],
    ]
    return [
        (name, where, count, n == len(group) - 1)
        for group in groups
        for n, (name, where, count) in enumerate(group)
    ]


def _parsed(words: str) -> Query | None:
    """Read a query; None for what is none."""
    from tui.library.query import QueryError, parse  # noqa: PLC0415 - not for every start

    try:
        return parse(words)
    except QueryError:
        return None
