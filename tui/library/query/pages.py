"""The pages that a query gives: articles with snippets, quotes and figures with their places.

The rarest condition with an index leads; where all are common, the order leads and the walk ends
with the page. So a page costs what is rare in the query, or what is on it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui.library.documents import date_of, paragraph_of
from tui.library.listing import COLUMNS, row_of
from tui.library.query.compiling import (
    Compiler,
    Condition,
    Subject,
    is_of_figures,
    marking,
    text_expression,
)
from tui.library.query.marks import Snippet, find_words, snippet
from tui.library.query.tree import SPOKEN, All, Node, Query, phrases
from tui.library.words import PLACES

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from tui.library.rows import Row
    from tui.parser import Figure, PartialDate, Quote

SearchOrder = Literal["newest", "rank"]
Evidence = Literal["quote", "figure"]

_NEWEST = "article_newest"

_SMALLER = ("article_starred", "article_changed", "article_language", "article_unread")
"""Indexes that hold part of the articles in the order of that one; those with the fewest first."""

FEW = 4000
"""Rows that may be sorted for a page."""

NEARBY = 300
"""How many articles are looked at one by one for words that are in at least this share of all."""

DENSE = 0.35

RANKED = 1000
"""How many of the last added articles that match are put in order of rank."""

Cursor = tuple[Any, ...]


class Hit(NamedTuple):
    """An article that answers a query."""

    row: Row
    snippet: Snippet
    title_marks: tuple[tuple[int, int], ...]

    @property
    def place(self) -> tuple[int, int] | None:
        """The first match in the snippet, by offsets into the document's text."""
        return self.snippet.marks[0] if self.snippet.marks else None


class Found(NamedTuple):
    """A quote or a figure that answers a query, with the article it stands in."""

    article: int
    n: int
    """Its place among its kind in the article."""
    title: str
    published: PartialDate | None
    source: str
    url: str | None
    item: Quote | Figure
    context: Snippet
    paragraph: int | None
    text_hash: str
    """Of the article's text, in hexadecimal."""
    corrected: bool
    """Whether it is so because the reader says so."""
    articles: int = 1
    """How many articles have the words of this quote."""
    values: int = 1
    """How many different values stand in this unit under the noun of this figure."""


class Page(NamedTuple):
    """A page of hits or of evidence; `after` asks for the next one, None where there is none."""

    items: tuple[Any, ...]
    after: Cursor | None


def condition(database: sqlite3.Connection, query: Query) -> tuple[str, dict[str, Any]]:
    """Give SQL that is true of the articles a query asks for, and its parameters."""
    compiler = Compiler(database)
    parts = [f"({part.test})" for part in compiler.conditions(query.asks)]
    return " AND ".join(parts) or "1", compiler.values


def count(database: sqlite3.Connection, query: Query) -> int:
    """Count the articles that a query asks for."""
    compiler = Compiler(database, purpose="count")
    conditions = compiler.conditions(query.asks)
    source, tests, _ = lead(compiler, conditions, "article")
    (number,) = database.execute(
        f"SELECT count(*) FROM {source} WHERE {tests}",  # noqa: S608
        compiler.values,
    ).fetchone()
    return int(number)


def articles(
    database: sqlite3.Connection, query: Query, order: SearchOrder, limit: int, after: Cursor | None
) -> Page:
    """Give a page of articles."""
    compiler = Compiler(database)
    conditions = compiler.conditions(query.asks)
    words = _text_of(query)
    if order == "rank" and words:
        rows, cursor = _ranked(database, compiler, conditions, words, limit=limit, after=after)
    else:
        rows, cursor = _newest(database, compiler, conditions, limit, after=after)
    return Page(
        tuple(_hit(database, row_of(tuple(row)), text, query) for *row, text in rows), cursor
    )


def shown(database: sqlite3.Connection, query: Query, ids: list[int]) -> list[Hit]:
    """Show articles as answers to a query."""
    return [_hit(database, row_of(tuple(row)), text, query) for *row, text in _rows(database, ids)]


def matches(query: Query, text: str) -> list[tuple[int, int]]:
    """Give where the words that a query wants stand in a text, every one of them."""
    anywhere = [phrase for phrase in phrases(query.asks) if phrase.column == "any"]
    return find_words(text, marking(anywhere), most=len(text)) if anywhere else []


def lead(
    compiler: Compiler, conditions: list[Condition], subject: Subject
) -> tuple[str, str, bool]:
    """Give FROM and WHERE, and whether a condition leads rather than the date."""
    rarest: tuple[int, Condition | None] = (FEW, None)
    for part in conditions:
        if part.rows is not None:
            number = compiler.count(part.rows, FEW)
            if number < rarest[0]:
                rarest = (number, part)
    leading = rarest[1]
    tests = " AND ".join(f"({part.test})" for part in conditions if part is not leading) or "1"
    if leading is not None:
        return _led(leading, subject), tests, True
    own = {part.index for part in conditions if part.index}
    index = next((name for name in _SMALLER if name in own), _NEWEST)
    return f"article INDEXED BY {index}{_joined(subject)}", tests, False


def _led(leading: Condition, subject: Subject) -> str:
    """Give FROM with the rows of a condition in front."""
    if leading.of == "article":
        rows = f"WITH leading (lead) AS ({leading.rows}) SELECT DISTINCT lead FROM leading"  # noqa: S608
        return f"({rows}) CROSS JOIN article ON article.id = lead{_joined(subject)}"
    if leading.of == "quote":
        rows = f"SELECT rowid / {PLACES} AS lead, rowid % {PLACES} AS place FROM ({leading.rows})"  # noqa: S608
    else:
        rows = f"WITH leading (lead, place) AS ({leading.rows}) SELECT lead, place FROM leading"  # noqa: S608
    return (
        f"({rows}) CROSS JOIN article ON article.id = lead"
        f" CROSS JOIN {subject} ON {subject}.article_id = lead AND {subject}.n = place"
    )


def _joined(subject: Subject) -> str:
    """Join the quotes or figures of an article to it."""
    if subject == "article":
        return ""
    return f" CROSS JOIN {subject} ON {subject}.article_id = article.id"


def _newest(
    database: sqlite3.Connection,
    compiler: Compiler,
    conditions: list[Condition],
    limit: int,
    *,
    after: Cursor | None,
) -> tuple[list[Any], Cursor | None]:
    past = "1"
    if after:
        date, id = (compiler.value(key) for key in after)
        past = f"(article.sort_key, article.id) < ({date}, {id})"
    keys = _nearby(compiler, conditions, past, limit + 1)
    if len(keys) <= limit:
        source, tests, _ = lead(compiler, conditions, "article")
        keys = compiler.select(
            f"SELECT article.sort_key, article.id FROM {source} WHERE {tests} AND {past}"  # noqa: S608
            f" ORDER BY article.sort_key DESC, article.id DESC LIMIT {limit + 1:d}"
        )
    rows = _rows(database, [id for _, id in keys[:limit]])
    return rows, keys[limit - 1] if len(keys) > limit else None


def _nearby(compiler: Compiler, conditions: list[Condition], past: str, limit: int) -> list[Any]:
    """Give the answers among the next few articles, where the words are in so many that a page of
    them is likely there: each is looked at by itself, and no list is made of all that have them.
    """
    told = next((part for part in conditions if part.match and part.rows), None)
    tests = [part.test for part in conditions if part is not told]
    listed = any("SELECT" in test for test in tests)  # it would be made anew for each article
    if told is None or listed or not compiler.is_dense(told, FEW, DENSE):
        return []
    nearest = compiler.select(
        f"SELECT sort_key, id FROM article INDEXED BY {_NEWEST} WHERE {past}"  # noqa: S608
        f" ORDER BY sort_key DESC, id DESC LIMIT {NEARBY:d}"
    )
    this = compiler.value(0)
    tests += [f"EXISTS ({told.rows} AND rowid = {this})", f"article.id = {this}"]
    asked = f"SELECT 1 FROM article WHERE {' AND '.join(f'({test})' for test in tests)}"  # noqa: S608
    found: list[Any] = []
    for place in nearest:
        compiler.values[this[1:]] = place[1]
        if compiler.select(asked):
            found.append(place)
            if len(found) == limit:
                break
    return found


def _ranked(
    database: sqlite3.Connection,
    compiler: Compiler,
    conditions: list[Condition],
    words: str,
    *,
    limit: int,
    after: Cursor | None,
) -> tuple[list[Any], Cursor | None]:
    (first,) = after or (0,)
    told = next((part for part in conditions if part.match), None)
    match = told.match if told else compiler.value(words)
    tests = " AND ".join(f"({part.test})" for part in conditions if part is not told) or "1"
    ids = database.execute(
        f"SELECT id FROM (SELECT word.rowid AS id, bm25(word, 8, 2, 1) AS score"  # noqa: S608
        f" FROM word CROSS JOIN article ON article.id = word.rowid"
        f" WHERE word MATCH {match} AND {tests} ORDER BY word.rowid DESC LIMIT {RANKED:d})"
        f" ORDER BY score, id DESC LIMIT {limit + 1:d} OFFSET {first:d}",
        compiler.values,
    ).fetchall()
    more = len(ids) > limit
    return _rows(database, [id for (id,) in ids[:limit]]), (first + limit,) if more else None


def _rows(database: sqlite3.Connection, ids: list[int]) -> list[Any]:
    query = (
        f"SELECT {COLUMNS}, (SELECT text FROM body WHERE article_id = article.id)"  # noqa: S608
        " FROM article WHERE id = ?"
    )
    return [database.execute(query, (id,)).fetchone() for id in ids]


def _text_of(query: Query) -> str | None:
    """Give an FTS5 expression of any of the words that are wanted."""
    ways = [way for phrase in phrases(query.asks) if (way := text_expression(phrase))]
    return " OR ".join(ways) or None


def _hit(database: sqlite3.Connection, row: Row, text: str, query: Query) -> Hit:
    wanted = phrases(query.asks)
    anywhere = marking([phrase for phrase in wanted if phrase.column == "any"])
    in_title = marking([phrase for phrase in wanted if phrase.column in ("any", "title")])
    marks = find_words(text, anywhere) if anywhere else []
    if not marks:
        marks = _evidence_marks(database, row.id, query)
    titled = find_words(row.title, in_title) if in_title else []
    return Hit(row, snippet(text, marks, _after_title(text, row.title)), tuple(titled))


def _after_title(text: str, title: str) -> int:
    """Give where a text goes on after its title."""
    if not title or not text.startswith(title):
        return 0
    return len(text) - len(text[len(title) :].lstrip())


def _evidence_marks(
    database: sqlite3.Connection, article: int, query: Query
) -> list[tuple[int, int]]:
    """Give where the first quote or figure stands that the query speaks of."""
    asks = query.asks
    nodes = asks.nodes if isinstance(asks, All) else (asks,) if asks else ()
    kinds: tuple[tuple[Evidence, Callable[[Node], bool]], ...] = (
        ("quote", _is_of_quotes),
        ("figure", is_of_figures),
    )
    for subject, ours in kinds:
        told = tuple(node for node in nodes if ours(node))
        if told:
            compiler = Compiler(database, subject, "one")
            tests = " AND ".join(
                f"({p.test})" for p in compiler.conditions(All(told) if len(told) > 1 else told[0])
            )
            row = database.execute(
                f"SELECT start, stop FROM {subject} CROSS JOIN article ON article.id = article_id"  # noqa: S608
                f" WHERE {subject}.article_id = {compiler.value(article)} AND {tests}"
                f" ORDER BY {subject}.n LIMIT 1",
                compiler.values,
            ).fetchone()
            if row:
                return [row]
    return []


def _is_of_quotes(node: Node) -> bool:
    wanted = phrases(node)
    return bool(wanted) and all(phrase.column in SPOKEN for phrase in wanted)


def found(database: sqlite3.Connection, subject: Evidence, id: int, n: int) -> Found:
    """Show a quote or a figure with the article it stands in."""
    from tui.library.evidence import one  # noqa: PLC0415 - needs the parser's values

    title, published, source, url, text, blocks, words = database.execute(
        "SELECT title, published, label, url, text, blocks, text_hash"
        " FROM article JOIN body ON article_id = id WHERE id = ?",
        (id,),
    ).fetchone()
    item = one(database, subject, id, n, text)
    context = snippet(text, [(item.start, item.end)])
    paragraph = paragraph_of(blocks, item.start)
    corrected = database.execute(
        "SELECT 1 FROM correction WHERE article_id = ? AND kind = ? AND changes IS NOT NULL"
        " AND start < ? AND stop > ?",
        (id, subject, item.end, item.start),
    ).fetchone()
    return Found(
        id, n, title, date_of(published), source, url, item, context, paragraph, words.hex(),
        corrected is not None,
    )  # fmt: skip
