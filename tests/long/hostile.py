"""The hostile collection at full size: each file through each way in and out, with its cost.

python -m tests.long.hostile [WAY…] [--size 1.0] [--seconds 60] [--memory 1000] [--files NAME…]

A way that takes longer for a file, needs more megabytes, prints a byte that drives a terminal or
ends in a traceback is told at the end, and the exit status is 1. Linux only: it asks /proc.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.app.test_terminal import UNSAFE, Terminal
from tests.hostile.collection import COLLECTION
from tests.hostile.test_commands import ALLOWED, REFUSED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]

FORMS = ("table", "json", "jsonl", "csv", "markdown", "bibtex", "csl")


@dataclass(frozen=True, slots=True)
class Cost:
    """What a way took."""

    seconds: float
    """Of CPU; of the wall where the way is the app."""
    peak: float
    """Megabytes."""
    wrong: str | None = None


WORDS = {"front matter.md": "a: ", "table.md": "a"}
"""What is seen of the files that hold no ordinary evidence."""

Way = tuple[str, "Callable[[], Cost]"]


def run(seconds: float, *arguments: str | Path) -> Cost:
    """Run a command, its workers counted; `wrong` says what it may not do."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        program = subprocess.Popen(
            [sys.executable, "-m", "tui", *map(str, arguments)], cwd=ROOT, stdout=out, stderr=err
        )
        until = time.monotonic() + seconds
        peak = 0.0
        wrong = None
        while not (ended := os.wait4(program.pid, os.WNOHANG))[0]:
            peak = max(peak, _peak(program.pid))
            if time.monotonic() > until:
                wrong = f"over {seconds:.0f} s"
                program.kill()
            time.sleep(0.02)
        program.returncode = os.waitstatus_to_exitcode(ended[1])
        out.seek(0)
        err.seek(0)
        printed, errors = out.read().decode(), err.read().decode()
    if "Traceback (most recent call last):" in errors:
        wrong = errors.splitlines()[-1]
    elif any(ord(c) not in ALLOWED for c in printed + errors):
        wrong = "a byte that drives a terminal"
    elif program.returncode < 0:
        wrong = wrong or f"ended by signal {-program.returncode}"
    return Cost(ended[2].ru_utime + ended[2].ru_stime, peak, wrong)


def use(seconds: float, file: Path, *, refused: bool) -> Cost:
    """Open a file in a terminal, go about in it, and quit; what is refused is said there."""
    began = time.monotonic()
    terminal = Terminal(file)
    wrong = None
    peak = 0.0
    try:
        terminal.wait_for(file.name[:10] if refused else WORDS.get(file.name, "Il faut agir"))
        for keys in ("3", "j", "2", "G", "g", "/e\r", "\x1b", "?", "\x1b"):
            terminal.press(keys)
            terminal.read_for(0.2)
        peak = _peak(terminal.pid)
        if terminal.leave() != 0:
            wrong = "ended with an error"
    except AssertionError as error:
        wrong = str(error)[:100]
    finally:
        terminal.close()
    taken = time.monotonic() - began
    if taken > seconds:
        wrong = wrong or f"over {seconds:.0f} s"
    if wrong is None and UNSAFE.search(terminal.text):
        wrong = "a byte that drives a terminal"
    return Cost(taken, peak, wrong)


def _peak(pid: int) -> float:
    """Give the megabytes that a process and its children have had at most, each for itself."""
    process = Path(f"/proc/{pid}")
    try:
        [most] = [line for line in _lines(process / "status") if line.startswith("VmHWM")]
        children = [int(child) for file in process.glob("task/*/children")
                    for line in _lines(file) for child in line.split()]  # fmt: skip
    except (OSError, ValueError):  # it has ended
        return 0.0
    return int(most.split()[1]) / 1000 + sum(map(_peak, children))


def _lines(file: Path) -> list[str]:
    return file.read_text("ascii").splitlines()


def ways(folder: Path, files: list[Path], seconds: float) -> Iterator[Way]:
    """Give all ways in, file by file, then those out of the library that has taken them in."""
    library = ("--library", folder.parent / "library.db")
    for file in files:
        name = ascii(file.name)
        for form in ("jsonl", "csv", "markdown", "html"):
            yield f"extract {form} {name}", partial(run, seconds, "extract", "--format", form, file)
        yield f"read {name}", partial(run, seconds, "read", file)
        yield f"add {name}", partial(run, seconds, "add", *library, file)
        yield f"app {name}", partial(use, seconds, file, refused=file.name in REFUSED)
    yield "update", partial(run, seconds * len(files), "update", *library)
    for command in ("quotes", "figures", "search"):
        query = ("agir",) if command == "search" else ()
        for form in FORMS:
            given = (command, *library, "--format", form, *query)
            yield f"{command} {form}", partial(run, seconds, *given)
    yield "export", partial(run, seconds, "export", *library, folder.parent / "out")
    yield "doctor", partial(run, seconds, "doctor", *library)


def main() -> int:
    parser = argparse.ArgumentParser(description="Send the hostile collection at full size.")
    parser.add_argument("ways", nargs="*", help="extract, read, add, app, export, …; else all")
    parser.add_argument("--size", type=float, default=1.0, help="megabytes of what is big")
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--memory", type=int, default=1_000, help="megabytes at most")
    parser.add_argument("--files", nargs="*", help="only these")
    given = parser.parse_args()
    faults = []
    count = 0
    dearest: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as place:
        os.environ |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"), place)
        folder = Path(place) / "hostile"
        # Elsewhere: what a process has held before it becomes the program counts as the program's.
        maker = [sys.executable, "-m", "tests.hostile.collection", folder, "--size", given.size]
        subprocess.run(list(map(str, maker)), cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        files = [folder / attack.name for attack in COLLECTION]
        chosen = [file for file in files if not given.files or file.name in given.files]
        for way, do in ways(folder, chosen, given.seconds):
            kind = way.split()[0]
            if given.ways and kind not in given.ways:
                continue
            cost = do()
            count += 1
            print(f"{cost.seconds:6.2f} s {cost.peak:6.0f} MB  {way}", flush=True)
            most = dearest.get(kind, (0.0, 0.0))
            dearest[kind] = (max(most[0], cost.seconds), max(most[1], cost.peak))
            wrong = cost.wrong or (f"{cost.peak:.0f} MB" if cost.peak > given.memory else None)
            if wrong:
                faults.append(f"{way}: {wrong}")
                print(f"  {wrong}", flush=True)
    for kind, (seconds, peak) in dearest.items():
        print(f"{kind}: {seconds:.1f} s and {peak:.0f} MB at most")
    print(f"{count} runs, {len(faults)} went wrong", *faults, sep="\n")
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())
