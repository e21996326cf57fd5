"""What sources say about an article, brought to the one form that a document holds."""

from __future__ import annotations

import re

_WEB = re.compile(r"https?://[^\s/<>\"][^\s<>\"]*", re.IGNORECASE)


def language_code(tag: str) -> str | None:
    """Give the ISO 639-1 code of a language tag: "fr-FR" is "fr"; None for what is no tag."""
    code = tag.strip().replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isascii() and code.isalpha() else None


def web_address(text: str) -> str | None:
    """Give an address that a browser may be sent to; None for anything else, javascript: too."""
    address = text.strip()
    return address if _WEB.fullmatch(address) else None
