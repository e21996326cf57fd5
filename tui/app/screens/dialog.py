"""What stands over a screen until it is answered or closed."""

from __future__ import annotations

from typing import ClassVar

from textual.screen import ModalScreen, ScreenResultType


class Dialog(ModalScreen[ScreenResultType]):
    """One box in the middle, with the class `box`, as wide as a line of text and no wider."""

    DEFAULT_CSS: ClassVar[str] = """
    Dialog {
        align: center middle;

        .box {
            width: 64;
            max-width: 100%;
            height: auto;
            max-height: 90%;
            padding: 1 2;
            background: $surface;
            border: heavy $primary;
            border-title-style: bold;
        }
    }
    """
