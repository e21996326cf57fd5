"""MIME with caps: headers as text, and the parts that hold words."""

from __future__ import annotations

import binascii
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parseaddr
from typing import TYPE_CHECKING

from tui.locale import _
from tui.sources.loaded import SourceError
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

LONGEST_HEADER = 4096
"""Characters of a header that are decoded."""
DEEPEST = 20
MOST_PARTS = 200
_MOST_COMMENTS = 50


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that holds words."""

    type: str
    """Such as "text/html"."""
    charset: str | None
    data: bytes
    location: str | None
    """The address that a saved page's part was at."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A message, as far as a reader cares."""

    headers: dict[str, str]
    """By their names in lower case, decoded, on one line; the first of each name."""
    parts: tuple[Part, ...]

    @property
    def sender(self) -> str | None:
        """Who sent it, by name, else by address."""
        sender = self.headers.get("from", "")
        if sender.count("(") > _MOST_COMMENTS:  # each is read inside the last
            return None
        name, address = parseaddr(sender)
        return clean_line(name or address) or None


def read(data: bytes, name: str) -> Mail:
    """Take a message apart; `SourceError` for one that is nothing but nested."""
    try:
        message = message_from_bytes(data, policy=policy.compat32)
        headers: dict[str, str] = {}
        for field, value in message.raw_items():
            headers.setdefault(field.lower(), _decoded(str(value)))
        return Mail(headers, tuple(_parts(message)))
    except RecursionError:
        raise SourceError(
            _("{name}: cannot be read: too many messages inside one another").format(name=name)
        ) from None


def _parts(message: Message) -> Iterator[Part]:
    waiting = [(message, 0)]
    seen = 0
    while waiting and seen < MOST_PARTS:
        part, depth = waiting.pop()
        seen += 1
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            if depth < DEEPEST:
                waiting += [(one, depth + 1) for one in reversed(inner) if not isinstance(one, str)]
        elif part.get_content_maintype() == "text" and not _is_attached(part):
            try:
                data = part.get_payload(decode=True)
            except (ValueError, binascii.Error):
                continue
            if isinstance(data, bytes):
                location = part.get("Content-Location")
                yield Part(
                    part.get_content_type(),
                    part.get_content_charset(),
                    data,
                    clean_line(str(location)[:LONGEST_HEADER]) if location else None,
                )


def _is_attached(part: Message) -> bool:
    disposition = str(part.get("Content-Disposition") or "")[:LONGEST_HEADER]
    return disposition.strip().lower().startswith("attachment")


def _decoded(value: str) -> str:
    """Read a header: encoded words, and the raw bytes that some programs write all the same."""
    value = value[:LONGEST_HEADER]
    raw = value.encode("ascii", "surrogateescape")
    if not raw.isascii():
        return clean_line(_text(raw, None))
    try:
        pieces = decode_header(value)
    except (HeaderParseError, ValueError):
        return clean_line(value)
    return clean_line(
        "".join(
            piece if isinstance(piece, str) else _text(piece, charset) for piece, charset in pieces
        )
    )


def _text(data: bytes, charset: str | None) -> str:
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name or "utf-8")
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")
