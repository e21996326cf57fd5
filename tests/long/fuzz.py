"""Feed the pure parts with mutated articles until one breaks.

python -m tests.long.fuzz [TARGET…] [--inputs 100000] [--seed 1]

Every input is cut, joined and spoilt from our own texts and from pieces that are known to hurt. An
input that raises, breaks a promise or takes longer than DEADLINE seconds is printed as Python
writes it, ready to become a test. tests.long.fuzz_coverage feeds the same targets by coverage.
"""

from __future__ import annotations

import argparse
import io
import random
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.hostile.collection import LATER, SEQUENCES, SPEECH, STATEMENT
from tests.long.robustness import faults
from tui.library.query import grammar
from tui.library.query.errors import QueryError
from tui.parser import Document, parse
from tui.sources.decode import NotTextError, decode
from tui.sources.json_lines import read_json_lines
from tui.sources.loaded import SourceError
from tui.sources.markdown import read_markdown
from tui.text.clean import clean
from tui.text.find import find_all
from tui.text.wrap import wrap

if TYPE_CHECKING:
    from collections.abc import Callable

DEADLINE = 10

ROOT = Path(__file__).parents[2]
TEXTS = [
    file.read_text("utf-8")
    for folder in ("seeds", "tests/gold/fr", "tests/gold/en")
    for file in sorted((ROOT / folder).iterdir())
    if file.suffix in {".txt", ".md"}
]

PIECES = (
    *SEQUENCES.values(),
    *"\"'«»“”‘’„‚‹›—–-()[]{}<>*_`#|&;:,.!?/\\%€$°ªº½\u00a0\u202f\u2009\u00ad\u200b\ufeff\u0301\t\n",
    *("\n\n", "« ", " »", "“‘", "’”", "…", "--", "http://", "<b>", "&amp;", "](", "---\n", "\r"),
    *(SPEECH, LATER, STATEMENT, "dit-il", " a dit ", " selon ", "que ", "qu’", " said ", "he "),
    *("0", "1", "00", "1er", "1 000", "1,5", "1.5", "2023-02", "mai", "lundi", "il y a ", "XXe"),
    *("millions d’euros", " %", " km/h", "deux", "quatre-vingt", "mille", "et demi", "½", "10^9"),
    *("entre 2 et ", "de 3 à ", "plus de ", "M. ", "Mme ", "de la ", "A. B. ", "ÉCOLE ", "İ", "ß"),
    *('"', "'", "(", ")", "OR ", "-", "*", "qui:", "valeur:>", "depuis:", "since:", "is:", "NEAR("),
)


def mutated(chance: random.Random, longest: int = 400) -> str:
    """Make an input: a stretch of one of our texts, spoilt a few times."""
    source = chance.choice(TEXTS)
    start = chance.randrange(len(source))
    text = source[start : start + chance.randrange(1, longest)]
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(text) + 1)
        match chance.randrange(6):
            case 0:
                text = text[:at] + chance.choice(PIECES) + text[at:]
            case 1:
                text = text[:at] + chance.choice(PIECES) * chance.randrange(2, 30) + text[at:]
            case 2:
                text = text[:at] + text[at + chance.randrange(1, 20) :]
            case 3:
                other = chance.choice(TEXTS)
                begin = chance.randrange(len(other))
                text = text[:at] + other[begin : begin + chance.randrange(80)] + text[at:]
            case 4:
                most = chance.choice((128, 0x3000, 0xD800))
                text = text[:at] + chr(chance.randrange(most)) + text[at:]
            case _:
                text = text[:at] + text[max(0, at - chance.randrange(1, 30)) : at] + text[at:]
    return text


def check_parse(text: str) -> None:
    article = parse(Document.plain(clean(text)))
    assert not list(faults(article))
    _check_blocks(article.document)


def check_markdown(text: str) -> None:
    document = read_markdown(clean(text))
    _check_blocks(document)
    assert not list(faults(parse(document)))


def check_json_lines(text: str) -> None:
    line = '{"text": "' + text.replace("\n", "\\n") + '", "lang": "fr"}\n' + text
    for found in read_json_lines(io.BytesIO(line.encode("utf-8", "surrogatepass")), "x"):
        if not isinstance(found, SourceError):
            _check_blocks(found.document)


def check_decode(text: str) -> None:
    try:
        decoded, _notice = decode(text.encode("utf-8", "surrogatepass")[1:])
    except NotTextError:
        return
    assert clean(decoded) == decoded


def check_clean(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def check_query(text: str) -> None:
    for typing in (True, False):
        try:
            grammar.parse(text[:200], typing=typing)
        except QueryError as told:
            message = str(told)
        else:
            continue
        assert clean(message) == message


def check_find(text: str) -> None:
    text = clean(text)
    query = text[len(text) // 2 :][:8]
    for start, end in find_all(text, query):
        assert 0 <= start < end <= len(text)


def check_wrap(text: str) -> None:
    text = clean(text)
    last = 0
    for start, end in wrap(
        text, 0, len(text), 1 + len(text) % 80, lambda body: bytes([1]) * len(body)
    ):
        assert last <= start <= end
        assert not text[last:start].strip()
        last = end
    assert not text[last:].strip()


TARGETS: dict[str, Callable[[str], None]] = {
    "parse": check_parse,
    "markdown": check_markdown,
    "json_lines": check_json_lines,
    "decode": check_decode,
    "clean": check_clean,
    "query": check_query,
    "find": check_find,
    "wrap": check_wrap,
}


def _check_blocks(document: Document) -> None:
    assert clean(document.text) == document.text
    for block in document.blocks:
        assert 0 <= block.start <= block.end <= len(document.text)


def run(target: str, inputs: int, seed: int) -> list[str]:
    """Feed a target; give the inputs that broke it, each with what it raised."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    broken = []
    for _ in range(inputs):
        text = mutated(chance)
        signal.alarm(DEADLINE)
        try:
            TARGETS[target](text)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told
            broken.append(f"{target}: {error!r} from {text!a}")
        finally:
            signal.alarm(0)
    return broken


def _too_long(_signal: int, _frame: object) -> None:
    raise TimeoutError(f"over {DEADLINE} s")


def main() -> int:
    parser = argparse.ArgumentParser(description="Feed the pure parts with mutated articles.")
    parser.add_argument(
        "targets", nargs="*", help="of " + ", ".join(TARGETS) + "; all, if none is named"
    )
    parser.add_argument("--inputs", type=int, default=100_000, help="for each target")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    signal.signal(signal.SIGALRM, _too_long)
    status = 0
    for target in given.targets or TARGETS:
        broken = run(target, given.inputs, given.seed)
        print(f"{target}: {given.inputs} inputs, {len(broken)} broke it", *broken[:20], sep="\n")
        status |= bool(broken)
    return status


if __name__ == "__main__":
    sys.exit(main())
