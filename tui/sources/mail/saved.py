"""A page that a browser saved whole (.mhtml) to its article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tui.sources.mail import mime
from tui.sources.metadata import web_address
from tui.sources.pages import reading

if TYPE_CHECKING:
    from tui.sources.worker import Answer, Given


def read(data: bytes, given: Given) -> Answer:
    """Read the page; the frames and advertisements saved with it are left."""
    mail = mime.read(data, given.name)
    page = next((part for part in mail.parts if part.type == "text/html"), None)
    if page is None:
        raise reading.empty(given)
    url = given.url or web_address(
        mail.headers.get("snapshot-content-location") or page.location or ""
    )
    return reading.read(page.data, replace(given, url=url, charset=page.charset))
