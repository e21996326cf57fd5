"""How English labels title, date and author."""

from __future__ import annotations

from tui.parser.languages.masthead import Masthead

MASTHEAD = Masthead(
    titles=frozenset({"title", "headline"}),
    dates=frozenset({"date", "published", "published on", "posted", "posted on"}),
    updates=frozenset({"updated", "updated on", "last updated", "modified"}),
    authors=frozenset({"author", "authors", "byline"}),
    credits=frozenset({"photo", "photo credit", "image", "source", "url", "section"}),
    by=frozenset({"by", "story by"}),
    agencies=frozenset(
        {"reuters", "ap", "the associated press", "the canadian press", "bloomberg"}
    ),
)
