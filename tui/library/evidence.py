"""The evidence of an article as rows, and back the same: offsets, since the words are in `body`."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from tui.library import sayings
from tui.library.documents import date_of, iso
from tui.library.people import register
from tui.library.words import index_quotes, unindex_quotes
from tui.parser.article import (
    Article,
    DateMention,
    Figure,
    Magnitude,
    Person,
    Quote,
    Span,
    Speaker,
)
from tui.text.find import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from tui.parser import Document

_TABLES = {"quote": 14, "term": 4, "figure": 15, "date_mention": 5, "person": 7}
"""The tables and how many columns the evidence takes; those after them are made from it."""

_LAST = 2**62


def forget(database: sqlite3.Connection, article: int) -> None:
    """Take the evidence of an article out, for its text is another now."""
    if _parsed(database, article):
        unindex_quotes(database, article)
        register.leave(database, article)
        for table in _TABLES:
            database.execute(f"DELETE FROM {table} WHERE article_id = ?", (article,))  # noqa: S608
    database.execute(
        "UPDATE article SET parser_version = NULL, quotes = NULL, figures = NULL WHERE id = ?",
        (article,),
    )


def _parsed(database: sqlite3.Connection, article: int) -> bool:
    row = database.execute("SELECT parser_version FROM article WHERE id = ?", (article,)).fetchone()
    return row is not None and row[0] is not None


def write(
    database: sqlite3.Connection, articles: Iterable[tuple[int, Article]], version: int
) -> None:
    """Put the evidence of articles in the place of what was found before."""
    parsed = dict(articles)
    for id, article in parsed.items():
        if _parsed(database, id):
            forget(database, id)
        _insert(database, id, article, version)
    register.enter(database, parsed)
    index_quotes(database, parsed)


def _insert(database: sqlite3.Connection, id: int, article: Article, version: int) -> None:
    database.executemany(
        "INSERT INTO quote VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        (
            (id, n, *quote_row(quote), sayings.key_of(quote.text))
            for n, quote in enumerate(article.quotes)
        ),
    )
    database.executemany(
        "INSERT INTO term VALUES (?, ?, ?, ?)",
        ((id, n, term.start, term.end) for n, term in enumerate(article.terms)),
    )
    database.executemany(
        "INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((id, n, *figure_row(figure)) for n, figure in enumerate(article.figures)),
    )
    database.executemany(
        "INSERT INTO date_mention VALUES (?, ?, ?, ?, ?)",
        ((id, n, date.start, date.end, iso(date.date)) for n, date in enumerate(article.dates)),
    )
    database.executemany(
        "INSERT INTO person VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_person_row(id, n, person) for n, person in enumerate(article.people)),
    )
    database.execute(
        "UPDATE article SET parser_version = ?, language = ?, quotes = ?, figures = ? WHERE id = ?",
        (version, article.language, len(article.quotes), len(article.figures), id),
    )


def read(
    database: sqlite3.Connection,
    id: int,
    document: Document,
    language: str | None,
) -> Article:
    """Put an article together from its document and its rows."""
    return Article(
        document,
        language,
        tuple(_quotes(database, id, document.text)),
        tuple(
            Span.of(document.text, start, stop)
            for start, stop in database.execute(
                "SELECT start, stop FROM term WHERE article_id = ? ORDER BY n", (id,)
            )
        ),
        tuple(_figures(database, id, document.text)),
        tuple(_dates(database, id, document.text)),
        tuple(_people(database, id, document.text)),
    )


def dump(database: sqlite3.Connection, id: int) -> dict[str, list[list[object]]]:
    """Give the rows of an article as they are, without its number."""
    return {
        table: [
            list(row[1:width])
            for row in database.execute(
                f"SELECT * FROM {table} WHERE article_id = ? ORDER BY n",  # noqa: S608
                (id,),
            )
        ]
        for table, width in _TABLES.items()
    }


def load(database: sqlite3.Connection, id: int, rows: dict[str, list[list[object]]]) -> None:
    """Put back what `dump` gave, under a number of this library."""
    for table, width in _TABLES.items():
        marks = ", ".join(["?"] * width + ["NULL"] * (2 if table == "quote" else 0))
        database.executemany(
            f"INSERT INTO {table} VALUES ({marks})",  # noqa: S608
            [(id, *row) for row in rows[table]],
        )
    sayings.enter(database, id)
    register.enter(database, [id])
    index_quotes(database, [id])


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _maybe_span(text: str, start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span.of(text, start, stop)


def quote_row(quote: Quote) -> tuple[object, ...]:
    """Give the columns of a quote after its place."""
    speaker = quote.speaker
    who = (
        (speaker.name, _key(speaker.name), speaker.role, speaker.start, speaker.end, speaker.how)
        if speaker
        else (None,) * 6
    )
    return (quote.start, quote.end, quote.kind, *who, *_ends(quote.cue), iso(quote.date))


def one(
    database: sqlite3.Connection, kind: Literal["quote", "figure"], id: int, n: int, text: str
) -> Quote | Figure:
    """Give one quote or figure of an article by its place among its kind."""
    if kind == "quote":
        return next(_quotes(database, id, text, n, n))
    return next(_figures(database, id, text, n, n))


def _quotes(
    database: sqlite3.Connection, id: int, text: str, first: int = 0, last: int = _LAST
) -> Iterator[Quote]:
    for row in database.execute(
        f"SELECT {', '.join(_QUOTE)} FROM quote"  # noqa: S608
        " WHERE article_id = ? AND n BETWEEN ? AND ? ORDER BY n",
        (id, first, last),
    ):
        yield quote_of(text, row)


_QUOTE = (
    *("start", "stop", "kind", "speaker", "speaker_key", "role", "mention_start", "mention_stop"),
    *("how", "cue_start", "cue_stop", "said"),
)
_FIGURE = (
    *("start", "stop", "value", "high", "unit", "per", "bound", "of_start", "of_stop", "of_key"),
    *("change", "magnitude", "magnitude_unit"),
)


def quote_of(text: str, row: Sequence[Any]) -> Quote:
    """Put a quote together from what `quote_row` gave."""
    start, stop, kind, name, _key, role, mention, mention_stop, how, cue, cue_stop, said = row
    speaker = None if name is None else Speaker(name, role, mention, mention_stop, how)
    words = _maybe_span(text, cue, cue_stop)
    return Quote(start, stop, text[start:stop], kind, speaker, words, date_of(said))


def figure_of(text: str, row: Sequence[Any]) -> Figure:
    """Put a figure together from what `figure_row` gave."""
    start, stop, *plain, of, of_stop, _key, change, magnitude, base = row
    comparable = None if magnitude is None else Magnitude(magnitude, base)
    noun = _maybe_span(text, of, of_stop)
    value, high, unit, per, bound = plain
    words = text[start:stop]
    return Figure(start, stop, words, value, high, unit, per, bound, noun, change, comparable)


def figure_row(figure: Figure) -> tuple[object, ...]:
    """Give the columns of a figure after its place."""
    magnitude = figure.magnitude
    return (
        figure.start, figure.end, figure.value, figure.high, figure.unit, figure.per,
        figure.bound, *_ends(figure.of), figure.of and _key(figure.of.text), figure.change,
        *((magnitude.value, magnitude.unit) if magnitude else (None, None)),
    )  # fmt: skip


def _figures(
    database: sqlite3.Connection, id: int, text: str, first: int = 0, last: int = _LAST
) -> Iterator[Figure]:
    for row in database.execute(
        f"SELECT {', '.join(_FIGURE)} FROM figure"  # noqa: S608
        " WHERE article_id = ? AND n BETWEEN ? AND ? ORDER BY n",
        (id, first, last),
    ):
        yield figure_of(text, row)


def _dates(database: sqlite3.Connection, id: int, text: str) -> Iterator[DateMention]:
    for start, stop, date in database.execute(
        "SELECT start, stop, date FROM date_mention WHERE article_id = ? ORDER BY n", (id,)
    ):
        yield DateMention(start, stop, text[start:stop], date_of(date))


def _person_row(id: int, n: int, person: Person) -> tuple[object, ...]:
    mentions = [_ends(mention) for mention in person.mentions]
    return (
        id, n, person.name, _key(person.name), _list(person.others), _list(person.roles),
        _list(mentions),
    )  # fmt: skip


def _people(database: sqlite3.Connection, id: int, text: str) -> Iterator[Person]:
    for name, others, roles, mentions in database.execute(
        "SELECT name, others, roles, mentions FROM person WHERE article_id = ? ORDER BY n", (id,)
    ):
        spans = tuple(Span.of(text, start, stop) for start, stop in json.loads(mentions))
        yield Person(name, tuple(json.loads(others)), tuple(json.loads(roles)), spans)


def _list(items: Sequence[object]) -> str:
    return _json(items) if items else "[]"


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""Made once: `json.dumps` makes an encoder for each of a hundred thousand lists."""

_key = lru_cache(maxsize=10_000)(fold)
"""The same names and nouns come back from article to article."""
