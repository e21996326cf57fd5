"""OPML: the list of feeds by which readers hand each other what somebody follows."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # to write; what comes in is read by defusedxml

from tui.locale import _
from tui.sources.decode import decode_xml
from tui.sources.loaded import SourceError
from tui.sources.metadata import web_address
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 5_000_000
"""Bytes of a list."""
MOST_OUTLINES = 10_000
DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Outline:
    """A feed that somebody follows."""

    url: str
    title: str
    folder: tuple[str, ...] = ()
    """The folders that it lies in, the outermost first."""
    site: str | None = None


def read(data: bytes, name: str) -> list[Outline]:
    """Read a list; feeds that are not on the web are left out. Raises `SourceError`."""
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - seldom needed
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415

    if len(data) > LARGEST:
        raise _refused(name)
    found: list[Outline] = []
    path: list[str | None] = []
    count = 0
    is_list = False
    try:
        for event, element in iterparse(
            BytesIO(decode_xml(data)), events=("start", "end"), forbid_dtd=True
        ):
            if event == "end":
                if element.tag == "outline":
                    path.pop()
                element.clear()
            elif element.tag == "opml":
                is_list = True
            elif element.tag == "outline":
                count += 1
                if count > MOST_OUTLINES or len(path) >= DEEPEST:
                    raise _refused(name)
                outline = _outline(element.attrib, path)
                if isinstance(outline, Outline):
                    found.append(outline)
                path.append(None if isinstance(outline, Outline) else outline)
    except (ET.ParseError, DefusedXmlException, ValueError) as error:
        raise SourceError(_("{name}: not a list of feeds (OPML)").format(name=name)) from error
    if not is_list:
        raise SourceError(_("{name}: not a list of feeds (OPML)").format(name=name))
    return found


def _outline(attributes: dict[str, str], path: list[str | None]) -> Outline | str | None:
    """Read an outline: a feed, the name of a folder, or None for what is neither."""
    given = {key.lower(): value for key, value in attributes.items()}
    title = clean_line(given.get("title") or given.get("text") or "")
    if "xmlurl" not in given:
        return title or None
    url = web_address(clean_line(given["xmlurl"]))
    if url is None:
        return None
    folder = tuple(name for name in path if name)
    return Outline(url, title or url, folder, web_address(clean_line(given.get("htmlurl", ""))))


def write(outlines: Iterable[Outline], title: str) -> bytes:
    """Write a list that any reader reads, folders and all."""
    root = ET.Element("opml", version="2.0")
    ET.SubElement(ET.SubElement(root, "head"), "title").text = title
    body = ET.SubElement(root, "body")
    folders: dict[tuple[str, ...], ET.Element] = {(): body}
    for outline in outlines:
        for depth in range(1, len(outline.folder) + 1):
            here = outline.folder[:depth]
            if here not in folders:
                folders[here] = ET.SubElement(
                    folders[here[:-1]], "outline", text=here[-1], title=here[-1]
                )
        feed = ET.SubElement(
            folders[outline.folder],
            "outline",
            {"type": "rss", "text": outline.title, "title": outline.title, "xmlUrl": outline.url},
        )
        if outline.site:
            feed.set("htmlUrl", outline.site)
    ET.indent(root)
    written = ET.tostring(root, "unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'.encode()


def _refused(name: str) -> SourceError:
    return SourceError(
        _("{name}: cannot be read: too large or too intricate for its kind").format(name=name)
    )
