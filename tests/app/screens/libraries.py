"""A small library to ask, and an app with nothing but the screen that asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from tests.conftest import picture
from tui.library.store import Store
from tui.parser import Article, Block, Document, Figure, PartialDate, Person, Quote, Span, Speaker

if TYPE_CHECKING:
    from textual.message import Message
    from textual.pilot import Pilot
    from textual.screen import Screen

_PORT = """« Le chantier a coûté 3 millions d’euros », a dit Nora Vial, maire de Saint-Brévin. \
L’école voisine a compté 20 bateaux."""
_SCHOOL = """Nora Vial refuse. « Il manque 12 professeurs », a dit Paul Rey. \
L'école comptait 240 élèves."""
_BUDGET = "« Le budget attendra », a dit Paul Rey. Il coûte 5 millions d’euros."

TEXTS = {
    "Le port de Saint-Brévin rouvre": (PartialDate(2026, 3, 2), _PORT),
    "L’ÉCOLE FERME [sic]": (PartialDate(2026, 2), _SCHOOL),
    "Budget : rien de neuf": (PartialDate(2025, 12, 31), _BUDGET),
}

_QUOTES = {
    "Le chantier a coûté 3 millions d’euros": ("Nora Vial", "maire de Saint-Brévin"),
    "Il manque 12 professeurs": ("Paul Rey", None),
    "Le budget attendra": ("Paul Rey", None),
}
_FIGURES = {
    "3 millions d’euros": (3e6, "EUR", None),
    "20": (20.0, None, "bateaux"),
    "12": (12.0, None, "professeurs"),
    "240": (240.0, None, "élèves"),
    "5 millions d’euros": (5e6, "EUR", None),
}


def small() -> Store:
    """Make a library of three articles with their evidence."""
    store = Store.temporary()
    documents = [
        Document(
            f"{title}\n\n{text}",
            (
                Block(0, len(title), "heading", 1),
                Block(len(title) + 2, len(title) + 2 + len(text), "paragraph"),
            ),
            title=title,
            published=date,
            url=f"https://exemple.org/page-{n}",
        )
        for n, (title, (date, text)) in enumerate(TEXTS.items())
    ]
    ids = store.add((document, document.url or "") for document in documents)
    store.put_all_evidence(
        (new, _article(document)) for new, document in zip(ids, documents, strict=True)
    )
    return store


def _article(document: Document) -> Article:
    text = document.text

    def place(words: str) -> tuple[int, int, str]:
        return text.index(words), text.index(words) + len(words), words

    quotes = []
    for words, (name, role) in _QUOTES.items():
        if words in text:
            start, end, _name = place(name)
            speaker = Speaker(name, role, start, end, "named")
            quotes.append(Quote(*place(words), "direct", speaker, Span(*place("a dit")), None))
    figures = [
        Figure(
            *place(words),
            value,
            None,
            unit,
            None,
            None,
            Span(*place(of)) if of else None,
            None,
            None,
        )
        for words, (value, unit, of) in _FIGURES.items()
        if words in text and (of is None or of in text)
    ]
    people = tuple(
        Person(name, (), (role,) if role else (), (Span(*place(name)),))
        for name, role in dict(_QUOTES.values()).items()
        if name in text
    )
    return Article(document, "fr", tuple(quotes), (), tuple(figures), (), people)


class OneScreen(App[None]):
    """Shows one screen, and keeps what it reports."""

    CSS_PATH = "../../../tui/app/app.tcss"

    def __init__(self, screen: Screen[None]) -> None:
        super().__init__()
        self.shown = screen
        self.heard: list[Message] = []

    def get_default_screen(self) -> Screen[None]:
        return self.shown


async def settle(pilot: Pilot[None]) -> str:
    """Wait until nothing is on its way, and give what is on screen."""
    await pilot.pause()
    while any(worker.is_running for worker in pilot.app.workers):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
    await pilot.pause()
    return picture(pilot.app)
