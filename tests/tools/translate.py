"""Bring the French catalogue up to date with the program's strings, and compile it.

python -m tests.tools.translate

New strings come in untranslated, strings that are gone are dropped, and the rest keep their French.
It lists what lacks a translation; write that into the .po file and run it again.
"""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tui import locale

ROOT = Path(__file__).parents[2]
PO = ROOT / "tui" / "locale" / "fr" / "LC_MESSAGES" / f"{locale.DOMAIN}.po"
MO = PO.with_suffix(".mo")

ARGPARSE = (
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "unrecognized arguments: %s",
    "the following arguments are required: %s",
    "argument %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)",
    "expected one argument",
    "expected at least one argument",
)
"""What the standard library's argparse says in our command line."""


def extract() -> Catalog:
    """Collect every string that the program translates."""
    catalogue = Catalog(locale="fr", domain=locale.DOMAIN, header_comment="")
    keywords = {"_": None, "N_": None, "ngettext": (1, 2), "counted": (1, 2)}
    for _file, _line, message, _comments, _context in extract_from_dir(
        ROOT / "tui", [("**.py", "python")], keywords=keywords
    ):
        catalogue.add(message)
    for words in ARGPARSE:
        catalogue.add(words)
    return catalogue


def read() -> Catalog:
    """Read the French catalogue."""
    with PO.open("rb") as stream:
        return read_po(stream, locale="fr", domain=locale.DOMAIN)


def compiled(catalogue: Catalog) -> bytes:
    """Give the catalogue as the program loads it."""
    catalogue.creation_date = catalogue.revision_date = NO_DATE
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    return stream.getvalue()


def untranslated(catalogue: Catalog) -> list[str]:
    """List the strings without French; a plural needs both of its forms."""
    missing = []
    for message in catalogue:
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and (message.fuzzy or not all(forms)):
            missing.append(message.id if isinstance(message.id, str) else message.id[0])
    return missing


def main() -> int:
    """Write the .po and .mo files; 1 while something lacks its French."""
    found, kept = extract(), read() if PO.exists() else Catalog()
    for message in found:
        known = kept.get(message.id[0] if isinstance(message.id, tuple) else message.id)
        if message.id and known is not None and known.id == message.id:
            message.string = known.string
    PO.parent.mkdir(parents=True, exist_ok=True)
    text = io.BytesIO()
    write_po(text, found, width=100, no_location=True, omit_header=True, sort_output=True)
    PO.write_bytes(HEADER.encode() + text.getvalue())
    MO.write_bytes(compiled(read()))
    missing = untranslated(found)
    for words in missing:
        print(f"no French: {words!r}")
    return 1 if missing else 0


NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
"""The files say what they hold, not when they were made: the same French gives the same bytes."""

HEADER = """\
# The interface in French. Kept in step by tests/tools/translate.py.
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""


if __name__ == "__main__":
    sys.exit(main())
