from __future__ import annotations

import sqlite3
import unicodedata
from typing import TYPE_CHECKING, get_args

import pytest
from hypothesis import HealthCheck, given, settings

from tests.library.queries import QUERIES, TODAY, ask_everything
from tui.library import search
from tui.library.errors import StoppedError
from tui.library.query import QueryError, parse, planning
from tui.library.query.evidence import EvidenceOrder
from tui.library.store import Listing, Store
from tui.parser import Article, Block, Document, Figure, PartialDate, Quote, Span, Speaker
from tui.text.find import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.library.query.pages import SearchOrder


def document(text: str, title: str = "", **fields: object) -> Document:
    blocks = (Block(0, len(text), "paragraph"),)
    return Document(text, blocks, title=title, **fields)  # type: ignore[arg-type]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.temporary()
    yield opened
    opened.close()


def titles(store: Store, text: str) -> list[str]:
    page = search.search(store, parse(text, today=TODAY))
    found = sorted(hit.row.title for hit in page.items)
    listing = Listing(query=parse(text, today=TODAY))
    assert sorted(row.title for row in store.rows(listing, 0, 100)) == found
    assert search.count(store, listing.query) == store.count(listing) == len(found)  # type: ignore[arg-type]
    return found


@pytest.fixture
def schools(store: Store) -> Store:
    texts = {
        "plain": "Une école a ouvert à Nîmes, près d'un stade.",
        "capitals": "UNE ÉCOLE ÉLÉMENTAIRE FERME À NÎMES.",
        "decomposed": unicodedata.normalize("NFD", "Cette école a du cœur."),
        "typewriter": "Le maire quitte l'école et la bibliothèque.",
        "typographer": "La sœur de Nora aime l’école et les coeurs en papier.",
        "other": "Rien que des chevaux, des bijoux et un journal, à Paris.",
    }
    store.add((document(text, name), f"{name}.txt") for name, text in texts.items())
    return store


@pytest.mark.parametrize(
    "typed", ["école", "ecole", "ÉCOLE", "l'école", "l’ecole", "écoles", "écol*"]
)
def test_a_french_word_is_found_however_it_is_written(schools: Store, typed: str) -> None:
    assert titles(schools, typed) == [
        "capitals", "decomposed", "plain", "typewriter", "typographer",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("bibliotheque", ["typewriter"]),
        ("cœur", ["decomposed", "typographer"]),
        ("coeur", ["decomposed", "typographer"]),
        ("élémentaire Nîmes", ["capitals"]),
        ("cheval", ["other"]),
        ("journaux", ["other"]),
        ("bijou", ["other"]),
        ("pari", ["other"]),
        ('"l\'école"', ["typewriter", "typographer"]),
        ('"coeurs en papier"', ["typographer"]),
        ('"papier en"', []),
        ("école -nimes", ["decomposed", "typewriter", "typographer"]),
        ("stade OU sœur", ["plain", "typographer"]),
        ("école (stade OR bibliothèque)", ["plain", "typewriter"]),
        ("titre:plain", ["plain"]),
        ("-école", ["other"]),
        ("-(cœur OR nimes) école", ["typewriter"]),
        ("strong", []),
    ],
)
def test_words_phrases_and_choices(schools: Store, typed: str, found: list[str]) -> None:
    if typed == "pari":
        assert "paris" not in typed
        assert titles(schools, "paris") == found
    else:
        assert titles(schools, typed) == found


def test_what_people_type_is_never_an_error(schools: Store) -> None:
    ordinary = ["l'euro", "aujourd'hui", "C++", "covid-19", "20,5 %", "AND", "foo:bar", '"abc',
                "titre (2023", "a/b", "« oui", "http://exemple.org", ")", "-", "OR", "NEAR(a b)",
                "a OR", "*", "école ) nimes", "", "12:30"]  # fmt: skip
    for text in ordinary:
        titles(schools, text)


def test_marks_are_offsets_into_the_text(schools: Store) -> None:
    for text in ("école", "coeurs papier", "l'école"):
        for hit in search.search(schools, parse(text)).items:
            kept = schools.get(hit.row.id)
            assert kept is not None
            whole = kept.document.text
            assert whole[hit.snippet.start :].startswith(hit.snippet.text)
            assert hit.place is not None
            start, end = hit.place
            assert whole[start:end].lower().startswith(("éc", "e\u0301c", "co", "cœ"))


@pytest.fixture
def evidence(store: Store) -> Store:
    one = "Nora Vial a dit : « Le budget attendra. » Paul Rey répond : « Non. » Il a 20 obus."
    two = "Paul Rey parle du budget et de 3 millions d’euros."

    def quote(words: str, name: str, role: str | None) -> Quote:
        at = one.index(words)
        speaker = Speaker(name, role, None, None, "named")
        return Quote(at, at + len(words), words, "direct", speaker, None, None)

    def figure(text: str, words: str, value: float, unit: str | None, of: str | None) -> Figure:
        at = text.index(words)
        noun = Span(text.index(of), text.index(of) + len(of), of) if of else None
        return Figure(at, at + len(words), words, value, None, unit, None, None, noun, None, None)

    documents = [
        document(
            one, "one", published=PartialDate(2026, 2), language="fr", url="https://exemple.org/a"
        ),
        document(two, "two", published=PartialDate(2026, 3, 9), language="fr"),
    ]
    first, second = store.add((d, f"{d.title}.txt") for d in documents)
    quotes = (quote("Le budget attendra.", "Nora Vial", "maire"), quote("Non.", "Paul Rey", None))
    store.put_evidence(
        first, Article(documents[0], "fr", quotes, (), (figure(one, "20", 20, None, "obus"),))
    )
    sum_ = figure(two, "3 millions d’euros", 3e6, "EUR", None)
    store.put_evidence(second, Article(documents[1], "fr", (), (), (sum_,)))
    store.set_read([second])
    store.set_starred([second])
    store.set_tag([second], "À vérifier")
    return store


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("qui:vial", ["one"]),
        ("qui:vial dit:budget", ["one"]),
        ("qui:rey dit:budget", []),
        ("(qui:rey OU qui:vial) dit:budgets", ["one"]),
        ("-qui:vial", ["two"]),
        ("fonction:maire genre:direct", ["one"]),
        ("genre:indirect", []),
        ("valeur:>1e6", ["two"]),
        ("valeur:10..20", ["one"]),
        ("valeur:>20", ["two"]),
        ("unité:euros valeur:<4M", ["two"]),
        ("unité:€ de:obus", []),
        ("de:obus", ["one"]),
        ("-valeur:20", ["two"]),
        ("est:non-lu", ["one"]),
        ("is:read", ["two"]),
        ("is:starred", ["two"]),
        ("is:changed", []),
        ("has:quotes", ["one"]),
        ("avec:chiffres", ["one", "two"]),
        ('tag:"a verifier"', ["two"]),
        ("date:2026-02", ["one"]),
        ("depuis:7j", ["two"]),
        ("until:2026-02", ["one"]),
        ("until:2026-02-20", []),
        ("langue:français", ["one", "two"]),
        ("source:exemple.org", ["one"]),
        ("source:two", ["two"]),
        ("budget OR valeur:>1e6", ["one", "two"]),
    ],
)
def test_fields(evidence: Store, typed: str, found: list[str]) -> None:
    assert titles(evidence, typed) == found


@pytest.mark.parametrize("typed", ["école", "école -nimes", "école is:unread", '"une école"', "le"])
@pytest.mark.parametrize(("few", "nearby"), [(1, 9), (2, 3), (2, 1)])
def test_words_of_most_articles_are_looked_for_one_by_one(
    schools: Store, monkeypatch: pytest.MonkeyPatch, typed: str, few: int, nearby: int
) -> None:
    def pages_of_two() -> list[str]:
        found, after = [], None
        while True:
            page = search.search(schools, parse(typed), limit=2, after=after)
            found += [hit.row.title for hit in page.items]
            if (after := page.after) is None:
                return found

    whole = pages_of_two()
    monkeypatch.setattr(planning, "FEW", few)
    monkeypatch.setattr(planning, "NEARBY", nearby)
    assert pages_of_two() == whole


ORDERS: dict[EvidenceOrder, list[float]] = {
    "largest": [3e6, 20],
    "smallest": [20, 3e6],
    "newest": [3e6, 20],
}


def test_quotes_and_figures_come_with_their_words(evidence: Store) -> None:
    page = search.quotes(evidence, parse("-qui:vial"))
    assert [found.item.text for found in page.items] == ["Non."]
    page = search.quotes(evidence, parse("budget"), limit=1)
    assert [found.item.text for found in page.items] == ["Le budget attendra."]
    assert page.after is not None
    rest = search.quotes(evidence, parse("budget"), limit=1, after=page.after)
    assert [found.item.text for found in rest.items] == ["Non."]
    assert rest.after is None
    for order, values in ORDERS.items():
        seen: list[float] = []
        after = None
        while True:
            page = search.figures(evidence, parse("budget"), order, limit=1, after=after)
            seen += [found.item.value for found in page.items]
            after = page.after
            if after is None:
                break
        assert seen == values


@pytest.mark.parametrize(
    ("typed", "values"),
    [
        ("-unit:EUR", [20]),
        ("-of:obus", [3e6]),
        ("-value:>1e6", [20]),
        ("-(of:obus OR unit:EUR)", []),
    ],
)
def test_what_is_not_known_of_a_figure_is_not_so(
    evidence: Store, typed: str, values: list[float]
) -> None:
    for order in get_args(EvidenceOrder):
        if order != "speaker":
            found = [one.item.value for one in search.figures(evidence, parse(typed), order).items]
            assert found == [value for value in values if order != "of" or value == 20]


def test_the_index_of_quotes_follows_the_articles(evidence: Store) -> None:
    [row] = [r for r in evidence.rows(Listing(), 0, 9) if r.title == "one"]
    kept = evidence.get(row.id)
    assert kept is not None
    assert kept.article is not None
    bare = Article(kept.document, "fr")
    evidence.put_evidence(row.id, bare)
    assert titles(evidence, "qui:vial") == []
    evidence.put_evidence(row.id, kept.article)
    assert titles(evidence, "qui:vial") == ["one"]


def test_pages_together_are_all_that_matches(store: Store) -> None:
    store.add((document(f"Le mot {n}.", f"{n:02}"), f"{n}") for n in range(23))
    orders: tuple[SearchOrder, ...] = ("newest", "rank")
    for order in orders:
        seen: list[str] = []
        after = None
        while True:
            page = search.search(store, parse("mots"), order, limit=5, after=after)
            seen += [hit.row.title for hit in page.items]
            after = page.after
            if after is None:
                break
        assert sorted(seen) == [f"{n:02}" for n in range(23)]


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("école value:beaucoup", "value:beaucoup"), ("ab*", "ab*"),
        ("date:2023-99", "date:2023-99"),
        ("is:blue mer", "is:blue"), ("qui:", "qui:"), ("depuis:hélas", "depuis:hélas"),
        ("a kind:gai", "kind:gai"),
    ],
)  # fmt: skip
def test_a_query_that_says_nothing_is_told_where(typed: str, wrong: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse(typed)
    assert typed[raised.value.start : raised.value.end] == wrong
    assert str(raised.value)


def test_typing_takes_the_last_word_as_a_beginning(schools: Store) -> None:
    page = search.search(schools, parse("biblio", typing=True))
    assert [hit.row.title for hit in page.items] == ["typewriter"]
    assert titles(schools, "biblio") == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("spe", ["speaker:"]), ("école -unit", ["unit:"]), ("is:un", ["is:unread"]),
        ("est:u", ["est:unread"]), ("un", ["unit:", "until:"]),
        ("tag:à", ['tag:"À vérifier"']), ("de:ob", ["de:obus"]),
        ("unit:E", ["unit:EUR"]), ("mot", []), ("", []), ('"is:', []), ("foo:b", []),
    ],
)  # fmt: skip
def test_fields_and_values_are_completed(evidence: Store, typed: str, found: list[str]) -> None:
    completions = search.complete(evidence, typed, len(typed))
    assert [completion.text for completion in completions] == found
    for completion in completions:
        parsed = typed[: completion.start] + completion.text
        assert fold(parsed).startswith(fold(typed).replace("tag:", 'tag:"'))


def test_a_search_can_be_stopped(schools: Store) -> None:
    stop = search.Stop()
    stop()
    with pytest.raises(StoppedError):
        search.search(schools, parse("école"), stop=stop)
    assert titles(schools, "bibliothèque")


def test_a_stop_ends_what_runs_and_nothing_after() -> None:
    database = sqlite3.connect(":memory:", check_same_thread=False)
    stop = search.Stop()
    endless = (
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"
    )
    database.set_progress_handler(stop, 1000)
    with stop.over(database), pytest.raises(sqlite3.OperationalError):
        database.execute(endless).fetchone()
    database.set_progress_handler(None, 0)
    assert database.execute("SELECT 1").fetchone() == (1,)
    database.close()


def test_saved_searches_are_kept(schools: Store) -> None:
    first = search.save(schools, "Écoles", "école")
    assert search.save(schools, "Écoles", "école -nimes") == first
    assert search.saved(schools) == [(first, "Écoles", "école -nimes")]
    with pytest.raises(QueryError):
        search.save(schools, "faux", "value:x")
    search.forget(schools, first)
    assert search.saved(schools) == []


def test_a_watch_tells_each_article_once(schools: Store) -> None:
    query = parse("école")
    new = search.unseen(schools, query)
    assert len(new) == 5
    search.see(schools, query, new, "2026-03-10T00:00:00Z")
    assert search.unseen(schools, query) == []
    schools.add([(document("Une école de plus.", "more"), "more.txt")])
    [id] = search.unseen(schools, query)  # noqa: A001
    assert search.hits(schools, query, [id])[0].row.title == "more"


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(QUERIES)
def test_no_query_breaks_the_library(evidence: Store, text: str) -> None:
    ask_everything(evidence, text)
