"""Draw the pictures of the real program that stand beside this file.

python -m screenshots.draw [SCENE …]

The samples, the sizes, the keys and the settings are fixed, so that the same program draws the same
bytes; a test compares them.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from tui import locale

HERE = Path(__file__).parent
FIRST = "seeds/otan-2023-02.txt"
"""The sample that is open in every picture; the others stand in the list below it."""

SETTLED = 4
"""Looks in a row at which nothing may have changed before a picture is taken."""
LOOK_EVERY = 0.1
PATIENCE = 300
"""Looks after which a screen that still changes is a fault."""

_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: how large, in which look and language, after which keys."""

    keys: tuple[str, ...]
    size: tuple[int, int] = (150, 40)
    theme: str = "textual-dark"
    language: str = "en"


SCENES = {
    "wide": Scene(("enter", "]", "]")),
    "narrow": Scene(("enter",), size=(80, 24)),
    "find": Scene(("enter", "slash", *"munition")),
    "figures": Scene(("3", "G")),
    "light": Scene(("enter", "]"), theme="textual-light"),
    "search": Scene(("s", *"million OR fermeture")),
    "desk": Scene(("D", "t", "t", "j", "j")),
    "plot": Scene(("D", "2", "slash", *"unit:%", "tab", "p")),
    "french": Scene(("enter", "]", "question_mark"), language="fr"),
}


def draw(name: str) -> str:
    """Give the picture of a scene as SVG."""
    with (
        tempfile.TemporaryDirectory() as home,
        patch.dict(os.environ, _environment(home), clear=False),
    ):
        os.environ.pop("NO_COLOR", None)
        os.chdir(HERE.parent)
        locale.use(SCENES[name].language)
        try:
            return asyncio.run(_draw(SCENES[name]))
        finally:
            locale.use("en")


def _environment(home: str) -> dict[str, str]:
    """Nobody's settings, and nothing that moves."""
    folders = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    return dict.fromkeys(folders, home) | {"TEXTUAL_ANIMATIONS": "none"}


def _others() -> list[str]:
    return sorted(name for file in Path("seeds").iterdir() if (name := str(file)) != FIRST)


async def _draw(scene: Scene) -> str:
    from textual.widgets import Input  # noqa: PLC0415 - after the environment is set

    from tui.app.app import NewsreaderApp  # noqa: PLC0415

    app = NewsreaderApp.open([FIRST, *_others()])
    app.theme = scene.theme
    async with app.run_test(size=scene.size) as pilot:
        picture = ""

        async def settle() -> None:
            nonlocal picture
            same = 0
            for _look in range(PATIENCE):
                await pilot.pause(LOOK_EVERY)
                for field in app.screen.query(Input):
                    field.cursor_blink = False
                now = app.export_screenshot(title="newsreader")
                same = same + 1 if now == picture and not app.workers else 0
                picture = now
                if same == SETTLED:
                    return
            raise TimeoutError("the screen does not come to rest")

        await settle()
        for key in scene.keys:
            await pilot.press(key)
        await settle()
        return "\n".join(line.rstrip() for line in _FONT_FACE.sub("", picture).split("\n"))


def file_of(name: str) -> Path:
    """Say where the picture of a scene stands."""
    return HERE / f"{name}.svg"


def main() -> int:
    """Draw the scenes named, or all of them."""
    for name in sys.argv[1:] or SCENES:
        file_of(name).write_text(draw(name), encoding="utf-8")
        print(file_of(name).relative_to(HERE.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
