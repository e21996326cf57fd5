"""Feed the pure parts with mutated articles, a million and more, until one breaks.

python -m tests.long.fuzz [TARGET…] [--inputs 100000] [--seed 1] [--processes 2]

Every input is cut, joined and spoilt from our own texts and from pieces that are known to hurt. An
input that raises, breaks a promise, takes more than DEADLINE seconds of CPU or asks for more than
MEMORY is printed as Python writes it, ready to become a test. tests.long.fuzz_coverage feeds the
same targets by coverage.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import sys
import time
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.attack import LATER, SEQUENCES, SPEECH, STATEMENT
from tests.long.targets import TARGETS
from tests.sources.test_feeds import rss
from tests.sources.test_mail import letter
from tests.sources.test_office import words
from tests.sources.test_opml import LIST

DEADLINE = 2.0
"""Seconds of CPU for one input, of a few hundred characters."""
MEMORY = 2_000_000_000
"""Bytes of address space, as for the worker that reads pages."""
SHARE = 5_000
"""Inputs that a process does at a time; each share has a seed of its own."""

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Stock:
    """What inputs are made from."""

    texts: tuple[str, ...]
    pieces: tuple[str, ...]
    longest: int = 400
    """Characters that are taken of a text at most."""


def _read(suffixes: set[str], *folders: str) -> tuple[str, ...]:
    files = (file for folder in folders for file in sorted((ROOT / folder).iterdir()))
    return tuple(file.read_text("utf-8", "replace") for file in files if file.suffix in suffixes)


PROSE = Stock(
    _read({".txt", ".md"}, "seeds", "tests/gold/fr", "tests/gold/en"),
    (
        *SEQUENCES.values(),
        *"\"'«»“”‘’„‚‹›—–-()[]{}<>*_`#|&;:,.!?/\\%€$°ªº½\u00a0\u202f\u2009\u00ad\u200b\ufeff\u0301\t\n",
        *(
            "\n\n",
            "« ",
            " »",
            "“‘",
            "’”",
            "…",
            "--",
            "http://",
            "<b>",
            "&amp;",
            "](",
            "---\n",
            "\r",
        ),
        *(SPEECH, LATER, STATEMENT, "dit-il", " a dit ", " selon ", "que ", "qu’", " said ", "he "),
        *("0", "1", "00", "1er", "1 000", "1,5", "1.5", "2023-02", "mai", "lundi", "il y a "),
        *(
            "millions d’euros",
            " %",
            " km/h",
            "deux",
            "quatre-vingt",
            "mille",
            "et demi",
            "½",
            "10^9",
        ),
        *("entre 2 et ", "de 3 à ", "plus de ", "M. ", "Mme ", "de la ", "A. B. ", "ÉCOLE ", "İ"),
        *(
            '"',
            "'",
            "(",
            ")",
            "OR ",
            "-",
            "*",
            "qui:",
            "valeur:>",
            "depuis:",
            "is:",
            "NEAR(",
            "XXe",
        ),
        *(
            "ß",
            "²",
            "٣",
            "३",
            "Ⅻ",
            "①",
            "１",
            "ﬁ",
            "🙂",
            "\U000e0041",
            "中",
            "א",
            "9" * 30,
            "since:",
        ),
    ),
)
MARKUP = Stock(
    (
        *_read({".html"}, "tests/sources/pages"),
        rss().decode(),
        LIST.format(encoding="utf-8"),
        letter().decode(),
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1}]}),
    ),
    (
        *PROSE.pieces,
        *("<p>", "</p>", "<div>", "</div>", "<table><tr><td>", "<li>", "<blockquote>", "<a href='"),
        *(
            "<br/>",
            "<!--",
            "-->",
            "<![CDATA[",
            "]]>",
            "<script>",
            "</script>",
            "<h1>",
            "<q>",
            "<td>",
        ),
        *(
            "&#0;",
            "&#x1b;",
            "&#55296;",
            "&#1114112;",
            "&nbsp;",
            "&lt;",
            "<!DOCTYPE ",
            "<?xml",
            "='",
        ),
        *(
            "javascript:alert(1)",
            "http://[",
            "https://a:99999/",
            "mailto:",
            "//",
            "\x00",
            "</html>",
        ),
        *(
            "=?utf-8?q?=1B?=",
            "=?x?b?!?=",
            "\n--ext\n",
            "\n--in--\n",
            "Content-Type: ",
            "charset=utf-7",
        ),
        *(
            "Date: ",
            "From: (",
            "<item>",
            "<outline ",
            "xmlUrl='",
            "<entry>",
            '{"items": ',
            "[[",
            "}",
        ),
    ),
    longest=2_000,
)
PRINTED = Stock(
    (words("Le bac est répa-\nré depuis mardi.").decode("latin-1"),),
    (
        *(
            "<<",
            ">>",
            "[",
            "]",
            "(",
            ")",
            "/",
            "obj",
            "endobj",
            "stream",
            "endstream",
            "xref",
            "0 R",
        ),
        *("1 0 R", "4 0 R", "/Kids", "/Parent 3 0 R", "/Count -1", "/Length 9999999", "/Filter"),
        *(
            "/FlateDecode",
            "/Prev 0",
            "%%EOF",
            "startxref",
            "trailer",
            "99999999999",
            "\x00",
            "Tj",
            "BT",
        ),
    ),
    longest=2_000,
)

STOCKS = {
    **dict.fromkeys(("page", "feed", "letter", "saved page", "opml"), MARKUP),
    "pdf": PRINTED,
}
"""What a target is fed from, where it is not prose."""


def mutated(chance: random.Random, stock: Stock = PROSE) -> str:
    """Make an input: a stretch of one of our texts, spoilt a few times."""
    source = chance.choice(stock.texts)
    start = 0 if stock is not PROSE and chance.random() < 0.7 else chance.randrange(len(source))
    text = source[start : start + chance.randrange(1, stock.longest)]
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(text) + 1)
        match chance.randrange(6):
            case 0:
                text = text[:at] + chance.choice(stock.pieces) + text[at:]
            case 1:
                text = text[:at] + chance.choice(stock.pieces) * chance.randrange(2, 30) + text[at:]
            case 2:
                text = text[:at] + text[at + chance.randrange(1, 20) :]
            case 3:
                other = chance.choice(stock.texts)
                begin = chance.randrange(len(other))
                text = text[:at] + other[begin : begin + chance.randrange(80)] + text[at:]
            case 4:
                most = chance.choice((128, 0x3000, 0xD800))
                text = text[:at] + chr(chance.randrange(most)) + text[at:]
            case _:
                text = text[:at] + text[max(0, at - chance.randrange(1, 30)) : at] + text[at:]
    return text


def run(target: str, inputs: int, seed: str) -> tuple[list[str], float]:
    """Feed a target; give the inputs that broke it, each with what it raised, and the longest
    that one took, in seconds of CPU.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    check, stock = TARGETS[target], STOCKS.get(target, PROSE)
    broken = []
    longest = 0.0
    for _ in range(inputs):
        text = mutated(chance, stock)
        signal.setitimer(signal.ITIMER_VIRTUAL, DEADLINE)
        began = time.process_time()
        try:
            check(text)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            broken.append(f"{target}: {error!r} from {text!a}")
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        longest = max(longest, time.process_time() - began)
    return broken, longest


def limit() -> None:
    """Let this process have no more time for an input, nor memory, than is said above."""
    import resource

    signal.signal(signal.SIGVTALRM, _too_long)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _too_long(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"over {DEADLINE} s")


def feed(pool: ProcessPoolExecutor, target: str, inputs: int, seed: int) -> int:
    """Feed a target in shares, print what came of it, and give how many inputs broke it."""
    shares = {
        pool.submit(run, target, min(SHARE, inputs - first), f"{seed}/{target}/{first}")
        for first in range(0, inputs, SHARE)
    }
    broken: list[str] = []
    longest = 0.0
    for share in as_completed(shares):
        found, slowest = share.result()
        broken += found
        longest = max(longest, slowest)
        print(*found[:20], sep="\n", end="\n" if found else "", flush=True)
    print(f"{target}: {inputs} inputs, {len(broken)} broke it, the longest {longest:.2f} s")
    return len(broken)


def main() -> int:
    parser = argparse.ArgumentParser(description="Feed the pure parts with mutated articles.")
    parser.add_argument(
        "targets", nargs="*", help="of " + ", ".join(TARGETS) + "; all, if none is named"
    )
    parser.add_argument("--inputs", type=int, default=100_000, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    targets = given.targets or list(TARGETS)
    broken = 0
    with ProcessPoolExecutor(given.processes, initializer=limit) as pool:
        for target in targets:
            broken += feed(pool, target, given.inputs, given.seed)
    print(f"{given.inputs * len(targets)} inputs in all, {broken} broke their target")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
