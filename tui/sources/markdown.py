"""Markdown to a document. The text is what the reader shows: marks become blocks.

The front matter says what the article is (title, date, author, language, address) and is no part of
the text, but for a title that the text does not repeat.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tui.parser import Block, Document
from tui.parser.dates import read_date
from tui.sources.metadata import language_code, web_address
from tui.sources.writing import Writer
from tui.text.clean import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

LARGEST = 500_000
MOST_BRACKETS = 20_000
"""Characters, and "[" among them. Beyond, marks take more than a second or two to resolve, and no
article is so written; such a text is shown as it stands."""

_DEEPEST = 100
"""Levels of quotations and lists inside one another; what lies deeper is hostile."""

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:[ \t]*(.*)")
_LIST_ITEM = re.compile(r"\s+-[ \t]+(.*)|-[ \t]+(.*)")

_BYLINE = ("byline", "author", "authors")
_DATE = ("date", "published")
_LANGUAGE = ("lang", "language")
_ADDRESS = ("url", "link", "source")

_HIDDEN_HTML = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def read_markdown(source: str) -> Document:
    """Read Markdown that has passed `clean`."""
    if len(source) > LARGEST or source.count("[") > MOST_BRACKETS:
        return Document.plain(source)
    front, body = split_front_matter(source)
    text = Writer()
    _write(body, text, title=front.get("title"))
    whole = text.text
    titles = (block for block in text.blocks if block.kind == "heading" and block.level == 1)
    first = next(titles, None)
    heading = clean_line(whole[first.start : first.end]) if first else ""
    plain = Document.plain(whole)  # for what the text says of itself

    def given(keys: tuple[str, ...]) -> Iterator[str]:
        return (front[key] for key in keys if front.get(key))

    header = [block for block in plain.blocks if block.kind == "header"]
    return Document(
        text=whole,
        blocks=tuple(_as_header(block, header) for block in text.blocks),
        title=front.get("title") or heading or plain.title,
        byline=next(given(_BYLINE), plain.byline),
        published=next(filter(None, map(read_date, given(_DATE))), plain.published),
        language=next(filter(None, map(language_code, given(_LANGUAGE))), None),
        url=next(filter(None, map(web_address, given(_ADDRESS))), None),
    )


def _as_header(block: Block, header: list[Block]) -> Block:
    """Take a paragraph for what it is in plain text too: "Par Anne Roux" is a byline."""
    within = any(part.start <= block.start and block.end <= part.end for part in header)
    if block.kind == "paragraph" and within:
        return Block(block.start, block.end, "header")
    return block


def split_front_matter(source: str) -> tuple[dict[str, str], str]:
    r"""Part `key: value` lines between `---` from the text below them; lists are joined by commas.

    >>> split_front_matter("---\ntitle: Un titre\n---\nTexte.")
    ({'title': 'Un titre'}, 'Texte.')
    """
    match = _FRONT_MATTER.match(source)
    if not match:
        return {}, source
    values: dict[str, list[str]] = {}
    key = None
    for line in match[1].split("\n"):
        if found := _FIELD.match(line):
            key = found[1].lower()
            inner = found[2].strip()
            listed = inner[1:-1].split(",") if re.fullmatch(r"\[.*\]", inner) else [inner]
            values[key] = [value for part in listed if (value := _unquote(part))]
        elif key and (item := _LIST_ITEM.match(line)) and (value := _unquote(item[1] or item[2])):
            values[key].append(value)
    if not values:  # two rules around a text are no front matter
        return {}, source
    return {key: ", ".join(parts) for key, parts in values.items()}, source[match.end() :]


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        value = value[1:-1]
    return clean_line(value)


def _write(body: str, text: Writer, *, title: str | None) -> None:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 60 ms, for Markdown alone

    reader = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    tokens = reader.parse(body)
    if title and not (tokens and tokens[0].tag == "h1"):
        text.add(title, "heading", level=1)
    lists: list[int | None] = []
    """The lists we are in: the next number of an ordered one, None for bullets."""
    marker = ""
    heading = quotation = 0
    row: list[str] | None = None
    for token in tokens:
        match token.type:
            case "heading_open":
                heading = int(token.tag[1:])
            case "heading_close":
                heading = 0
            case "blockquote_open":
                quotation += 1
            case "blockquote_close":
                quotation -= 1
            case "bullet_list_open":
                lists.append(None)
            case "ordered_list_open":
                lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                number = lists[-1]
                marker = "• " if number is None else f"{number}. "
                lists[-1] = None if number is None else number + 1
            case "tr_open":
                row = []
            case "tr_close":
                text.add(" | ".join(row or ()), "row")
                row = None
            case "fence" | "code_block":
                text.add(token.content.rstrip("\n"), "code")
            case "html_block":
                text.add(_visible(token.content), "paragraph")
            case "inline":
                words, links = _inline(token)
                if row is not None:
                    row.append(words)
                elif heading:
                    text.add(words, "heading", level=heading, links=links)
                elif quotation:
                    text.add(words, "quotation", level=quotation, marker=marker, links=links)
                    marker = ""
                elif lists:
                    text.add(words, "item", level=len(lists), marker=marker, links=links)
                    marker = ""
                else:
                    text.add(words, "paragraph", links=links)


def _inline(token: Token) -> tuple[str, list[tuple[int, int, str]]]:
    """Give the words of a line of tokens and the links among them, as start, end, href."""
    parts: list[str] = []
    links: list[tuple[int, int, str]] = []
    length = 0
    opened: tuple[int, str] | None = None
    for child in token.children or ():
        match child.type:
            case "softbreak":
                words = " "
            case "hardbreak":
                words = "\n"
            case "html_inline":
                words = "\n" if child.content.lower().startswith("<br") else ""
            case "link_open":
                opened, words = (length, str(child.attrs.get("href", ""))), ""
            case "link_close":
                words = ""
                if opened and opened[0] < length and (href := web_address(opened[1])):
                    links.append((opened[0], length, clean(href)))
                opened = None
            case _:  # text, code, an image's description; marks of emphasis have no content
                words = child.content
        parts.append(words)
        length += len(words)
    return "".join(parts), links


def _visible(html: str) -> str:
    """Give the words of a stretch of HTML inside Markdown."""
    from html import unescape  # noqa: PLC0415 - rare, and its table is large

    return unescape(_TAG.sub("", _HIDDEN_HTML.sub("", html))).strip()
