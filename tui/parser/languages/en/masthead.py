"""How English labels title, date and author."""

from __future__ import annotations

from tui.parser.languages.masthead import Masthead

MASTHEAD = Masthead(
    titles=frozenset({"title", "headline"}),
    dates=frozenset({"date", "published", "published on", "posted", "posted on"}),
    updates=frozenset({"updated", "updated on", "last updated", "modified"}),
    authors=frozenset({"author", "authors", "byline"}),
    credits=frozenset({"photo", "photo credit", "image", "source", "url", "section"}),
    asides=frozenset(
        {
            "read more:",
            "read also:",
            "relevant reading:",
            "related:",
            "watch:",
            "watch |",
            "watch below:",
            "look:",
            "listen:",
            "listen |",
            "earlier:",
            "see also:",
            "story continues below",
            "article continued below",
            "article continues below",
            "open this photo in gallery",
        }
    ),
    by=frozenset({"by", "story by"}),
    agencies=frozenset(
        {"reuters", "ap", "the associated press", "the canadian press", "bloomberg"}
    ),
)
