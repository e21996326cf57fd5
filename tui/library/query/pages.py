"""The pages that a query gives: articles with snippets, quotes and figures with their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from tui.library.documents import date_of, paragraph_of
from tui.library.listing import COLUMNS, row_of
from tui.library.query import planning
from tui.library.query.compiling import (
    Compiler,
    is_begun,
    is_of_figures,
    marking,
    text_expression,
)
from tui.library.query.marks import Snippet, find_words, snippet
from tui.library.query.planning import all_of, index_of
from tui.library.query.tree import SPOKEN, Node, Query, join, parts, phrases
from tui.library.reader_rows import signs

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from tui.library.rows import Row
    from tui.parser import Figure, PartialDate, Quote

SearchOrder = Literal["newest", "rank"]
Evidence = Literal["quote", "figure"]

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
    kept: bool = False
    """Whether the reader keeps it."""


class Page(NamedTuple):
    """A page of hits or of evidence; `after` asks for the next one, None where there is none."""

    items: tuple[Any, ...]
    after: Cursor | None


def condition(database: sqlite3.Connection, query: Query) -> tuple[str, dict[str, Any]]:
    """Give SQL that is true of the articles a query asks for, and its parameters."""
    compiler = Compiler(database)
    return all_of(compiler.conditions(query.asks)), compiler.values


def count(database: sqlite3.Connection, query: Query) -> int:
    """Count the articles that a query asks for."""
    compiler = Compiler(database, purpose="count")
    conditions = compiler.conditions(query.asks)
    if len(conditions) == 1 and conditions[0].in_order and conditions[0].rows:
        [(number,)] = compiler.select(f"SELECT count(*) FROM ({conditions[0].rows})")  # noqa: S608
    else:
        _, source, tests = planning.plan(compiler, query.asks, "article", patient=False)
        [(number,)] = compiler.select(f"SELECT count(*) FROM {source} WHERE {tests}")  # noqa: S608
    return int(number)


def articles(
    database: sqlite3.Connection,
    query: Query,
    order: SearchOrder,
    *,
    limit: int,
    after: Cursor | None,
    reverse: bool = False,
) -> Page:
    """Give a page of articles; in `reverse`, the last in the order come first, but for "rank"."""
    words = _text_of(query)
    if order == "rank" and words:
        rows, cursor = _ranked(database, query, words, limit, after)
    else:
        rows, cursor = _newest(database, query, limit, after, _Way(reverse))
    return Page(_hits(database, rows, query), cursor)


def shown(database: sqlite3.Connection, query: Query, ids: list[int]) -> list[Hit]:
    """Show articles as answers to a query."""
    return list(_hits(database, _rows(database, ids), query))


def matches(query: Query, text: str) -> list[tuple[int, int]]:
    """Give where the words that a query wants stand in a text, every one of them."""
    anywhere = [phrase for phrase in phrases(query.asks) if phrase.column == "any"]
    return find_words(text, marking(anywhere), most=len(text)) if anywhere else []


class _Way(NamedTuple):
    """The newest first, or in `reverse`."""

    reverse: bool

    @property
    def order(self) -> str:
        """Give ORDER BY."""
        way = "ASC" if self.reverse else "DESC"
        return f"article.sort_key {way}, article.id {way}"

    def past(self, compiler: Compiler, after: Cursor | None) -> str:
        """Say that an article comes after the one at which the last page ended."""
        if after is None:
            return "1"
        date, id = (compiler.value(key) for key in after)
        sign = ">" if self.reverse else "<"
        return f"(article.sort_key, article.id) {sign} ({date}, {id})"


def _newest(
    database: sqlite3.Connection, query: Query, limit: int, after: Cursor | None, way: _Way
) -> tuple[list[Any], Cursor | None]:
    compiler = Compiler(database)
    strategy, source, tests = planning.plan(compiler, query.asks, "article", patient=False)
    keys = _probed(database, query, limit + 1, after, way) if strategy == "probed" else []
    if len(keys) <= limit:
        keys = compiler.select(
            f"SELECT article.sort_key, article.id FROM {source}"  # noqa: S608
            f" WHERE {tests} AND {way.past(compiler, after)}"
            f" ORDER BY {way.order} LIMIT {limit + 1:d}"
        )
    rows = _rows(database, [id for _, id in keys[:limit]])
    return rows, keys[limit - 1] if len(keys) > limit else None


def _probed(
    database: sqlite3.Connection, query: Query, limit: int, after: Cursor | None, way: _Way
) -> list[Any]:
    """Give the answers among the next few articles, looked at one after the other."""
    compiler = Compiler(database, purpose="one")
    conditions = compiler.conditions(query.asks)
    within = [part for part in conditions if part.index]
    others = [part for part in conditions if not part.index]
    return compiler.select(
        "SELECT article.sort_key, article.id FROM ("  # noqa: S608
        f"SELECT id AS near FROM article INDEXED BY {index_of(within)}"
        f" WHERE {all_of(within)} AND {way.past(compiler, after)}"
        f" ORDER BY {way.order} LIMIT {planning.NEARBY:d})"
        f" CROSS JOIN article ON article.id = near WHERE {all_of(others)} LIMIT {limit:d}"
    )


def _ranked(
    database: sqlite3.Connection, query: Query, words: str, limit: int, after: Cursor | None
) -> tuple[list[Any], Cursor | None]:
    compiler = Compiler(database)
    conditions = compiler.conditions(query.asks)
    (first,) = after or (0,)
    told = next((part for part in conditions if part.match), None)
    match = told.match if told else compiler.value(words)
    tests = all_of(part for part in conditions if part is not told)
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


def _hits(database: sqlite3.Connection, rows: list[Any], query: Query) -> tuple[Hit, ...]:
    """Show articles as answers: where its words are not in the text, where its evidence stands."""
    wanted = phrases(query.asks)
    anywhere = marking([phrase for phrase in wanted if phrase.column == "any"])
    in_title = marking([phrase for phrase in wanted if phrase.column in ("any", "title")])
    marks = {row[0]: find_words(row[-1], anywhere) if anywhere else [] for row in rows}
    bare = [id for id, found in marks.items() if not found]
    told = _evidence_marks(database, bare, query) if bare else {}
    hits = []
    for *columns, text in rows:
        row = row_of(tuple(columns))
        titled = find_words(row.title, in_title) if in_title else []
        marked = marks[row.id] or told.get(row.id, [])
        passage = snippet(text, marked, _after_title(text, row.title))
        hits.append(Hit(row, passage, tuple(titled)))
    return tuple(hits)


def _after_title(text: str, title: str) -> int:
    """Give where a text goes on after its title."""
    if not title or not text.startswith(title):
        return 0
    return len(text) - len(text[len(title) :].lstrip())


def _evidence_marks(
    database: sqlite3.Connection, articles: list[int], query: Query
) -> dict[int, list[tuple[int, int]]]:
    """Give where the first quote or figure stands that the query speaks of, in each article."""
    kinds: tuple[tuple[Evidence, Callable[[Node], bool]], ...] = (
        ("figure", is_of_figures),
        ("quote", _is_of_quotes),
    )
    marks: dict[int, list[tuple[int, int]]] = {}
    for subject, ours in kinds:
        told = [node for node in parts(query.asks) if ours(node)]
        if told:
            compiler = Compiler(database, subject, "page" if is_begun(told, 0) else "one")
            tests = all_of(compiler.conditions(join(told)))
            source = planning.led(compiler, "article", articles, subject)
            marks |= {
                id: [(start, stop)]
                for id, start, stop, _first in compiler.select(
                    f"SELECT article.id, start, stop, min({subject}.n)"  # noqa: S608
                    f" FROM {source} WHERE {tests} GROUP BY article.id"
                )
            }
    return marks


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
    done = signs(database, id).of(subject, item.start, item.end)
    return Found(
        id, n, title, date_of(published), source, url, item, context, paragraph, words.hex(),
        "corrected" in done, kept="kept" in done,
    )  # fmt: skip
