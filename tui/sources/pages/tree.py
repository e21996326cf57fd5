"""A tree of elements to blocks: headings, lists, quotations, tables, code and links stay theirs.

It reads HTML, and what trafilatura makes of HTML, in which a heading is `head` and a link is `ref`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from lxml import etree, html

from tui.sources.decode import mend_references
from tui.sources.metadata import web_address
from tui.text.clean import clean

if TYPE_CHECKING:
    from tui.parser.document import BlockKind
    from tui.sources.writing import Writer

_UNSEEN = (
    *(
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "svg",
        "math",
        "iframe",
        "object",
    ),
    *("embed", "canvas", "audio", "video", "map", "select", "button", "input", "textarea"),
)

_BLOCKS = frozenset(
    "address article aside body caption center dd details div dl dt fieldset figcaption figure"
    " footer form header hgroup hr html legend main nav p section summary table tbody tfoot thead"
    " doc td th tr row cell".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_QUOTATIONS = frozenset({"blockquote", "quote"})
_LISTS = frozenset({"ul", "ol", "menu", "dir", "list"})
_ITEMS = frozenset({"li", "item"})
_ROWS = frozenset({"tr", "row"})
_CELLS = frozenset({"td", "th", "cell"})
_LINKS = {"a": "href", "ref": "target"}
_BREAKS = frozenset({"br", "lb"})
_HOLDERS = frozenset({"td", "div", "body", "center", "article", "section", "main"})
"""Elements that hold whole paragraphs."""

_WITHIN_CELLS = frozenset({"table", "ul", "ol", "list", "blockquote", *_HEADINGS})
"""What a table is made of when it lays out a page rather than hold data."""

_PARAGRAPHS_OF_A_CELL = 3

_SPACE = re.compile(r"[\t\n\r\f][ \t\n\r\f]*| [ \t\n\r\f]+")
"""Space that is not one blank already: few among many, and all else stands as it is."""
_PAUSE = re.compile(r" ?\n ?\n[ \n]*")
"""Two breaks in a row, by which old pages part their paragraphs."""

_INVISIBLE = re.compile(r"(?i)display\s*:\s*none|mso-hide\s*:\s*all|visibility\s*:\s*hidden")


def parse(text: str) -> html.HtmlElement | None:
    """Read HTML as a tree; None where there is nothing in it."""
    text = mend_references(text.replace("\0", "\ufffd"))
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    data = text.encode("utf-8", "replace")
    if not data.strip():
        return None
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):  # no element at all
        return None


def drop_unseen(root: html.HtmlElement, *, hidden: bool = False) -> None:
    """Take out what no reader sees; with `hidden` also what a style sheet on the spot hides."""
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    if hidden:
        for element in root.xpath("//*[@style or @hidden]"):
            unseen = "hidden" in element.attrib or _INVISIBLE.search(element.get("style", ""))
            if unseen and element.getparent() is not None:
                element.drop_tree()


def mark_quotations(root: html.HtmlElement, language: str | None) -> None:
    """Write the marks that a browser puts around `<q>`: nothing else says that these are quoted."""
    left, right = ("«\u00a0", "\u00a0»") if (language or "").startswith("fr") else ("“", "”")
    for element in root.iter("q"):
        words = element.text_content().strip()
        if words and words[0] not in '«“"‹‘„':
            element.text = left + (element.text or "").lstrip()
            if len(element):
                last = element[-1]
                last.tail = (last.tail or "").rstrip() + right
            else:
                element.text = element.text.rstrip() + right
        element.tag = "span"


def settle_links(root: html.HtmlElement, base: str | None) -> None:
    """Write every link in full, and take the address off those that do not lead to the web."""
    for element in root.iter("a"):
        if (href := element.get("href")) is None:
            continue
        if address := _address(base, href):
            element.set("href", address)
        else:
            del element.attrib["href"]


def _address(base: str | None, href: str) -> str | None:
    try:
        return web_address(clean(urljoin(base or "", href.strip())))
    except ValueError:
        return None


def part_paragraphs(root: html.HtmlElement) -> None:
    """Make paragraphs of what old pages part by two breaks in a row."""
    for parent in {br.getparent() for br in root.iter("br") if _is_pause(br)}:
        if parent.tag not in _HOLDERS or sum(_is_pause(br) for br in parent.iter("br")) < 2:
            continue
        children = list(parent)
        paragraph = etree.Element("p")
        paragraph.text, parent.text = parent.text, None
        made = [paragraph]
        for child in children:
            if child.tag == "br" and (_is_pause(child) or _is_pause(child.getprevious())):
                tail, child.tail = child.tail, None
                parent.remove(child)
                if (tail or "").strip() or not _is_empty(made[-1]):
                    made.append(etree.Element("p"))
                    made[-1].text = tail
            elif child.tag in _BLOCKS or child.tag in _HEADINGS or child.tag in _LISTS:
                tail, child.tail = child.tail, None
                made += [child, etree.Element("p")]
                made[-1].text = tail
            else:
                made[-1].append(child)
        parent[:] = [one for one in made if one.tag != "p" or not _is_empty(one)]


def _is_pause(element: etree._Element | None) -> bool:
    """Say whether this is a break that another follows at once."""
    if element is None or element.tag != "br" or (element.tail or "").strip():
        return False
    following = element.getnext()
    return following is not None and following.tag == "br"


def _is_empty(element: etree._Element) -> bool:
    return len(element) == 0 and not (element.text or "").strip()


def hold_code(root: html.HtmlElement) -> None:
    """Put the words of each `<pre>` in one `<span>`: so trafilatura sees that they are code."""
    for element in root.iter("pre"):
        words = _verbatim(element)
        for child in list(element):
            element.remove(child)
        element.text = None
        etree.SubElement(element, "span").text = words


def write(root: etree._Element, writer: Writer, base: str | None = None) -> None:
    """Write all that a tree holds as blocks."""
    _Walk(writer, base).walk(root)


class _Walk:
    """The place in the tree: what block the words belong to that are met here."""

    def __init__(self, writer: Writer, base: str | None) -> None:
        self._writer = writer
        self._base = base
        self._parts: list[str] = []
        self._length = 0
        self._spaced = True
        """Whether another space would be one too many."""
        self._links: list[tuple[int, int, str]] = []
        self._opened: list[tuple[int, str | None]] = []
        self._lists: list[int | None] = []
        self._marker = ""
        self._quotation = self._heading = 0
        self._data: list[bool] = []
        """For each table around: whether it holds data."""
        self._in_row = False

    def walk(self, root: etree._Element) -> None:
        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                if self._enter(element):
                    walk.skip_subtree()
                else:
                    self._say(element.text)
            else:
                if event == "end":
                    self._leave(element)
                if element is not root:
                    self._say(element.tail)
        self._flush()

    def _enter(self, element: etree._Element) -> bool:
        """Begin an element; say whether all of it has been read."""
        tag = element.tag
        if tag in _LINKS:
            self._opened.append((self._length, element.get(_LINKS[tag])))
        elif tag in _BREAKS:
            self._add("\n")
        elif tag == "pre" or (tag == "code" and _is_block(element)):
            self._flush()
            self._writer.add(_verbatim(element), "code")
            return True
        elif self._in_row:
            self._enter_in_row(element)
        elif (level := _HEADINGS.get(tag) or _level(element)) is not None:
            self._flush()
            self._heading = level
        elif tag in _QUOTATIONS:
            self._flush()
            self._quotation += 1
        elif tag in _LISTS:
            self._flush()
            ordered = tag == "ol" or element.get("rend") == "ol"
            self._lists.append(_number(element.get("start")) if ordered else None)
        elif tag in _ITEMS:
            self._flush()
            self._begin_item()
        elif tag == "table":
            self._flush()
            self._data.append(_holds_data(element))
        elif tag in _ROWS:
            self._flush()
            self._in_row = bool(self._data and self._data[-1])
        elif tag in _BLOCKS:
            self._flush()
        return False

    def _enter_in_row(self, element: etree._Element) -> None:
        if element.tag in _CELLS:
            first = element.getprevious() is None
            if not first:
                self._parts.append(" | ")
                self._length += 3
                self._spaced = True
        elif element.tag in _BLOCKS:
            self._add(" ")

    def _leave(self, element: etree._Element) -> None:
        tag = element.tag
        if tag in _LINKS and self._opened:
            start, href = self._opened.pop()
            if href and start < self._length and (address := _address(self._base, href)):
                self._links.append((start, self._length, address))
        elif tag in _ROWS and self._in_row:
            self._flush("row")
            self._in_row = False
        elif self._in_row:
            if tag in _BLOCKS and tag not in _CELLS:
                self._add(" ")
        elif tag in _HEADINGS or _level(element) is not None:
            self._flush()
            self._heading = 0
        elif tag in _QUOTATIONS:
            self._flush()
            self._quotation = max(0, self._quotation - 1)
        elif tag in _LISTS:
            self._flush()
            if self._lists:
                self._lists.pop()
            self._marker = ""
        elif tag in _ITEMS or tag in _BLOCKS:
            self._flush()
            if tag == "table" and self._data:
                self._data.pop()

    def _begin_item(self) -> None:
        if not self._lists:
            return
        number = self._lists[-1]
        self._marker = "• " if number is None else f"{number}. "
        if number is not None:
            self._lists[-1] = number + 1

    def _say(self, text: str | None) -> None:
        if text:
            self._add(_SPACE.sub(" ", text))

    def _add(self, words: str) -> None:
        if self._spaced:
            words = words.lstrip(" ")
        if not words:
            return
        if words == "\n" and self._parts and self._parts[-1].endswith(" "):
            self._parts[-1] = self._parts[-1][:-1]
            self._length -= 1
        self._spaced = words[-1] in " \n"
        self._parts.append(words)
        self._length += len(words)

    def _flush(self, kind: BlockKind | None = None) -> None:
        """Write the words met so far as a block, or as several where two breaks part them."""
        words, links = "".join(self._parts), self._links
        self._parts, self._links, self._length, self._spaced = [], [], 0, True
        self._opened = [(0, href) for _start, href in self._opened]
        if not words.strip(" |\n"):
            return
        level = 0
        if kind == "row":
            words = words.rstrip(" |")
        elif self._heading:
            kind, level = "heading", self._heading
        elif self._quotation:
            kind, level = "quotation", self._quotation
        elif self._lists:
            kind, level = "item", len(self._lists)
        else:
            kind = "paragraph"
        start = 0
        for pause in (*_PAUSE.finditer(words), None):
            end = pause.start() if pause else len(words)
            self._write(words, start, end, kind, level, links)
            start = pause.end() if pause else end

    def _write(
        self,
        words: str,
        start: int,
        end: int,
        kind: BlockKind,
        level: int,
        links: list[tuple[int, int, str]],
    ) -> None:
        while start < end and words[start] in " \n":
            start += 1
        while end > start and words[end - 1] in " \n":
            end -= 1
        inside = [
            (max(begin, start) - start, min(stop, end) - start, href)
            for begin, stop, href in links
            if begin < end and stop > start
        ]
        self._writer.add(
            words[start:end],
            kind,
            level=level,
            marker="" if kind in ("row", "heading") else self._marker,
            links=[link for link in inside if words[start + link[0] : start + link[1]].strip()],
        )
        if kind not in ("row", "heading"):
            self._marker = ""


def _level(element: etree._Element) -> int | None:
    """Give the level of trafilatura's heading: `<head rend="h2">`."""
    if element.tag != "head":
        return None
    return _HEADINGS.get(element.get("rend") or "", 2)


def _number(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"\d{1,4}", text, re.ASCII) else 1


def _is_block(element: etree._Element) -> bool:
    """Say whether code stands by itself; else it is a word of its sentence."""
    return "\n" in "".join(map(str, element.itertext())).strip()


def _verbatim(element: etree._Element) -> str:
    parts: list[str] = []
    for event, one in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append("\n" if one.tag in _BREAKS else one.text or "")
        elif one is not element:
            parts.append(one.tail or "")
    return "".join(parts).strip("\n")


def _holds_data(table: etree._Element) -> bool:
    """Say whether a table holds data; letters and old pages are laid out in tables, which do not.

    A table of data has a row of two cells at least, and no cell that is a page of its own.
    """
    widest = 0
    for row in table.iter(*_ROWS):
        widest = max(widest, sum(cell.tag in _CELLS for cell in row))
    if widest < 2:
        return False
    for cell in table.iter(*_CELLS):
        paragraphs = 0
        for inner in cell.iterdescendants():
            if inner.tag in _WITHIN_CELLS and (inner.tag != "head" or cell.tag != "cell"):
                return False
            paragraphs += inner.tag == "p"
        if paragraphs >= _PARAGRAPHS_OF_A_CELL:
            return False
    return True
