"""`newsreader people`: who speaks in the library, under all their names; who is who can be said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tui.commands.articles import complain
from tui.commands.asking import add_query_arguments, all_of, answer, put
from tui.commands.libraries import with_library
from tui.locale import _

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from tui.library.people.pages import Somebody
    from tui.library.query.tree import Query
    from tui.library.store import Store

COLUMNS = ("id", "name", "others", "roles", "quotes", "articles", "first", "last")

_SHOWN = ("id", "name", "roles", "quotes", "articles", "first", "last")

_OFFERED = 10
"""People of a name who are told of."""


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("list the people who are quoted; say who is who")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    add_query_arguments(parser)
    parser.add_argument(
        "--order",
        choices=("quotes", "articles", "name", "first", "last"),
        default="quotes",
        help=_("the most quotes or articles first, by name, or by the first or last article"),
    )
    parser.epilog = _(
        "“people join A B” makes two people one, “people part NAME” makes a name somebody else's, "
        "“people undo” takes the last of these back. A person is a number of the list, or words of "
        "a name that only they have. What is counted is what was asked for: with since:7d, the "
        "quotes of seven days."
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the people: plain words of the query are words of a name. Or say who is who."""
    word, *names = arguments.query or [""]
    deed = _DEEDS.get((word, len(names)))
    if deed is not None:
        return with_library(arguments, lambda store: deed(store, names))
    if word in ("join", "part") and names:
        complain(_("write “people join A B” or “people part NAME”, names in quotation marks"))
        return 2

    from tui.library.people import asking  # noqa: PLC0415 - not for --help

    def print_answer(store: Store, query: Query) -> None:
        found = all_of(
            lambda limit, after: asking.page(
                store, query, arguments.order, limit=limit, after=after, exact=True
            ),
            arguments.limit,
        )
        put(map(_record, found), COLUMNS, arguments, _SHOWN)

    return answer(arguments, print_answer)


def _record(somebody: Somebody) -> dict[str, Any]:
    record = somebody._asdict()
    return {name: record[name] for name in COLUMNS} | {
        "others": "; ".join(somebody.others),
        "roles": "; ".join(somebody.roles),
    }


def _join(store: Store, names: Sequence[str]) -> int:
    from tui.library.people import asking  # noqa: PLC0415 - not for --help

    both = [_somebody(store, name) for name in names]
    one, other = both
    if one is None or other is None:
        return 1
    if not asking.join(store, [one.id, other.id]):
        complain(_("{name}: one person already").format(name=_told(one)))
        return 1
    joined = asking.get(store, one.id) or asking.get(store, other.id)
    assert joined is not None  # noqa: S101 - it is one of the two
    print(_("{name}: one person now; “newsreader people undo” takes it back").format(
        name=_told(joined)))  # fmt: skip
    return 0


def _part(store: Store, names: Sequence[str]) -> int:
    from tui.library.people import asking  # noqa: PLC0415 - not for --help
    from tui.text.clean import clean_line  # noqa: PLC0415
    from tui.text.find import fold  # noqa: PLC0415

    wanted = fold(clean_line(names[0]))
    page = _called(store, names[0])
    called = [
        name for one in page for name in asking.names(store, one.id) if fold(name.written) == wanted
    ]
    if not called:
        complain(
            _("{name}: nobody has just this name; “newsreader people” lists them").format(
                name=clean_line(names[0])
            )
        )
        return 1
    if not any(asking.part(store, name.id) for name in called):
        complain(_("{name}: the only name of this person").format(name=called[0].written))
        return 1
    print(_("{name}: somebody else now; “newsreader people undo” takes it back").format(
        name=clean_line(called[0].written)))  # fmt: skip
    return 0


def _undo(store: Store, _names: Sequence[str]) -> int:
    from tui.library.people import asking  # noqa: PLC0415 - not for --help

    if asking.take_back(store):
        print(_("people as they were"))
        return 0
    complain(_("who is who was not the last thing decided; u in the program takes that back"))
    return 1


_DEEDS: dict[tuple[str, int], Callable[[Store, Sequence[str]], int]] = {
    ("join", 2): _join,
    ("part", 1): _part,
    ("undo", 0): _undo,
}
"""What is done, by its word and how many names it takes."""


def _somebody(store: Store, name: str) -> Somebody | None:
    """Find who is meant by a number or a name; say so where that is nobody or several."""
    from tui.library.people import asking  # noqa: PLC0415 - not for --help
    from tui.text.clean import clean_line  # noqa: PLC0415
    from tui.text.find import fold  # noqa: PLC0415

    if name.isdecimal():
        found = [one] if (one := asking.get(store, int(name))) else []
    else:
        found = _called(store, name)
        exactly = [
            one for one in found
            if fold(clean_line(name)) in map(fold, (one.name, *one.others))
        ]  # fmt: skip
        found = exactly if len(exactly) == 1 else found
    if len(found) == 1:
        return found[0]
    if not found:
        complain(_("{name}: nobody is called so").format(name=clean_line(name)))
    else:
        complain(_("{name}: several people; give a number").format(name=clean_line(name)))
        for one in found:
            complain(f"  {one.id}  {_told(one)}")
    return None


def _called(store: Store, name: str) -> list[Somebody]:
    """Give who has these words in a name."""
    from tui.library.people import asking  # noqa: PLC0415 - not for --help
    from tui.library.query import parse  # noqa: PLC0415
    from tui.library.query.marks import words_in  # noqa: PLC0415

    words = " ".join(f'"{word}"' for word in words_in(name))
    return list(asking.page(store, parse(words), limit=_OFFERED).items) if words else []


def _told(somebody: Somebody) -> str:
    from tui.text.clean import clean_line  # noqa: PLC0415 - not for --help

    also = ", ".join(somebody.others)
    return clean_line(f"{somebody.name} ({also})" if also else somebody.name)
