"""An invented article with its evidence, for the panes to show."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Horizontal, Vertical

from tui.app.panes.evidence import Evidence
from tui.app.panes.finder import Finder
from tui.app.panes.marks import Marks
from tui.app.panes.reader import Reader
from tui.parser import Article, Block, Document, Figure, Quote, Span, Speaker

TEXT = (
    "Le pont de Vaubreuil fermera\n"
    "\n"
    "« Il faut 20\u202f000 tonnes d’acier », a dit Anne Roux, maire de Vaubreuil. "
    "Elle a promis que le pont rouvrirait en juin.\n"
    "\n"
    "« Nous manquons d’[/bras] », a-t-elle repris. « Rien n’est prêt. »\n"
    "\n"
    "Le chantier coûtera 3 millions d’euros."
)


def _at(words: str) -> tuple[int, int, str]:
    start = TEXT.index(words)
    return start, start + len(words), words


def _quote(words: str, speaker: Speaker | None, kind: str = "direct") -> Quote:
    return Quote(*_at(words), kind, speaker, None, None)  # type: ignore[arg-type]


def _speaker(mention: str | None, how: str) -> Speaker:
    start, end = _at(mention)[:2] if mention else (None, None)
    return Speaker("Anne Roux", "maire de Vaubreuil", start, end, how)  # type: ignore[arg-type]


STEEL = _quote("Il faut 20\u202f000 tonnes d’acier", _speaker("Anne Roux", "named"))
REOPENING = _quote("le pont rouvrirait en juin", _speaker("Elle", "pronoun"), "indirect")
HANDS = _quote("Nous manquons d’[/bras]", _speaker(None, "continued"))
READY = _quote("Rien n’est prêt.", None)
TONNES = Figure(
    *_at("20\u202f000 tonnes"), 20_000, None, "t", None, "min", Span(*_at("acier")), None, None
)
COST = Figure(*_at("3 millions d’euros"), 3e6, None, "EUR", None, None, None, "up", None)


def _blocks() -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = 0
    for part in TEXT.split("\n\n"):
        kind = "paragraph" if blocks else "heading"
        blocks.append(Block(at, at + len(part), kind, 0 if blocks else 1))  # type: ignore[arg-type]
        at += len(part) + 2
    return tuple(blocks)


ARTICLE = Article(
    Document(TEXT, _blocks(), "Le pont de Vaubreuil fermera"),
    "fr",
    (STEEL, REOPENING, HANDS, READY),
    (),
    (TONNES, COST),
)
MARKS: Marks[Quote | Figure] = Marks((*ARTICLE.quotes, *ARTICLE.figures))


class Panes(App[None]):
    """The three panes that work on one article, side by side."""

    CSS_PATH = "../../../tui/app/app.tcss"
    CSS = "#left { width: 1fr; } #evidence { width: 34; }"

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def compose(self) -> ComposeResult:
        with Horizontal():
            with Vertical(id="left"):
                yield Reader(id="reader")
                yield Finder(id="finder")
            yield Evidence(id="evidence")

    @property
    def reader(self) -> Reader:
        return self.query_one(Reader)

    @property
    def evidence(self) -> Evidence:
        return self.query_one(Evidence)

    @property
    def finder(self) -> Finder:
        return self.query_one(Finder)


def lines(pane: Reader | Evidence) -> list[str]:
    """Give what a pane shows."""
    return [pane.render_line(y).text.strip() for y in range(pane.size.height)]


def long_article(paragraphs: int) -> Article:
    """Repeat the article's text, each paragraph a block, without evidence."""
    body = " ".join(TEXT.split())
    blocks = tuple(
        Block(n * (len(body) + 2), n * (len(body) + 2) + len(body), "paragraph")
        for n in range(paragraphs)
    )
    return Article(Document("\n\n".join([body] * paragraphs), blocks), "fr")
