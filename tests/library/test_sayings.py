from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from tests.library.told import put, told
from tests.tools.make_library import fill
from tui.library import search
from tui.library.checking import check
from tui.library.query import parse
from tui.library.sayings import key_of
from tui.library.store import Store
from tui.text.find import fold

if TYPE_CHECKING:
    from tui.library.query.evidence import EvidenceOrder
    from tui.library.query.pages import Found

WORDS = "L’eau reviendra dans la rivière avant l’été."
AGAIN = "l'eau reviendra dans la riviere, avant l'ete !"


def test_the_same_words_are_one_quote_with_its_places() -> None:
    with closing(Store.temporary()) as store:
        ids = put(
            store,
            told("Un", ("Nora Vial", WORDS), date="2024-01-01"),
            told("Deux", ("Nora Vial", AGAIN), ("Lise Roux", "Oui."), date="2024-02-01"),
            told("Trois", (None, WORDS), ("Paul Carré", "Oui."), date="2024-03-01"),
            told("Quatre", ("Lise Roux", "Oui !"), date="2024-04-01"),
        )
        every = search.quotes(store, parse("")).items
        once = search.quotes(store, parse(""), once=True).items
        assert len(every) == 6
        assert [(found.article, found.articles) for found in once] == [
            (ids[3], 2), (ids[2], 3), (ids[2], 1), (ids[1], 2)
        ]  # fmt: skip
        places = search.places(store, ids[0], 0)
        assert [found.article for found in places] == [ids[2], ids[1], ids[0]]
        assert [f.article for f in search.places(store, ids[1], 1)] == [ids[3], ids[1]]
        # What a query leaves out does not stand for what it asks for.
        early = search.quotes(store, parse("until:2024-02"), once=True).items
        assert [found.article for found in early if found.articles == 3] == [ids[1]]


def test_words_are_the_same_whatever_the_marks_and_few_are_told_apart() -> None:
    assert key_of(WORDS) == key_of(AGAIN)
    assert key_of(WORDS) != key_of(WORDS + " Enfin")
    assert key_of("…") is None
    few, many = key_of("Oui, bien sûr"), key_of("Oui, bien sûr, demain")
    assert few
    assert many
    assert few < 0 < many


def test_each_saying_is_shown_once_over_all_pages() -> None:
    with closing(Store.temporary()) as store:
        fill(store, 60, seed=5)
        orders: tuple[EvidenceOrder, ...] = ("newest", "oldest", "speaker")
        for order in orders:
            seen: list[int | None] = []
            after = None
            while True:
                page = search.quotes(
                    store, parse("since:2016"), order, limit=13, after=after, once=True
                )
                seen += [key_of(found.item.text) for found in page.items]
                after = page.after
                if after is None:
                    break
            assert len(seen) == len(set(seen))
            whole = search.quotes(store, parse("since:2016"), order, limit=5000).items
            assert set(seen) == {key_of(found.item.text) for found in whole}
            assert len(whole) > len(seen)


def test_orders_of_evidence_hold_over_pages() -> None:
    with closing(Store.temporary()) as store:
        fill(store, 40, seed=6)
        orders: tuple[EvidenceOrder, ...] = ("newest", "oldest", "largest", "smallest", "of")
        for query in ("", "unit:EUR", "of:obus since:2017"):
            for order in orders:
                whole = search.figures(store, parse(query), order, limit=5000).items
                paged: list[Found] = []
                after = None
                while True:
                    page = search.figures(store, parse(query), order, limit=29, after=after)
                    paged += page.items
                    after = page.after
                    if after is None:
                        break
                assert [(f.article, f.n) for f in paged] == [(f.article, f.n) for f in whole]
        speakers = search.quotes(store, parse(""), "speaker", limit=5000).items
        names = [fold(found.item.speaker.name) for found in speakers]
        assert names == sorted(names)
        assert len(names) == len(search.quotes(store, parse(""), limit=5000).items)


def test_values_counted_under_one_noun_are_told_and_make_a_series() -> None:
    with closing(Store.temporary()) as store:
        put(
            store,
            told("Un", figures=((20, "obus"), (5, "chars")), date="2024-01-01T07:30"),
            told("Deux", figures=((30, "obus"),), date="2022"),
            told("Trois", figures=((20, "obus"),), date="2023-05"),
        )
        values = {
            found.item.of.text: found.values for found in search.figures(store, parse("")).items
        }
        assert values == {"obus": 2, "chars": 1}
        series = search.series(store, parse("de:obus"))
        assert [(point.date, point.value) for point in series] == [
            ("2022", 30), ("2023-05", 20), ("2024-01-01", 20)
        ]  # fmt: skip
        assert len(search.series(store, parse("de:obus"), limit=2)) == 2
        put(store, told("Quatre", figures=((40, "obus"),), date=None))
        assert [p.value for p in search.series(store, parse("de:obus")) if p.date is None] == [40]


def test_words_heard_elsewhere_find_the_nearest_quote_and_figures() -> None:
    with closing(Store.temporary()) as store:
        [one, *_] = put(
            store,
            told("Un", ("Nora Vial", WORDS), figures=((20000, "obus"), (5, "chars"))),
            told("Deux", ("Lise Roux", "Il faut donner du temps à la rivière.")),
            told("Trois", ("Paul Carré", "Tout autre chose."), figures=((90, "obus"),)),
        )
        found = check(store, "l'eau du barrage reviendra dans la rivière avant l'hiver")
        assert found.quotes[0].found.article == one
        assert 0.5 < found.quotes[0].likeness < 1
        assert check(store, WORDS).quotes[0].likeness == 1
        assert not check(store, "les prix du marché").quotes
        near = check(store, "18 000 obus").figures
        assert [figure.found.item.text for figure in near] == ["20000", "90"]
        assert round(near[0].difference, 2) == 0.11
        assert not check(store, "18 000 poules").figures
        assert check(store, "").quotes == ()
