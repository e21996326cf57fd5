"""`newsreader verify`: whether what an export says is so in the library."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from tui.commands.articles import complain
from tui.commands.libraries import add_library_argument, as_path, with_library
from tui.locale import N_, _, labelled, ngettext

if TYPE_CHECKING:
    import argparse

    from tui.library.store import Store
    from tui.library.verifying import Verdict

_MOST = 512 * 1024 * 1024
"""Bytes of an export that are read."""

_FAULTS: dict[Verdict, str] = {
    "unknown": N_("no article of the library has or had this text ({hash})"),
    "outside": N_("the text of this hash ends before {end}"),
    "other": N_("other words stand at {start}–{end}"),
}


def about() -> str:
    """Say what the command does, for the list of commands."""
    return _("check an export against the library")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Name what the command takes."""
    parser.add_argument(
        "export",
        type=as_path,
        metavar=_("EXPORT"),
        help=_("a file of quotes, figures or kept evidence in any format but table"),
    )
    add_library_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Say of each piece that is not so what is wrong; 1 where there is one."""
    from tui.locale.faults import fault  # noqa: PLC0415 - not for --help
    from tui.output.claims import NotExport, claims  # noqa: PLC0415
    from tui.text.clean import clean_line  # noqa: PLC0415

    name = clean_line(str(arguments.export))
    try:
        if arguments.export.stat().st_size > _MOST:
            complain(_("{file}: too large to be an export").format(file=name))
            return 1
        said = claims(arguments.export.read_text("utf-8"))
    except (NotExport, UnicodeDecodeError):
        complain(
            _("{file}: nothing to check; give what --format jsonl or another has written").format(
                file=name
            )
        )
        return 1
    except OSError as error:
        complain(fault(name, error))
        return 1

    def work(store: Store) -> int:
        from tui.library.verifying import judge, text_of  # noqa: PLC0415 - not for --help

        look = text_of(store)
        told: Counter[Verdict] = Counter()
        for claim in said:
            verdict = judge(
                look(claim.text_hash), claim.start, claim.end, claim.words, spaced=claim.spaced
            )
            told[verdict] += 1
            if verdict in _FAULTS:
                fault = _(_FAULTS[verdict]).format(
                    hash=clean_line(claim.text_hash)[:32], start=claim.start, end=claim.end
                )
                print(labelled(f"{name}, {claim.line}", fault))
        right = told["so"] + told["earlier"]
        print(
            ngettext(
                "{right} of {n} piece of evidence verified",
                "{right} of {n} pieces of evidence verified",
                len(said),
            ).format(right=right, n=len(said))
        )
        if told["earlier"]:
            print(
                ngettext(
                    "{n} of them stands in an earlier version: its article has changed since",
                    "{n} of them stand in earlier versions: their articles have changed since",
                    told["earlier"],
                ).format(n=told["earlier"])
            )
        return 0 if right == len(said) else 1

    return with_library(arguments, work)
