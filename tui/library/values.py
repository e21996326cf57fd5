"""What the store answers: frozen values, safe to hand between threads; the lists' are in `rows`.

Named tuples, which take an eighth of the time to define: every start waits for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from tui.parser import Article, Document

SourceKind = Literal["single", "file", "folder", "feed"]

Sign = Literal["kept", "corrected"]
"""What the reader has done with a quote or figure; one that was dismissed is no longer there."""

SINGLE = 1
"""The source that holds what was added one by one."""

NOWHERE = frozenset({"-", "pasted"})
"""Origins that are no place: standard input and the clipboard never give the same article again."""

BEAT = 0.2
"""Seconds after which whoever brings articles says how far it is, so that it can be stopped."""


class Kept(NamedTuple):
    """An article out of the store, with what the reader needs to go on where they stopped."""

    id: int
    document: Document
    article: Article | None
    """None until it has been parsed by this version of the parser."""
    origin: str
    """The path or URL it came from; "-" for standard input, "pasted" for the clipboard."""
    position: int = 0
    """Offset of the first character that was on screen."""


class Source(NamedTuple):
    """Where articles come from, with how many it holds."""

    id: int
    kind: SourceKind
    address: str
    """An absolute path, or a URL; "" for what was added one by one."""
    name: str
    articles: int
    unread: int
    looked: str | None
    """When it was last read through: UTC, ISO 8601."""


class Counts(NamedTuple):
    """How many articles each list of the whole library holds."""

    all: int
    unread: int
    starred: int
    changed: int
    quotes: int
    figures: int


class Added(NamedTuple):
    """What became of a document that was added."""

    id: int
    outcome: Literal["new", "changed", "known"]


class Undone(NamedTuple):
    """An action that was taken back: its field has its old value again in these articles."""

    field: Literal["unread", "starred", "changed", "note", "tag", "people", "kept", "correction"]
    """people: names joined or parted. kept, correction: of evidence."""
    articles: tuple[int, ...]
    before: str | None
    after: str | None


class Version(NamedTuple):
    """What an article said before a source changed it."""

    id: int
    replaced: str
    """When it was replaced: UTC, ISO 8601."""
    document: Document


class About(NamedTuple):
    """What the reader has made of an article, and where it is found."""

    starred: bool
    changed: bool
    note: str
    tags: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    """Source and origin of each place; the source of what was added one by one is ""."""
    versions: int
    """How many earlier versions are kept."""


class Removed(NamedTuple):
    """What became of the articles of a source that was taken out."""

    gone: int
    stayed: int
    """Those with a star, a note or a tag, and those that another source has."""


class Signs(NamedTuple):
    """What the reader has done with the evidence of an article."""

    places: tuple[tuple[Sign, str, int, int], ...] = ()
    """What was done, with "quote" or "figure", by offsets into the article's text."""

    def of(self, kind: str, start: int, end: int) -> tuple[Sign, ...]:
        """Give what was done with the quote or figure that stands here."""
        done = (
            sign
            for sign, what, first, last in self.places
            if what == kind and first < end and start < last
        )
        return tuple(dict.fromkeys(done))
