from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.library.told import put, told
from tests.tools.make_library import fill
from tui.library import search
from tui.library.doctor import examine, repair
from tui.library.people import asking
from tui.library.query import parse
from tui.library.store import Store

if TYPE_CHECKING:
    from tui.library.people.pages import Somebody

SEVERAL = (
    told("Un", ("Volodymyr Zelensky", "Il faut tenir encore un hiver."), date="2023-02-14"),
    told("Deux", ("Volodymyr Zelenskyy", "Nous tiendrons."), date="2024-03"),
    told("Trois", ("V. Zelensky", "Nous tiendrons."), ("Nora Vial", "Le budget attendra."),
         date="2022"),
    told("Quatre", ("Olena Zelenska", "Merci à tous."), ("un témoin", "Je n’ai rien vu.")),
)  # fmt: skip


def people(store: Store, query: str = "") -> list[Somebody]:
    return list(asking.page(store, parse(query)).items)


def named(store: Store, name: str) -> Somebody:
    [found] = [one for one in people(store) if one.name == name]
    return found


def test_a_person_of_several_names_is_one_over_all_articles() -> None:
    with closing(Store.temporary()) as store:
        ids = put(store, *SEVERAL)
        assert [one.quotes for one in people(store)] == [3, 1, 1]
        first, *_ = people(store)
        assert {first.name, *first.others} == {
            "Volodymyr Zelensky", "Volodymyr Zelenskyy", "V. Zelensky"
        }  # fmt: skip
        assert (first.articles, first.first, first.last) == (3, "2022", "2024-03")
        found = asking.quotes(store, first.id).items
        assert [quote.article for quote in found] == [ids[1], ids[0], ids[2]]
        assert [month.month for month in asking.months(store, first.id)] == [
            "2022", "2023-02", "2024-03"
        ]  # fmt: skip


def test_who_is_sought_by_one_name_is_found_by_all() -> None:
    with closing(Store.temporary()) as store:
        put(store, *SEVERAL)
        assert len(search.quotes(store, parse("qui:zelenskyy")).items) == 3
        assert len(search.quotes(store, parse("qui:zelenskyy dit:hiver")).items) == 1
        assert len(search.quotes(store, parse("qui:olena")).items) == 1
        assert [one.quotes for one in people(store, "zelenskyy")] == [3]
        assert [one.name for one in people(store, "dit:budget")] == ["Nora Vial"]
        assert [one.quotes for one in people(store, "dit:tiendrons")] == [2]
        assert len(people(store, "depuis:2024")) == 2
        assert len(people(store, "-zelenskyy")) == 2


def test_joining_and_parting_are_kept_and_can_be_undone() -> None:
    with closing(Store.temporary()) as store:
        put(store, *SEVERAL)
        vial, olena = named(store, "Nora Vial"), named(store, "Olena Zelenska")
        before = people(store)
        assert asking.join(store, [vial.id, olena.id])
        assert sorted(one.quotes for one in people(store)) == [2, 3]
        [joined] = people(store, "vial")
        assert "Olena Zelenska" in (joined.name, *joined.others)
        put(store, told("Cinq", ("Olena Zelenska", "Encore un mot.")))
        assert sorted(one.quotes for one in people(store)) == [3, 3]
        undone = store.undo()
        assert undone
        assert undone.field == "people"
        assert len(people(store)) == len(before)

        [president] = people(store, "zelenskyy")
        short = next(n for n in asking.names(store, president.id) if n.written == "V. Zelensky")
        assert asking.part(store, short.id)
        assert sorted(one.quotes for one in people(store, "zelensky OU zelenskyy")) == [1, 2]
        with store.database.writing() as database:
            from tui.library.people import register

            register.rebuild(database)
        assert sorted(one.quotes for one in people(store, "zelensky OU zelenskyy")) == [1, 2]
        store.undo()
        [president] = people(store, "zelenskyy")
        assert president.quotes == 3
        assert asking.join(store, [named(store, "Nora Vial").id, president.id])
        store.undo()
        assert asking.get(store, president.id) == president


def test_two_people_of_one_name_are_parted_by_article() -> None:
    mayor = told("Mairie", ("Jean Martin", "La rue sera fermée."), ("Nora Vial", "Enfin."))
    with closing(Store.temporary()) as store:
        first, second = put(store, mayor, told("Match", ("Jean Martin", "On a bien joué.")))
        assert [one.quotes for one in people(store, "martin")] == [2]
        assert asking.part_here(store, first, 0)
        assert [one.quotes for one in people(store, "martin")] == [1, 1]
        assert not asking.part_here(store, first, 0)
        store.put_evidence(first, mayor)  # read again, by a new parser or the same
        assert [one.quotes for one in people(store, "martin")] == [1, 1]
        there = asking.speaker_of(store, second, 0)
        assert there
        assert [found.article for found in asking.quotes(store, there.id).items] == [second]
        changed = mayor.text.replace("Enfin", "Enfin, oui")
        store.add([(replace(mayor.document, text=changed), "/Mairie.txt")])
        put(store, told("Autre", ("Jean Martin", "Nous verrons.")))
        with store.database.writing() as database:
            from tui.library.people import register

            register.rebuild(database)
        store.undo()
        put(store, mayor)
        assert [one.quotes for one in people(store, "martin")] == [3]
        assert all(finding.ok for finding in examine(store.database))


def test_the_numbers_follow_articles_that_change_or_go() -> None:
    with closing(Store.temporary()) as store:
        source = store.enter_source("folder", "/dossier", "Dossier")
        [id] = store.add([(SEVERAL[2].document, "/dossier/a.txt")], source)  # noqa: A001
        store.put_evidence(id, SEVERAL[2])
        put(store, SEVERAL[0])
        assert [(one.quotes, one.first) for one in people(store, "zelensky")] == [(2, "2022")]
        store.remove_source(source)
        assert [(one.quotes, one.first) for one in people(store, "zelensky")] == [(1, "2023-02-14")]
        assert people(store, "vial") == []


def test_pages_follow_one_another_in_every_order() -> None:
    with closing(Store.temporary()) as store:
        fill(store, 40, seed=4)
        for order in ("quotes", "articles", "name", "first", "last"):
            for reverse in (False, True):
                whole = asking.page(store, parse(""), order, reverse=reverse, limit=500)
                assert whole.after is None
                names, after = [], None
                while True:
                    page = asking.page(
                        store, parse(""), order, reverse=reverse, limit=17, after=after
                    )
                    names += [one.name for one in page.items]
                    after = page.after
                    if after is None:
                        break
                assert names == [one.name for one in whole.items]
                assert len(set(names)) == len(names)


def test_the_doctor_finds_wrong_numbers_of_people_and_mends_them() -> None:
    with closing(Store.temporary()) as store:
        put(store, *SEVERAL)
        assert all(finding.ok for finding in examine(store.database))
        with store.database.writing() as database:
            database.execute("UPDATE somebody SET quotes = quotes + 1")
        assert not all(finding.ok for finding in examine(store.database))
        repair(store.database)
        assert all(finding.ok for finding in examine(store.database))
        assert [one.quotes for one in people(store)] == [3, 1, 1]
