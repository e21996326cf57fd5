"""Articles written for a test: who says what, in a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.parser import Article, Block, Document, Figure, PartialDate, Person, Quote, Span, Speaker

if TYPE_CHECKING:
    from tui.library.store import Store


def told(
    title: str,
    *said: tuple[str | None, str],
    date: str | None = "2024-05-06",
    role: str | None = None,
    figures: tuple[tuple[float, str], ...] = (),
    before: str = "",
) -> Article:
    """Write an article in which these people say these words; a figure is a value and a noun."""
    text = f"{title}\n\n{before}"
    quotes, people = [], []
    for name, words in said:
        start = len(text) + 2
        text += f"« {words} », a dit "
        mention = len(text)
        text += f"{name or 'on'}. "
        speaker = name and Speaker(name, role, mention, mention + len(name), "named")
        quotes.append(
            Quote(start, start + len(words), words, "direct", speaker or None, None, None)
        )
        if name:
            people.append(Person(name, (), (role,) if role else (), ()))
    numbers = []
    for value, noun in figures:
        start, written = len(text), f"{value:g}"
        text += f"{written} {noun}. "
        of = Span.of(text, start + len(written) + 1, start + len(written) + 1 + len(noun))
        numbers.append(
            Figure(start, of.start - 1, written, value, None, None, None, None, of, None, None)
        )
    document = Document(
        text, (Block(0, len(title), "heading", 1), Block(len(title) + 2, len(text), "paragraph")),
        title=title, published=PartialDate.fromisoformat(date) if date else None,
        url=f"https://exemple.org/{title.replace(' ', '-')}",
    )  # fmt: skip
    return Article(document, "fr", tuple(quotes), (), tuple(numbers), (), tuple(people))


def put(store: Store, *articles: Article) -> list[int]:
    """Put articles into a library with their evidence."""
    ids = store.add([(article.document, f"/{article.document.title}.txt") for article in articles])
    store.put_all_evidence(list(zip(ids, articles, strict=True)))
    return ids
