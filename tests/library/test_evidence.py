from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.library.store import Listing, Store
from tui.parser import (
    PARSER_VERSION,
    Article,
    Block,
    DateMention,
    Document,
    Figure,
    Magnitude,
    PartialDate,
    Person,
    Quote,
    Span,
    Speaker,
    parse,
)
from tui.text.clean import clean

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS = st.text(max_size=60).map(clean)
NAMES = st.text(min_size=1, max_size=20).map(clean)
DATES = st.one_of(
    st.builds(PartialDate, st.integers(1000, 9999)),
    st.builds(PartialDate, st.integers(1000, 9999), st.integers(1, 12), st.integers(1, 28)),
    st.builds(
        PartialDate,
        st.integers(1000, 9999),
        st.integers(1, 12),
        st.integers(1, 28),
        st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    ),
)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def documents(draw: Callable[..., Any]) -> Document:
    text = draw(WORDS)
    spans = draw(st.lists(_ends(text), max_size=4))
    kinds = st.sampled_from(("paragraph", "heading", "link", "code"))
    return Document(
        text,
        tuple(Block(span[0], span[1], draw(kinds), draw(st.integers(0, 6)), draw(_maybe(WORDS)))
              for span in spans),
        draw(WORDS),
        draw(_maybe(WORDS)),
        draw(_maybe(DATES)),
        draw(_maybe(st.sampled_from(("fr", "en", "de")))),
        draw(_maybe(WORDS)),
    )  # fmt: skip


def _maybe(some: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | some


def _ends(text: str) -> st.SearchStrategy[tuple[int, int]]:
    offset = st.integers(0, len(text))
    return st.tuples(offset, offset).map(lambda ends: (min(ends), max(ends)))


@st.composite
def articles(draw: Callable[..., Any]) -> Article:
    document: Document = draw(documents())
    text = document.text
    spans = _ends(text).map(lambda ends: Span.of(text, *ends))
    mention = st.one_of(st.just((None, None)), _ends(text))
    speakers = st.builds(
        lambda name, role, ends, how: Speaker(name, role, ends[0], ends[1], how),
        NAMES, _maybe(NAMES), mention, st.sampled_from(("named", "role", "pronoun", "continued")),
    )  # fmt: skip
    quotes = st.builds(
        lambda span, kind, speaker, cue, date: Quote(
            span.start, span.end, span.text, kind, speaker, cue, date
        ),
        spans, st.sampled_from(("direct", "mixed", "indirect")), _maybe(speakers), _maybe(spans),
        _maybe(DATES),
    )  # fmt: skip
    figures = st.builds(
        lambda span, *rest: Figure(span.start, span.end, span.text, *rest),
        spans, NUMBERS, _maybe(NUMBERS), _maybe(NAMES), _maybe(NAMES),
        st.sampled_from(("min", "max", "about", None)), _maybe(spans),
        st.sampled_from(("up", "down", None)), _maybe(st.builds(Magnitude, NUMBERS, NAMES)),
    )  # fmt: skip
    dates = st.builds(
        lambda span, date: DateMention(span.start, span.end, span.text, date), spans, _maybe(DATES)
    )
    people = st.builds(
        Person, NAMES, *[st.lists(NAMES, max_size=2).map(tuple)] * 2,
        st.lists(spans, max_size=3).map(tuple),
    )  # fmt: skip

    def some(kind: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        return tuple(draw(st.lists(kind, max_size=3)))

    language = document.language or draw(st.sampled_from(("fr", "en", None)))
    return Article(
        document, language, some(quotes), some(spans), some(figures), some(dates), some(people)
    )


@settings(max_examples=60, deadline=None)
@given(articles(), articles())
def test_an_article_comes_back_with_the_same_evidence(first: Article, second: Article) -> None:
    store = Store.temporary()
    for article in (first, second):
        [id] = store.add([(article.document, "pasted")])  # noqa: A001
        before = store.get(id)
        assert before is not None
        if before.document != article.document:
            continue  # both have the same words, and so are one article
        store.put_evidence(id, article)
        kept = store.get(id)
        assert kept is not None
        assert kept.document == article.document
        assert kept.article == article
    store.close()


def test_evidence_of_a_text_that_has_changed_meanwhile_is_not_kept() -> None:
    store = Store.temporary()
    old = Document("Il faut 20 écoles, a dit Nora Vial.")
    new = Document("Il faut 30 écoles, a dit Nora Vial.")
    [id] = store.add([(old, "a.txt")])  # noqa: A001
    article = parse(old)
    assert store.add([(new, "a.txt")]) == [id]
    store.put_evidence(id, article)
    kept = store.get(id)
    assert kept is not None
    assert kept.document == new
    assert kept.article is None
    assert store.unparsed(5) == [id]
    store.close()


def test_evidence_is_replaced_whole() -> None:
    store = Store.temporary()
    document = Document.plain("« Il faut 20 écoles », a dit Nora Vial.")
    [id] = store.add([(document, "a.txt")])  # noqa: A001
    store.put_evidence(id, parse(document))
    bare = Article(document, "fr")
    store.put_evidence(id, bare)
    kept = store.get(id)
    assert kept is not None
    assert kept.article == bare
    [row] = store.rows(Listing(), 0, 5)
    assert (row.quotes, row.figures) == (0, 0)
    store.close()


def test_what_waits_for_this_parser_comes_newest_first_whatever_read_it_before() -> None:
    store = Store.temporary()
    ids = store.add(
        (replace(Document.plain(f"Titre {n}"), published=PartialDate(2020 + n)), f"{n}.txt")
        for n in range(5)
    )
    now = PARSER_VERSION
    with store.database.writing() as database:
        for key, version in zip(ids, (now - 1, None, now, now - 2, now - 1), strict=True):
            database.execute("UPDATE article SET parser_version = ? WHERE id = ?", (version, key))
    assert store.unparsed(9) == [ids[4], ids[3], ids[1], ids[0]]
    assert store.unparsed(2) == [ids[4], ids[3]]
    assert store.count_unparsed() == 4
    store.close()
