"""How English writes dates."""

from __future__ import annotations

from tui.parser.languages.calendar import Calendar

_PART_OF_DAY = r"(?: (?:morning|afternoon|evening|night))?"
_IN = (
    r"(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ll]ast|[Nn]ext|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|[Tt]hroughout"
    r"|of early"
    r"|[Dd]uring|[Bb]etween|[Ff]rom)"
)
_NOT_A_COUNT = (
    r"(?! ?[€$£%°]| (?:people|persons|men|women|troops|soldiers|workers|jobs|votes|voters"
    r"|dollars|euros"
    r"|pounds|miles|met(?:re|er)s|feet|kilomet(?:re|er)s|km|kg|tons|tonnes|acres|hectares|degrees"
    r"|calories|words|times|hours|days|points|more|of the)\b|[.,]\d|-(?:year|mile|foot|meter|metre)"
    r"| (?:million|billion|thousand|percent|per cent)\b)"
)

CALENDAR = Calendar(
    months={
        "january": 1,
        "february": 2,
        "march": 3,
        "april": 4,
        "may": 5,
        "june": 6,
        "july": 7,
        "august": 8,
        "september": 9,
        "october": 10,
        "november": 11,
        "december": 12,
    },
    months_short={
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sept": 9,
        "sep": 9,
        "oct": 10,
        "nov": 11,
        "dec": 12,
    },
    weekdays={
        "monday": 0,
        "tuesday": 1,
        "wednesday": 2,
        "thursday": 3,
        "friday": 4,
        "saturday": 5,
        "sunday": 6,
    },
    weekdays_short={
        "mon": 0,
        "tue": 1,
        "tues": 1,
        "wed": 2,
        "thu": 3,
        "thur": 3,
        "thurs": 3,
        "fri": 4,
        "sat": 5,
        "sun": 6,
    },
    seasons={"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12},
    day_words={
        "today": 0,
        "tonight": 0,
        "yesterday": -1,
        "tomorrow": 1,
        "last night": -1,
        "this morning": 0,
        "this afternoon": 0,
        "this evening": 0,
    },
    units={
        "day": "days",
        "days": "days",
        "week": "weeks",
        "weeks": "weeks",
        "month": "months",
        "months": "months",
        "year": "years",
        "years": "years",
    },
    shifts={"last": -1, "this": 0, "next": 1, "past": -1, "coming": 1},
    numbers={
        "a": 1,
        "an": 1,
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
        "five": 5,
        "six": 6,
        "seven": 7,
        "eight": 8,
        "nine": 9,
        "ten": 10,
        "eleven": 11,
        "twelve": 12,
        "fifteen": 15,
        "twenty": 20,
        "thirty": 30,
        "forty": 40,
        "fifty": 50,
    },
    halves={"am": 0, "pm": 12},
    clock=frozenset({"o'clock"}),
    future=r"\b(?:will|won't|shall|is to|are to|is set to|are set to|is due|are due)\b",
    clauses=r"[.!?…;\n]\s|\bthat\b",
    number_marks=r"(?:[:.]\d\d)? ?(?:[ap]\.?m|o')|s\b",
    capitalised=True,
    day_first=None,
    full_dates=(
        r"(?:<weekday>,? )?<month> <day>,? <year>",
        r"(?:<weekday>,? )?<day>(?: of)? <month>,? <year>",
    ),
    phrases=(
        # "Tuesday, Feb. 24", "March 3rd"
        r"(?:<weekday>,? )?<month> <day>(?!-year)",
        # "Thursday 24 February", "the 24th of February"
        r"(?:<weekday>,? )?(?:[Tt]he )?<day>(?: of)? <month>",
        # "March 3-7", "Feb. 3 and 4, 2023"
        (
            r"<month> (?P<first>[12]?\d|3[01])(?P<to>[-–]| ?(?:and|to|through"
            r"|or) )<day>(?![\w%])(?:,? <year>)?"
        ),
        # "3-7 March", "between 3 and 7 March 2024"
        r"(?P<first>[12]?\d|3[01])(?P<to>[-–]| (?:and|to|or) )<day> <month>(?: <year>)?",
        # "February 2022", "December of 2016"
        r"<month>,?(?: of)? <year>",
        # "in March", "since May", "early April"
        rf"{_IN}[\s-](?P<span><Month>)(?! ?\d)",
        r"(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) <Month>",
        r"(?!May|March)<Month>",
        # "last Tuesday", "Sunday night"
        (
            rf"(?<!Black\s)(?<!Good\s)(?:(?P<shift>[Ll]ast|[Nn]ext"
            rf"|[Tt]his) )?<Weekday>{_PART_OF_DAY}"
            r"(?! Times| Mail| Night Live)"
        ),
        # "yesterday", "this morning"
        rf"<word>(?:{_PART_OF_DAY})",
        # "last week", "this year", "next month"
        r"(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) <unit>",
        # "three days ago", "a week ago"
        r"<number> <unit> (?P<ago>ago)",
        # "summer 2023", "the winter of 2022-23", "last spring"
        r"<season>(?: of)? <year>(?:[-–/](?P<year2>\d{4}|\d\d))?",
        r"(?P<shift>[Ll]ast|[Nn]ext|[Tt]his) <season>",
        # "the 1990s", "the '60s"
        r"(?:[Mm]id-)?(?P<decade>(?=<year>)\d{3}0'?s)(?!\w)",
        r"(?:[Mm]id-'|(?<='))(?P<decade>\d0s)(?!\w)",
        # "between 2012 and 2015", "from 1979 to 1984"
        (
            rf"(?:[Bb]etween|[Ff]rom) (?:1[0-9]|20)\d\d (?:and|to|until|through)"
            rf" (?P<span><year>){_NOT_A_COUNT}"
        ),
        # "in 1848", "since 1998"
        rf"{_IN}[\s-](?P<span><year>){_NOT_A_COUNT}",
        # English parts its thousands by a comma: what does not is a year
        rf"(?P<modern>(?:19|20)\d\d)(?!\d){_NOT_A_COUNT}",
        # "2:15 p.m. ET", "8pm", "8 o'clock"
        (
            r"(?P<hour>0?[1-9]|1[0-2])(?:[:.]<minute>)? ?(?:(?P<half>[ap]m|[AP]M|[ap]\.m\."
            r"|[AP]\.M\.)"
            r"(?!\w)|o'clock)(?: (?:[ECMP][SD]?T|GMT|BST|UTC)\b)?"
        ),
        # "at eight o'clock"
        r"<number> <clock>",
    ),
    joiners=r"(?:,? (?:at|around|about|by|before|after|from|on|just before|shortly after))? ?|, ?",
)
