"""Where the library is: as chosen, else as the environment says, else the usual place."""

from __future__ import annotations

import os
from pathlib import Path


def library_file(chosen: Path | None) -> Path:
    """Give the file of the library, which need not exist yet."""
    named = chosen or os.environ.get("NEWSREADER_LIBRARY")
    if named:
        return Path(named)
    from platformdirs import user_data_path  # noqa: PLC0415 - slow to load

    return user_data_path("newsreader", appauthor=False) / "library.db"
