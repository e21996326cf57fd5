"""What the reader has chosen, in one small file that they may also write by hand.

The file is read once, at the start. The program changes only the lines that it owns, so a reader's
own lines, order and comments stay; it writes a whole new file and puts it in the old one's place.

    theme = "nord"

    [keys]
    "list.open" = "o"
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = "settings.toml"

_THEME = re.compile(r"^theme\s*=.*\n?", re.MULTILINE)
_TABLE = re.compile(r"^\[", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Settings:
    """What the reader has chosen; a value that makes no sense is as if it were not there."""

    theme: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    """Keys by the id of the binding they replace, several of them separated by commas."""

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read the file; where there is none, or none that can be read, all is as it comes."""
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return cls()
        import tomllib  # noqa: PLC0415 - most readers have no such file

        try:
            table = tomllib.loads(text)
        except tomllib.TOMLDecodeError:
            return cls()
        theme, keys = table.get("theme"), table.get("keys")
        return cls(
            theme if isinstance(theme, str) else None,
            {name: key for name, key in keys.items() if isinstance(key, str)}
            if isinstance(keys, dict)
            else {},
        )


def settings_path() -> Path:
    """Say where this system keeps the settings."""
    from platformdirs import user_config_path  # noqa: PLC0415 - of use to the app alone

    return user_config_path("newsreader", appauthor=False) / FILE


def remember_theme(path: Path, theme: str) -> None:
    """Put the theme into the file and leave the rest; OSError where that cannot be done."""
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        text = ""
    table = _TABLE.search(text)
    top, tables = (text[: table.start()], text[table.start() :]) if table else (text, "")
    line = f"theme = {json.dumps(theme, ensure_ascii=False)}\n"  # a JSON string is a TOML string
    top = _THEME.sub(lambda _: line, top, count=1) if _THEME.search(top) else line + top
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, top + tables)


def _replace(path: Path, text: str) -> None:
    import tempfile  # noqa: PLC0415 - not needed to start

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
