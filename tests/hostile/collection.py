"""The hostile collection: articles that each attack something, made anew by a script.

python -m tests.hostile.collection FOLDER [--size 1.0]

`--size` scales what is big: 1.0 is a megabyte where size is the attack.
"""

from __future__ import annotations

import argparse
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile.attack import LATER, SEQUENCES, SPEECH, STATEMENT, Attack
from tests.hostile.formats import FEEDS, LETTERS, OFFICE, PAGES

if TYPE_CHECKING:
    from collections.abc import Callable


def _text(words: str) -> Callable[[int], bytes]:
    return lambda _: f"{SPEECH}\n\n{words}\n\n{LATER}\n".encode("utf-8", "surrogatepass")


def _long(piece: str) -> Callable[[int], bytes]:
    def make(size: int) -> bytes:
        return f"{SPEECH}\n\n{piece * (size // len(piece.encode()))}\n\n{LATER}\n".encode()

    return make


def _json_lines(size: int) -> bytes:
    """Good lines between lines that are not, or that hold what no article may."""
    all_at_once = "".join(SEQUENCES.values())
    lines = [
        json.dumps({"id": all_at_once, "title": all_at_once, "text": SPEECH, "lang": all_at_once}),
        json.dumps({"id": "\ud800", "text": "\udfff " + SPEECH, "published": "9" * 10_000}),
        "[" * 50_000,
        '{"text": 1' + "0" * 5_000 + "}",
        '{"text": "sans fin',
        json.dumps({"id": "../../x", "text": SPEECH, "url": "javascript:alert(1)"}),
        json.dumps({"id": "-option", "text": SPEECH, "url": "file:///etc/passwd"}),
        json.dumps({"id": "large", "text": "mot " * (size // 4)}),
        "null",
        json.dumps({"id": "last", "text": SPEECH}),
    ]
    return "\n".join(lines).encode()


COLLECTION: tuple[Attack, ...] = (
    *(
        Attack(f"sequence {n}.txt", f"the terminal: {what}", _text(sequence))
        for n, (what, sequence) in enumerate(SEQUENCES.items())
    ),
    Attack("nom\x1b]0;PWNED\x07\u202e[b].txt", "the terminal, by a file's name", _text("")),
    Attack("-option.txt", "an argument list, by a file's name", _text("")),
    Attack("header.txt", "the header's fields", lambda _: _header().encode()),
    Attack("sql.txt", "the database", _text(STATEMENT)),
    Attack("dates.txt", "the calendar", lambda _: _dates().encode()),
    Attack("one line.txt", "wrapping: a line without end", _long("mot ")),
    Attack("one word.txt", "wrapping: a word without end", _long("a")),
    Attack("combining.txt", "the width of a cell", _long("e\u0301\u0323\u0316\u0331")),
    Attack("zero width.txt", "matching", _long("\u200b\u200d\ufeff\u00ad")),
    Attack("marks.txt", "the pairing of marks", _long('"')),
    Attack("open marks.txt", "the pairing of marks", _long("« ")),
    Attack("said.txt", "attribution", _long("dit ")),
    Attack("capitals.txt", "names", _long("Paris ")),
    Attack("digits.txt", "numerals", _long("1")),
    Attack("numbers.txt", "numerals", _long("1 ")),
    Attack("number words.txt", "number words", _long("deux ")),
    Attack("thousands.txt", "grouped numerals", _long("000\u202f")),
    Attack("years.txt", "dates", _long("2023-")),
    Attack("months.txt", "dates", _long("3 mai ")),
    Attack("spaces.txt", "blocks", _long(" ")),
    Attack("lines.txt", "blocks", _long("\n")),
    Attack("dialogue.txt", "blocks", _long("— Oui.\n")),
    Attack("quotes.md", "Markdown's nesting", _long(">")),
    Attack("brackets.md", "Markdown's links", _long("[")),
    Attack("stars.md", "Markdown's emphasis", _long("*a")),
    Attack(
        "front matter.md", "front matter", lambda size: b"---\n" + b"a: &a [*a]\n" * (size // 12)
    ),
    Attack(
        "table.md", "Markdown's tables", lambda _: b"|a" * 5_000 + b"|\n" + b"|-" * 5_000 + b"|\n"
    ),
    Attack(
        "links.md",
        "the browser",
        _text(
            "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](data:text/html,x) "
            "[d](-option) [e](http://-option) ![f](http://x/\x1b]0;PWNED\x07)"
        ),
    ),
    Attack("utf-16.txt", "decoding", lambda _: SPEECH.encode("utf-16")),
    Attack("utf-32.txt", "decoding", lambda _: SPEECH.encode("utf-32")),
    Attack("cp1252.txt", "decoding", lambda _: SPEECH.encode("cp1252")),
    Attack("cut.txt", "decoding: a letter cut in two", lambda _: SPEECH.encode()[:-1] + b"\xc3"),
    Attack("overlong.txt", "decoding: a long slash", lambda _: b"\xc0\xaf " + SPEECH.encode()),
    Attack("surrogates.txt", "decoding", _text("\ud83d \udc00")),
    Attack("binary.txt", "decoding", lambda _: bytes(range(256)) * 40),
    Attack("empty.txt", "what is not there", lambda _: b""),
    Attack("nothing.txt", "what is not there", lambda _: b"\x00" * 4_000),
    Attack("too large.txt", "memory: a file of 17 MB", lambda _: b"mot " * 4_250_000),
    Attack("lines.jsonl", "JSON", _json_lines),
    *PAGES,
    *LETTERS,
    *FEEDS,
    *OFFICE,
)


def _header() -> str:
    return "\n".join(
        [
            "".join(SEQUENCES.values()),
            "Publié le " + "9" * 10_000,
            "Par " + "A. " * 5_000,
            "date 99999-99-99",
            "",
            SPEECH,
        ]
    )


def _dates() -> str:
    return "\n\n".join(
        [
            "Publié le 31 février 0000",
            SPEECH,
            "Le 99 mai 99999, le 32/13/0000, le 2023-02-31, le 31 décembre 9999 puis demain.",
            "Il y a 99999999999 ans, dans " + "9" * 400 + " jours, en l’an -1, le 0 janvier.",
        ]
    )


def write(folder: Path, size: int = 1_000_000) -> list[Path]:
    """Write the collection, with names and kinds of file that attack too; give the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for attack in COLLECTION:
        file = folder / attack.name
        file.write_bytes(attack.make(size))
        files.append(file)
    loop = folder / "loop"
    if not loop.is_symlink():
        loop.symlink_to(folder, target_is_directory=True)
        (folder / "circle.txt").symlink_to("circle.txt")
        (folder / "device.txt").symlink_to("/dev/zero")
        (folder / "secret.txt").symlink_to("/proc/self/environ")
        os.mkfifo(folder / "pipe.txt")
    return files


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the hostile collection.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--size", type=float, default=1.0, help="megabytes of what is big")
    given = parser.parse_args()
    for file in write(given.folder, int(given.size * 1_000_000)):
        print(ascii(str(file)))


if __name__ == "__main__":
    main()
