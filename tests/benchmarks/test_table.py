from __future__ import annotations

from typing import TYPE_CHECKING

from tests.benchmarks.__main__ import Line
from tests.benchmarks.screen import article_of

if TYPE_CHECKING:
    from tui.parser import Figure, Quote


def test_an_invented_article_of_any_size_has_its_evidence_where_it_says() -> None:
    article = article_of(20_000)
    assert len(article.text) >= 20_000
    assert article.quotes
    assert article.figures
    items: tuple[Quote | Figure, ...] = (*article.quotes, *article.figures)
    for item in items:
        assert article.text[item.start : item.end] == item.text
    for quote in article.quotes:
        assert quote.speaker is not None
        mention = article.text[quote.speaker.start : quote.speaker.end]
        assert mention == quote.speaker.name


def test_a_line_tells_whether_its_target_is_met() -> None:
    assert str(Line("key", 1.234, "×", 1.5)).split() == ["key", "1.23", "×", "≤", "1.5", "yes"]
    assert str(Line("help", 81, "ms", 80)).endswith("NO")
    assert str(Line("parser", 500, "KB/s", 400)).endswith("yes")
    assert str(Line("parser", 300, "KB/s", 400)).endswith("NO")
    assert str(Line("library: articles", 12, "")).split() == ["library:", "articles", "12"]
