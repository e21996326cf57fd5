"""Bytes to clean text. Nothing else in the project guesses an encoding."""

from __future__ import annotations

import codecs
import re
import sys
from html import escape

from tui.locale import _, ngettext
from tui.text.clean import REPLACEMENT, clean

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_DECLARED = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})"
    rb"|<\?xml[^<>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_ENCODING = re.compile(r"(<\?xml[^<>]*?)\s+encoding\s*=\s*[\"'][^\"'<>]*[\"']")
_DIGITS = r"&#(?:[xX]([0-9A-Fa-f]{1,9})|([0-9]{1,9}))[0-9A-Fa-f]*;?"
_REFERENCE = re.compile(_DIGITS)
_REFERENCES = re.compile(rf"{_DIGITS}(?:{_DIGITS})*")

_DECLARED_WITHIN = 4096
"""Bytes at the head of a page in which it may name its encoding; browsers look at 1024."""

_WESTERN = frozenset({"iso8859-1", "iso8859-15", "cp1252", "ascii"})
"""Declared by habit: bytes that are UTF-8 all the same are UTF-8."""

_OTHER_FORMATS = re.compile(rb"%PDF-|\{\\rtf|PK\x03\x04|\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)

_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # ESC stands in logs and hostile text

_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)

_MOST_CONTROLS = 0.1
"""A text may hold a few stray control characters; a file with a tenth of them is no text."""


class NotTextError(ValueError):
    """The bytes are no text in any encoding that a news article comes in."""


def decode(data: bytes) -> tuple[str, str | None]:
    """Give the clean text of a file, and a notice where the encoding had to be guessed.

    A byte-order mark decides; then UTF-8; then, for bytes that UTF-8 cannot be, Windows-1252, the
    encoding of old French and English files. A UTF-8 file with a few broken bytes stays UTF-8.
    """
    if _OTHER_FORMATS.match(data):
        raise NotTextError
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, errors="replace")
            return clean(text), _damage(text.count(REPLACEMENT)) if REPLACEMENT in text else None
    if len(_CONTROLS.findall(data)) > _MOST_CONTROLS * len(data):
        raise NotTextError
    try:
        return clean(data.decode("utf-8")), None
    except UnicodeDecodeError:
        pass
    if b"\0" in data:
        raise NotTextError
    text = data.decode("utf-8", errors="replace")
    broken = text.count(REPLACEMENT)
    if broken < len(_SEQUENCE.findall(data)):
        return clean(text), _damage(broken)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise NotTextError from error
    return clean(text), _("not UTF-8: read as Windows-1252")


def decode_markup(data: bytes, charset: str | None = None) -> tuple[str, str | None]:
    """Give the clean text of HTML or XML, and a notice where its encoding had to be guessed.

    A byte-order mark decides; then what came with the bytes (`charset`) or stands in them, unless
    they cannot be that; then UTF-8; then Windows-1252.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return clean(data[len(mark) :].decode(encoding, errors="replace")), None
    try:
        utf8 = data.decode("utf-8")
    except UnicodeDecodeError:
        utf8 = None
    declared = [name for name in (_codec(charset), _codec(_declared(data))) if name]
    for name in declared:
        if utf8 is not None and (name == "utf-8" or name in _WESTERN):
            break
        if name != "utf-8" or not declared[1:]:
            try:
                return clean(data.decode("cp1252" if name in _WESTERN else name)), None
            except UnicodeDecodeError:
                continue
    if utf8 is not None:
        return clean(utf8), None
    text = data.decode("utf-8", errors="replace")
    broken = text.count(REPLACEMENT)
    if "utf-8" in declared and broken < len(_SEQUENCE.findall(data)):
        return clean(text), _damage(broken)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")  # the C1 among it is refused at the door
    return clean(text), _("not UTF-8: read as Windows-1252")


def decode_xml(data: bytes, charset: str | None = None) -> bytes:
    """Give XML as UTF-8, whatever it was in, and with no word left about that."""
    text, _notice = decode_markup(data, charset)
    text = mend_references(text)
    return _ENCODING.sub(r"\1", text.lstrip("\ufeff \n\t"), count=1).encode()


def mend_references(text: str) -> str:
    """Give characters where a reference names none that markup may hold.

    "&#55357;&#56832;" is an emoji in halves; a control or a number beyond them all is U+FFFD.
    Parsers stop there, or break.
    """
    return _REFERENCES.sub(_mended, text)


def _mended(references: re.Match[str]) -> str:
    written = _REFERENCE.findall(references[0])
    codes = [int(hexa, 16) if hexa else int(digits) for hexa, digits in written]
    if all(map(_is_character, codes)):
        return references[0]
    halves = "".join(chr(code) if code <= sys.maxunicode else REPLACEMENT for code in codes)
    return escape(clean(halves.encode("utf-16", "surrogatepass").decode("utf-16", "replace")))


def _is_character(code: int) -> bool:
    """Say whether XML may hold a character, as its section 2.2 has it."""
    return (
        code in (0x9, 0xA, 0xD)
        or 0x20 <= code < 0xD800
        or 0xE000 <= code < 0xFFFE
        or 0xFFFF < code <= sys.maxunicode
    )


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _codec(name: str | None) -> str | None:
    """Give Python's name of a text encoding; None for what is none."""
    try:
        found = codecs.lookup((name or "").strip("\"' "))
    except (LookupError, ValueError):
        return None
    return found.name if found._is_text_encoding else None  # noqa: SLF001 - hex is a codec too


def _damage(count: int) -> str:
    return ngettext(
        "{count} damaged character, shown as \ufffd",
        "{count} damaged characters, shown as \ufffd",
        count,
    ).format(count=count)
