"""The query language explained, as the help shows it."""

from __future__ import annotations

from textual.content import Content

from tui.library.query.fields import CHOICES, FIELDS
from tui.locale import N_, _, current, labelled

_SIGNS = (
    (
        N_("word word"),
        N_("articles with all of these words, in any form: a plural finds its singular"),
    ),
    (N_('"a phrase"'), N_("these words side by side, just as they are written")),
    (N_("word OR word"), N_("one of the two; in French also OU")),
    (N_("-word"), N_("without this; also before a field or a parenthesis")),
    (N_("word*"), N_("words that begin so, from three letters on")),
    ("(…)", N_("what belongs together")),
    (N_("field:value"), N_("one of the fields below; field:(…) takes several words")),
)

_NOTES = (
    N_("Case, accents and the kind of apostrophe do not matter."),
    N_("Words that are typed of one quote must stand in the same quote; likewise of a figure."),
    N_("Tab completes a field or a value, and goes on to the next way to complete it."),
)


def query_help() -> list[Content]:
    """Give the lines that explain how to ask."""
    place = 1 if current() == "fr" else 0
    width = max(len(field.example_fr if place else field.example) for field in FIELDS) + 1
    lines = [Content.styled(_("How to ask"), "bold")]
    lines += [_line(_(sign), _(about), width) for sign, about in _SIGNS]
    lines += [Content(""), Content.styled(_("Fields"), "bold")]
    for field in FIELDS:
        example = field.example_fr if place else field.example
        about = _(field.about)
        if field.key in CHOICES:
            words = (names[place] for names in CHOICES[field.key].values())
            about = labelled(about, ", ".join(words))
        other = field.names[1 - place]
        names = "" if other == field.names[place] else f" ({other}:)"
        lines.append(_line(example, about + names, width))
    return [*lines, Content(""), *(Content(_(note)) for note in _NOTES)]


def _line(left: str, right: str, width: int) -> Content:
    return Content.assemble((left.ljust(width), "bold"), " ", right)
