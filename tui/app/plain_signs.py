"""The signs of the interface in ASCII, for terminals and fonts that have no others.

One filter over every line that is drawn, so that no widget needs to know. Letters of the articles
stay as they are: a terminal that cannot show them is not helped by other letters.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.filter import LineFilter

if TYPE_CHECKING:
    from textual.color import Color

ASCII = str.maketrans(
    dict.fromkeys("─━╌┄▔▁▂▃▄▅▆▇", "-")
    | dict.fromkeys("│┃▌▐▎▍▊▋█▏▕", "|")
    | dict.fromkeys("╭╮╰╯┌┐└┘┏┓┗┛├┤┬┴┼", "+")
    | {"●": "*", "★": "*", "›": ">", "→": ">", "←": "<", "↑": "^", "↓": "v", "⏎": "#", "…": "~"}
    | {"◆": "+", "✎": "!", "≠": "#"}
    | {"·": "-", "¶": "p", "×": "x", "▶": ">", "▼": "v", "▲": "^", "«": '"', "»": '"', "❯": ">"}
    | {"\u202f": " ", "\u00a0": " ", "’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"}
)
"""Each sign by one that is as wide."""


class PlainSigns(LineFilter):
    """Draws every line in the signs of ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """Exchange the signs; looks and controls stay."""
        return [
            Segment(text.translate(ASCII), style, control) if not text.isascii() else segment
            for segment in segments
            for text, style, control in (segment,)
        ]


def wanted() -> bool:
    """Ask the environment: NEWSREADER_ASCII, or an output that writes no UTF-8."""
    encoding = getattr(sys.__stdout__, "encoding", None) or "utf-8"
    return bool(os.environ.get("NEWSREADER_ASCII")) or not encoding.lower().startswith("utf")
