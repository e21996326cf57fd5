"""English."""

from tui.parser.languages.en.calendar import CALENDAR
from tui.parser.languages.en.masthead import MASTHEAD
from tui.parser.languages.en.quantities import QUANTITIES
from tui.parser.languages.en.speech import SPEECH
from tui.parser.languages.language import Language

LANGUAGE = Language(
    code="en",
    function_words=frozenset(
        "the of and to in a is was that for it with as his her he she they on at by be are have has"
        " had from this but not or an were which their said who will its would been i you we them"
        " there what when could should more after over about than can do does did no if all out up"
        " into just only also how some any because while these those our your my me him us ll ve re"
        " says say told here".split()
    ),
    calendar=CALENDAR,
    masthead=MASTHEAD,
    quantities=QUANTITIES,
    speech=SPEECH,
)
