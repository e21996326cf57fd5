"""Feed a target of tests.long.fuzz by coverage, with atheris, which is installed by hand for it.

python -m tests.long.fuzz_coverage TARGET [libFuzzer's options, such as -runs=1000000]

Stops at the first input that breaks the target, and writes it to a file as libFuzzer does.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any


def main() -> None:
    atheris: Any = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["tui"]):
        targets = importlib.import_module("tests.long.targets")
    target = targets.TARGETS[sys.argv.pop(1)]

    def feed(data: bytes) -> None:
        target(data.decode("utf-8", "replace"))

    atheris.Setup(sys.argv, feed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
