"""What an extractor left out of the middle of an article, or let in from its margins.

The extractor's blocks are compared with those of the whole page, margins aside. Prose that stands
between two of its blocks and is missing belongs to the article: a quotation too many is a smaller
fault than one lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.sources.writing import Writer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

    from tui.parser import Block
    from tui.parser.document import BlockKind

_MARGIN = re.compile(
    r"(?:^|[\s_-])(?:ads?|advert\w*|breadcrumbs?|comments?|commentlist|consent|cookies?|gdpr|lireaussi"
    r"|newsletter|promos?|promotion|pub|publicite|pullquote|read-also|readalso|lire-aussi|recommend\w*"
    r"|related\w*|relatedposts|share|sharing|sharedaddy|sidebar|social|sponsor\w*|subscribe\w*|tags"
    r"|teasers?)(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Names that a page gives to what stands around its article."""

_FURNITURE = ("nav", "aside", "form", "footer", "menu", "dialog", "button")

_LARGEST_MARGIN = 0.2
"""Of the article's words; what holds more of them is the article, whatever it is named."""

_PROSE_WORDS = 12
_QUOTATION_WORDS = 3
_LEAST_WORDS: dict[BlockKind, int] = {
    "paragraph": _PROSE_WORDS,
    "quotation": _QUOTATION_WORDS,
    "item": 4,
    "row": 2,
}
"""Words below which a block is too short to be missed."""
_CAPTION_WORDS = 4
"""Of a caption that is a sentence: it says who and where. "Photo L'Hebdo" is none."""
_MOST_LINKS = 0.3
"""Of the characters of a block: beyond, it is a list of links."""
_OVERLAP = 0.5
"""Of a block's runs of four words; with more of them in the article, it is there already."""
_LONGEST_NOTE = 30
"""Words of a block from a margin that is taken out; a longer one is left to the extractor."""

_SENTENCE = re.compile(r"[.!?…:»”\"]\s*$")
_QUOTED = re.compile(r"[«“\"].{8,}?[»”\"]", re.DOTALL)
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block with its words, and the links within it by offsets into them."""

    text: str
    block: Block
    marker: str
    links: tuple[tuple[int, int, str], ...]

    @property
    def key(self) -> str:
        """Its words alone, to compare by."""
        return _key(self.text)


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def pieces(writer: Writer) -> list[Piece]:
    """Take what was written apart, block by block."""
    text = writer.text
    found: list[Piece] = []
    end = 0
    for block in writer.blocks:
        if block.kind == "link":
            owner = found[-1]
            start = owner.block.start
            link = (block.start - start, block.end - start, block.href or "")
            found[-1] = replace(owner, links=(*owner.links, link))
        else:
            marker = text[end : block.start].lstrip("\n")
            found.append(Piece(text[block.start : block.end], block, marker, ()))
            end = block.end
    return found


def write(found: Iterable[Piece]) -> Writer:
    """Write pieces down."""
    writer = Writer()
    for piece in found:
        writer.add(
            piece.text,
            piece.block.kind,
            level=piece.block.level,
            marker=piece.marker,
            links=list(piece.links),
        )
    return writer


def margins(root: HtmlElement, article: list[Piece]) -> list[HtmlElement]:
    """Give the outermost elements of a page that stand around its article by their own account."""
    size = sum(len(piece.key) for piece in article)
    words = " ".join(piece.key for piece in article)
    found: list[HtmlElement] = []
    for element in root.iter("*"):
        name = f"{element.get('class', '')} {element.get('id', '')}"
        if not (element.tag in _FURNITURE or _MARGIN.search(name)) or element.tag == "body":
            continue
        held = _words_within(element, words)
        if held <= _LARGEST_MARGIN * size:
            found.append(element)
    return found


def _words_within(element: HtmlElement, words: str) -> int:
    """Count the characters of the article that an element holds, paragraph by paragraph."""
    keys = map(_key, element.itertext())
    return sum(len(key) for key in keys if len(key) > 20 and key in words)


def captions(root: HtmlElement) -> frozenset[str]:
    """Give the keys of what stands under the pictures of a page."""
    return frozenset(_key(element.text_content()) for element in root.iter("figcaption"))


def mend(
    article: list[Piece],
    page: list[Piece],
    margin: list[Piece],
    captioned: frozenset[str] = frozenset(),
) -> list[Piece]:
    """Give the article with the prose that it lost, and without the notes of the margins."""
    noted, said = (f" {' '.join(one.key for one in some)} " for some in (margin, page))
    kept = [piece for piece in _from_title(article) if not _is_note(piece, noted, said)]
    words = f" {' '.join(piece.key for piece in kept)} "
    places = list(_places(kept, page, words))
    sure = [n for n, place in enumerate(places) if place is not None and _is_telling(page[n])]
    if not sure:
        return kept
    first, last = sure[0], sure[-1]
    titles = [
        n for n in range(first) if page[n].block.kind == "heading" and page[n].block.level == 1
    ]
    first = titles[-1] if titles else first
    after = 0 if kept[0].block.kind == "heading" and kept[0].block.level == 1 else -1
    runs = _runs(words)
    lost: dict[int, list[Piece]] = {}
    drawn: dict[int, list[Piece]] = {}
    for n, piece in enumerate(page[: last + 1]):
        place = places[n]
        if place is not None:
            drawn.setdefault(place, []).append(piece)
            after = max(after, place) if _is_telling(piece) else after
        elif n > first and _is_lost(piece, words, runs, captioned):
            lost.setdefault(after, []).append(piece)
    mended = lost.get(-1, [])
    for n, piece in enumerate(kept):
        mended += [*_as_drawn(piece, drawn.get(n, [])), *lost.get(n, ())]
    return mended


def _as_drawn(piece: Piece, drawn: list[Piece]) -> list[Piece]:
    """Give a block as the page has it, where the page's own blocks say exactly the same words.

    The page knows how deep a quotation lies and which spaces hold; an extractor may not.
    """
    rest = piece.key
    same: list[Piece] = []
    for one in drawn:
        if rest == one.key or rest.startswith(f"{one.key} "):
            same.append(one)
            rest = rest[len(one.key) + 1 :]
    return [piece] if rest or not any(map(_is_telling, same)) else same


def _is_telling(piece: Piece) -> bool:
    """Say whether a block has words enough to be known again by."""
    return piece.key.count(" ") >= _QUOTATION_WORDS


def _from_title(article: list[Piece]) -> list[Piece]:
    """Begin at the title where nothing but short lines stands above it: menus, a site's name."""
    for n, piece in enumerate(article):
        if piece.block.kind == "heading" and piece.block.level == 1:
            return article[n:]
        if piece.key.count(" ") + 1 >= _PROSE_WORDS or _QUOTED.search(piece.text):
            break
    return article


def _is_note(piece: Piece, noted: str, said: str) -> bool:
    """Say whether a block stands in the margins of the page and nowhere else."""
    key = f" {piece.key} "
    if key not in noted or key in said:
        return False
    return key.count(" ") < _LONGEST_NOTE and not _QUOTED.search(piece.text)


def _places(kept: list[Piece], page: list[Piece], words: str) -> Iterator[int | None]:
    """Say for each block of the page which block of the article holds it; None for none."""
    starts: list[int] = []
    length = 1
    for piece in kept:
        starts.append(length)
        length += len(piece.key) + 1
    at = 0
    for piece in page:
        key = piece.key
        found = words.find(f" {key} ", max(0, starts[at] - 1)) if key and starts else -1
        if found < 0:
            yield None
            continue
        holder = bisect_right(starts, found + 1) - 1
        if _is_telling(piece):
            at = holder
        yield holder


def _is_lost(
    piece: Piece, words: str, runs: set[tuple[str, ...]], captioned: frozenset[str]
) -> bool:
    """Say whether a block that the extractor passed over is the article's own prose."""
    key = piece.key
    length = key.count(" ") + 1
    if f" {key} " in words or not key:
        return False
    least = _LEAST_WORDS.get(piece.block.kind, length + 1)
    if length < (min(least, _CAPTION_WORDS) if key in captioned else least):
        return False
    linked = sum(end - start for start, end, _href in piece.links)
    if linked > _MOST_LINKS * len(piece.text):
        return False
    if piece.block.kind == "row":
        return " | " in piece.text
    if piece.block.kind == "paragraph" and not _SENTENCE.search(piece.text):
        return False
    own = _runs(key)
    return not own or len(own & runs) < _OVERLAP * len(own)


def _runs(words: str) -> set[tuple[str, ...]]:
    listed = words.split()
    return set(zip(*(listed[n:] for n in range(4)), strict=False))
