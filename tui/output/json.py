"""Articles as JSON: every key always present, so that a reader of the output needs no guesses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tui.parser import Article, Block, DateMention, Figure, PartialDate, Person, Quote, Span


def as_line(article: Article, source: str) -> str:
    """Write an article as one line of JSON, without the line end."""
    return json.dumps(as_dict(article, source), ensure_ascii=False, allow_nan=False)


def as_dict(article: Article, source: str) -> dict[str, Any]:
    """Give an article as plain values. Offsets count characters of `text`."""
    document = article.document
    return {
        "source": source,
        "text": document.text,
        "language": article.language,
        "title": document.title,
        "byline": document.byline,
        "published": _date(document.published),
        "blocks": [_block(block) for block in document.blocks],
        "quotes": [_quote(quote) for quote in article.quotes],
        "terms": [_span(term) for term in article.terms],
        "figures": [_figure(figure) for figure in article.figures],
        "dates": [_span(mention) | {"date": _date(mention.date)} for mention in article.dates],
        "people": [_person(person) for person in article.people],
    }


def _span(span: Span | DateMention) -> dict[str, Any]:
    return {"text": span.text, "start": span.start, "end": span.end}


def _date(date: PartialDate | None) -> str | None:
    return date.isoformat() if date else None


def _number(value: float) -> float:
    """Write whole numbers without a fraction: 20000, not 20000.0."""
    return int(value) if float(value).is_integer() else value


def _block(block: Block) -> dict[str, Any]:
    return {
        "start": block.start,
        "end": block.end,
        "kind": block.kind,
        "level": block.level,
        "href": block.href,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    who = quote.speaker
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "kind": quote.kind,
        "speaker": who
        and {
            "name": who.name,
            "role": who.role,
            "start": who.start,
            "end": who.end,
            "how": who.how,
        },
        "cue": quote.cue and _span(quote.cue),
        "date": _date(quote.date),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    base = figure.magnitude
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": _number(figure.value),
        "high": None if figure.high is None else _number(figure.high),
        "unit": figure.unit,
        "per": figure.per,
        "bound": figure.bound,
        "of": figure.of and _span(figure.of),
        "change": figure.change,
        "magnitude": base and {"value": _number(base.value), "unit": base.unit},
    }


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "others": list(person.others),
        "roles": list(person.roles),
        "mentions": [_span(mention) for mention in person.mentions],
    }
