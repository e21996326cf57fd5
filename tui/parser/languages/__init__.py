"""Languages as data: one `Language` value each, no code paths of their own."""

from __future__ import annotations

from tui.parser.languages.language import KNOWN, Language, detect, language

__all__ = ["KNOWN", "Language", "detect", "language"]
