"""Make a library of N invented articles, with evidence, from a seed.

python -m tests.tools.make_library FILE [--articles 100000] [--seed 1]

The evidence is written down as the text is, without the parser, so that a hundred thousand articles
take minutes; as many quotes and figures as news has, from people who come back.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, deque
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from tui.library.store import Store
from tui.parser import (
    Article,
    Block,
    Document,
    Figure,
    Magnitude,
    PartialDate,
    Person,
    Quote,
    Span,
    Speaker,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_SMALL = "le la les de des du un une et à en que qui dans pour sur ne pas plus par avec".split()
_STARTS = "ba co dé fa gra ju li mo né pa ré sa té vo bru clé pla fon œu hé".split()
_MIDDLES = "bi la ra mé ti ni so ve ga lo ri du".split()
_ENDS = "tion ment teur ble ge rie nce que té re son nne".split()
_FIRST = "Nora Paul Inès Hugo Lise Omar Jade Théo Anna Marc Élise Karim".split()
_LAST = (
    "Vial Roux Belin Carré Duval Estève Faure Gallo Hamel Imbert Joly Kerel Lenoir Morin".split()
)
_ROLES = ("ministre du Budget", "maire", "économiste", "porte-parole", "directrice de l'usine")
_NOUNS = ("emplois", "obus", "habitants", "logements", "élèves", "camions")
_UNITS = ((None, None), ("EUR", "euros"), ("USD", "dollars"), ("%", "%"), ("km", "kilomètres"))
_SOURCES = 200


def articles(number: int, seed: int) -> Iterator[Article]:
    """Give invented articles, the same ones for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    words = [
        chance.choice(_STARTS)
        + chance.choice(_MIDDLES) * chance.randrange(2)
        + chance.choice(_ENDS)
        for _ in range(20_000)
    ]
    said: deque[str] = deque(maxlen=500)
    return (_Writer(chance, words, said, seed).article(n) for n in range(number))


class _Writer:
    """Writes one article, and notes where its evidence stands."""

    def __init__(
        self, chance: random.Random, words: list[str], said: deque[str], seed: int
    ) -> None:
        self._chance = chance
        self._seed = seed
        self._words = words
        self._text = ""
        self._said = said
        self._quotes: list[Quote] = []
        self._figures: list[Figure] = []
        self._mentions: dict[str, list[Span]] = {}

    def article(self, n: int) -> Article:
        title = f"{self._prose(8).capitalize()} {n}"
        self._text = f"{title}\n\n"
        blocks = [Block(0, len(title), "heading", 1)]
        for _ in range(self._chance.randint(4, 8)):
            start = len(self._text)
            self._paragraph()
            blocks.append(Block(start, len(self._text), "paragraph"))
            self._text += "\n\n"
        document = Document(
            self._text,
            tuple(blocks),
            title=title,
            published=PartialDate(
                self._chance.randint(2015, 2026),
                self._chance.randint(1, 12),
                self._chance.randint(1, 28),
            ),
            url=f"https://exemple.org/{self._seed}/{n}",
        )
        people = tuple(
            Person(name, (name.split()[1],), (), tuple(mentions))
            for name, mentions in self._mentions.items()
        )
        language = "fr" if self._chance.random() < 0.9 else "en"
        return Article(
            document, language, tuple(self._quotes), (), tuple(self._figures), (), people
        )

    def _prose(self, length: int) -> str:
        size = len(self._words)
        return " ".join(
            self._chance.choice(_SMALL)
            if self._chance.random() < 0.45
            else self._words[int(size * self._chance.random() ** 4)]
            for _ in range(length)
        )

    def _paragraph(self) -> None:
        self._text += self._prose(self._chance.randint(15, 30)).capitalize() + ". "
        for _ in range(self._chance.randint(1, 2)):
            self._quote()
        for _ in range(self._chance.randint(1, 2)):
            self._figure()
        self._text += self._prose(self._chance.randint(10, 25)).capitalize() + "."

    def _span(self, words: str) -> Span:
        start = len(self._text)
        self._text += words
        return Span(start, start + len(words), words)

    def _quote(self) -> None:
        name = f"{self._chance.choice(_FIRST)} {self._last_name()}"
        self._text += "« "
        said = self._span(self._saying())
        self._text += " », "
        cue = self._span("a dit")
        self._text += " "
        mention = self._span(name)
        self._text += ". "
        role = self._chance.choice((None, *_ROLES))
        speaker = Speaker(name, role, mention.start, mention.end, "named")
        self._quotes.append(Quote(said.start, said.end, said.text, "direct", speaker, cue, None))
        self._mentions.setdefault(name, []).append(mention)

    def _last_name(self) -> str:
        """Choose somebody who is in the news every day, or one of very many who are in it once."""
        if self._chance.random() < 0.7:
            return self._chance.choice(_LAST)
        return self._chance.choice(self._words).capitalize()

    def _saying(self) -> str:
        """Write what is said; some of it has been quoted before, in other articles."""
        if self._said and self._chance.random() < 0.05:
            return self._chance.choice(self._said)
        words = self._prose(self._chance.randint(6, 24)).capitalize()
        self._said.append(words)
        return words

    def _figure(self) -> None:
        value = round(10 ** self._chance.uniform(0, 9))
        unit, written = self._chance.choice(_UNITS)
        start = len(self._text)
        self._text += f"{value:,}".replace(",", "\u202f")
        noun = None
        if written is None:
            end = len(self._text)
            self._text += " "
            noun = self._span(self._chance.choice(_NOUNS))
        else:
            self._text += f"\u00a0{written}"
            end = len(self._text)
        self._text += " " + self._prose(5) + ". "
        magnitude = Magnitude(value * 1000.0, "m") if unit == "km" else None
        self._figures.append(
            Figure(
                start, end, self._text[start:end], float(value), None, unit, None, None, noun, None,
                magnitude,
            )
        )  # fmt: skip


def fill(store: Store, number: int, seed: int, batch: int = 500) -> Counter[str]:
    """Put invented articles into a store, from some two hundred sources; count what is in."""
    counted: Counter[str] = Counter()
    sources = [
        store.enter_source("feed", f"https://exemple.org/flux/{n}", f"Flux {n}")
        for n in range(min(_SOURCES, number))
    ]
    waiting = articles(number, seed)
    turn = 0
    while some := list(islice(waiting, batch)):
        documents = [(article.document, article.document.url or "") for article in some]
        added = store.take(documents, sources[turn % len(sources)])
        store.put_all_evidence(
            [(now.id, article) for now, article in zip(added, some, strict=True)]
        )
        counted["articles"] += len(some)
        counted["quotes"] += sum(len(article.quotes) for article in some)
        counted["figures"] += sum(len(article.figures) for article in some)
        turn += 1
    return counted


def main() -> None:
    """Make the library that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("file", type=Path)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    store = Store.open(arguments.file)
    print(dict(fill(store, arguments.articles, arguments.seed)))
    store.close()


if __name__ == "__main__":
    main()
