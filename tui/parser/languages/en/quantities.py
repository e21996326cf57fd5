"""How English writes numbers, units and what stands around them."""

from __future__ import annotations

from tui.parser.languages.en.cldr_units import NAMES
from tui.parser.languages.quantities import NumberWords, Quantities

_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_FROM_TWENTY = "twenty thirty forty fifty sixty seventy eighty ninety"
_TENS = {word: 10 * tens for tens, word in enumerate(_FROM_TWENTY.split(), start=2)}

NUMBER_WORDS = NumberWords(
    small={word: value for value, word in enumerate(_TO_NINETEEN.split())} | _TENS,
    rooms=dict.fromkeys(_TENS.values(), range(1, 10)),
    hundreds=frozenset({"hundred"}),
    hundreds_below=100,
    bare_hundred=False,
    scales={
        "thousand": 1e3,
        "million": 1e6,
        "billion": 1e9,
        "trillion": 1e12,
        "lakh": 1e5,
        "crore": 1e7,
        "mn": 1e6,
        "mln": 1e6,
        "bn": 1e9,
        "tn": 1e12,
    },
    collectives={"dozen": 12, "couple": 2},
    exact_collectives=frozenset({"dozen"}),
    ones=frozenset({"one"}),
    indefinite=frozenset({"a", "an"}),
    half_before=frozenset({"half a", "half an", "half"}),
    half_after=frozenset({"and a half"}),
    links=frozenset({"and"}),
    links_hundreds=True,
)

_MONEY = {
    "EUR": "euro",
    "USD": "dollar, buck",
    "CAD": "canadian dollar",
    "AUD": "australian dollar",
    "GBP": "pound sterling, british pound, pound",
    "CHF": "swiss franc",
    "XOF": "cfa franc",
    "JPY": "yen",
    "CNY": "yuan, renminbi",
    "RUB": "rouble, ruble",
    "UAH": "hryvnia",
    "INR": "rupee",
    "TRY": "turkish lira, lira",
    "ILS": "shekel",
    "MXN": "peso",
    "KRW": "won",
    "NGN": "naira",
    "BRL": "real",
    "ZAR": "rand",
    "SEK": "swedish krona",
    "NOK": "norwegian krone",
}

_MEASURES = {
    "s": "second, sec",
    "min": "minute, min",
    "h": "hour, hr",
    "d": "day",
    "wk": "week",
    "mo": "month",
    "a": "year, yr",
    "century": "century",
    "mm": "millimetre, millimeter",
    "cm": "centimetre, centimeter",
    "m": "metre, meter",
    "km": "kilometre, kilometer",
    "in": "inch",
    "ft": "foot",
    "yd": "yard",
    "mi": "mile",
    "m2": "square metre, square meter",
    "km2": "square kilometre, square kilometer",
    "mi2": "square mile",
    "ft2": "square foot",
    "m3": "cubic metre, cubic meter",
    "ha": "hectare",
    "acre": "acre",
    "L": "litre, liter",
    "g": "gram",
    "mg": "milligram",
    "kg": "kilogram, kilo",
    "t": "tonne, ton, metric ton",
    "oz": "ounce",
    "W": "watt",
    "kW": "kilowatt",
    "MW": "megawatt",
    "GW": "gigawatt",
    "kWh": "kilowatt-hour, kilowatt hour",
    "MWh": "megawatt-hour, megawatt hour",
    "GWh": "gigawatt-hour, gigawatt hour",
    "TWh": "terawatt-hour, terawatt hour",
    "°": "degree",
    "°C": "degree celsius",
    "°F": "degree fahrenheit",
    "MB": "megabyte",
    "GB": "gigabyte",
    "TB": "terabyte",
}

UNITS: dict[str, tuple[str | None, float]] = (
    {name: (symbol, 1) for name, symbol in NAMES.items()}
    | {
        form: (symbol, 1)
        for symbol, words in (_MONEY | _MEASURES).items()
        for word in words.split(", ")
        for form in (word, f"{word}s")
    }
    | {
        "times": ("x", 1),
        "fold": ("x", 1),
        "%": ("%", 1),
        "percent": ("%", 1),
        "per cent": ("%", 1),
        "pct": ("%", 1),
        "percentage point": ("pp", 1),
        "percentage points": ("pp", 1),
        "basis point": ("pp", 0.01),
        "basis points": ("pp", 0.01),
        "cent": ("USD", 0.01),
        "cents": ("USD", 0.01),
        "pence": ("GBP", 0.01),
        "feet": ("ft", 1),
        "inches": ("in", 1),
        "centuries": ("century", 1),
        "decade": ("a", 10),
        "decades": ("a", 10),
        "pounds sterling": ("GBP", 1),
        "degrees celsius": ("°C", 1),
        "degrees fahrenheit": ("°F", 1),
        "mph": ("mi/h", 1),
        "miles per hour": ("mi/h", 1),
        "miles an hour": ("mi/h", 1),
        "km per hour": ("km/h", 1),
        "kilometres per hour": ("km/h", 1),
        "kilometres an hour": ("km/h", 1),
        "kilometers per hour": ("km/h", 1),
        "c": ("°C", 1),
        "lbs": ("lb", 1),
        "-pound": ("lb", 1),
        "-time": ("x", 1),
        "-per-cent": ("%", 1),
        "per-cent": ("%", 1),
    }
)

_GAP = r"(?: (?:the|a|an|age|aged|between|from|only|just|another|an estimated|estimated))*[ (“\"]*$"
_MIN = (
    r"more than|over|at least|no fewer than|no less than|above|upwards? of|in excess of"
    r"|exceed\w*|exceeding"
    r"|greater than|a minimum of|well over|topped|north of"
)
_MAX = (
    r"less than|fewer than|under|up to|at most|no more than|as (?:much|many|long|high|far) as|below|within|a"
    r" maximum of"
    r"|at the most|maximum of"
)
_ABOUT = (
    r"about|around|some|nearly|almost|approximately|roughly|close to|approx\.?|an estimated"
    r"|estimated|near"
    r"|in the region of|circa|an average of|averag\w+"
)

_NOT_COUNTED = (
    r"Article|Art\.|Section|Chapter|Page|Pages|No\.|Nos\.|Number|Highway|Hwy\.?|Route|Flight"
    r"|Local|Room"
    r"|Gate|Channel|Phase|Level|Category|Type|Bill|Proposition|Title|Part|Volume|Season|Episode"
    r"|Road"
    r"|Grade|Unit|Apt\.?|Suite|Platform|Terminal|Line|Lot|Block|Station|Model|Group|Tier|Class"
    r"|Stage"
    r"|Interstate|Boeing|Airbus|District|Ward|Zone|Area|Pier|Resolution|Amendment|Rule|Week|Day"
    r"|Game|Round"
    r"|Psalm|Act|Scene|Figure|Table|Appendix|Box|Version|Windows|Formula|Super Bowl|Top"
)

_BEFORE_NOUN = (
    "more other additional new former young own of all both the his her its their our my such"
)

_STOP_WORDS = (
    "and or but nor to in on at by for with from into onto over under between during after"
    " before since until that which who whom whose where when while if than as is are was were"
    " be been being has have had do does did will would can could may might must should shall"
    " not also a an this these those it he she they we you i there per each every so because"
    " about around against through across within without last next earlier later ago said told"
    " says were near off out up down killed injured wounded died left remain remained took"
    " made came themselves himself herself itself ourselves early late enrolled including instead us them mr mrs"
)

QUANTITIES = Quantities(
    words=NUMBER_WORDS,
    units=UNITS,
    of=r"[ \n]of[ \n]",
    unit_adjectives=(
        r"(?:more|straight|consecutive|full|long|short|additional|whole|solid) (?=(?:times"
        r"|seconds|minutes|hours|days|weeks|months|years|decades)\b)"
    ),
    compound=r",? ?(?:and )?",
    compound_nouns=True,
    old=r"[- ]olds?\b",
    acted=r" [a-z]+ed\b",
    modified=r" [a-z]+ly [a-z]+ed(?= [a-z])",
    halves=r" and a half\b",
    negative=r"\bminus $",
    between=r"\b[Bb]etween (?:the )?(?:ages of )?$",
    joints=r" (?:to|or) |-(?:to-)?| ?– ?",
    between_joint=r" and ",
    commas=r",? and |, | or |,",
    fraction_of=r" (?:in(?: every)?|out of(?: every)?) ",
    fractions=(
        r"\b(?=[AaTtOoHh])(?:(?P<two_thirds>[Tt]wo[ -]thirds)|(?P<third>[Aa] third"
        r"|[Oo]ne[ -]third)(?= of\b| [a-z]+er\b| as\b|[.,])"
        r"|(?P<three_quarters>[Tt]hree[ -]quarters)(?! of an hour)|(?P<quarter>[Aa] quarter"
        r"|[Oo]ne[ -]quarter)(?= of (?!an hour)| as\b)"
        r"|(?<!first )(?<!second )(?<!other )(?<!better )(?<!and a )(?P<half>[Hh]alf)(?= (?:of"
        r"|the|as|its|their|his|her|all)\b(?! time)(?! day)(?! century)(?! hour))"
        r"|(?P<twice>\b[Tt]wice\b)(?! (?:a|per|the)\b)|(?P<fifth>[Aa] fifth|[Oo]ne[ -]fifth)(?="
        r" of\b)|(?P<tenth>[Aa] tenth|[Oo]ne[ -]tenth)(?= of\b))"
    ),
    fraction_values={
        "twice": 2,
        "two_thirds": 2 / 3,
        "third": 1 / 3,
        "half": 0.5,
        "three_quarters": 0.75,
        "quarter": 0.25,
        "fifth": 0.2,
        "tenth": 0.1,
    },
    fraction_words=("third", "alf", "quarter", "wice", "fifth", "tenth"),
    bounds_before=(
        (rf"(?:no more than|not more than){_GAP}", "max"),
        (rf"(?:no fewer than|no less than|not less than){_GAP}", "min"),
        (rf"(?:{_MIN}){_GAP}", "min"),
        (rf"(?:{_MAX}){_GAP}", "max"),
        (rf"(?:{_ABOUT}){_GAP}", "about"),
    ),
    bounds_after=(
        (r" or so\b|(?: [a-z]+)? or so\b|-odd\b|-ish\b", "about"),
        (r" (?:[a-z]+ )?(?:or more|at least|and up|or older|to life)\b", "min"),
        (r" (?:[a-z]+ )?(?:or less|or fewer|at most|or under)\b", "max"),
    ),
    changes=(
        (
            (
                r"(?:increas\w+|rise|rose|risen|rising|up|gain\w*|grew|grow\w*|climb\w*"
                r"|jump\w*|surg\w+|add\w*|soar\w*)\b"
            ),
            "up",
        ),
        (
            (
                r"(?:decreas\w+|fall|fell|fallen|falling|down|drop\w*|los[et]\w*|declin\w+"
                r"|shed|slid|slip\w*|cut|cuts|shr[aiu]nk)\b"
            ),
            "down",
        ),
    ),
    from_to=(
        r"\b(?:rose|rise|risen|fell|fall|fallen|grew|grown|climbed|dropped|went|increased"
        r"|decreased|declined|slipped|jumped|up|down|cut|raised|lowered)\b[^.;]{0,12}$"
    ),
    per=(
        r"[ \n]?/ ?(?P<sign>[^\W\d]+)|[ \n](?:[^\W\d]+[ \n]){0,4}?(?:per|an?|each"
        r"|every)[ \n](?P<name>[^\W\d]+)"
    ),
    per_names={
        "day": "day",
        "week": "week",
        "month": "month",
        "year": "year",
        "annum": "year",
        "hour": "hour",
        "h": "hour",
        "minute": "minute",
        "second": "second",
        "person": "person",
        "head": "head",
        "capita": "person",
        "barrel": "barrel",
        "share": "share",
        "litre": "litre",
        "liter": "liter",
        "gallon": "gallon",
        "tonne": "tonne",
        "ton": "ton",
        "ounce": "ounce",
        "pound": "pound",
        "mile": "mile",
        "kilometre": "kilometre",
        "household": "household",
        "family": "family",
        "night": "night",
        "student": "student",
        "child": "child",
        "employee": "employee",
        "worker": "worker",
        "game": "game",
        "mwh": "MWh",
        "kwh": "kWh",
    },
    parallel=r"against|compared (?:with|to)|instead of|versus|(?:up|down) from",
    multiplied=r"\bmultipl\w+ by $",
    whole=r"of ",
    rate_words=(
        (r"(?:annual\w*|yearly)\b", "year"),
        (r"monthly\b", "month"),
        (r"weekly\b", "week"),
        (r"(?:daily)\b", "day"),
        (r"hourly\b", "hour"),
    ),
    clock=r"\b(?:at|by|until|from|before|after|around) $",
    digit_traps=(
        # "24 hours a day, 7 days a week"
        r"24 hours a day|7 days a week",
        # "4-on-4", "a 2-by-4"
        r"\d+-(?:on|by)-\d+\b",
        # "22nd", "35th"
        r"\d+(?:,\d{3})*(?:st|nd|rd|th)\b",
        # "8 p.m.", "2:30 p.m."
        r"\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|\d{1,2} o'clock\b",
        # "'60s", "1990s", "her 30s"
        r"\d{2,4}'?s\b",
        # "Article 5", "Highway 16", "No. 10"
        (
            rf"(?:{_NOT_COUNTED}|(?:article|section|chapter|page|flight|highway|route|grade"
            rf"|number|channel|version)s?) \d[\d.-]*\b(?! ?(?:%|percent|per cent|million"
            rf"|billion)|[.,]\d|,\d{{3}})"
        ),
        # "80 Merlin St."
        (
            r"\d{1,5} (?:[A-Z]\w+ ){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Blvd|Boulevard|Drive|Dr"
            r"|Lane|Crescent|Cres)\b"
        ),
        # "911 operator", "called 911"
        r"911\b(?! (?:people|deaths))|9/11\b",
    ),
    word_traps=(
        # "a couple from Leeds", not "a couple of weeks"
        r"[Cc]ouple\b(?! of\b)",
        # "22nd", "35th"
        (
            r"(?:[a-z]+[ -])?(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred"
            r"|thousand)-?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|th)\b"
        ),
        # "Article 5", "Highway 16", "No. 10"
        (
            rf"(?:{_NOT_COUNTED}) (?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even"
            rf"|[Ee]ight|[Nn]ine|[Tt]en)\b"
        ),
        # "multi-million-dollar", "hundreds of"
        r"multi-?(?:million|billion)\w*(?:-\w+)?",
        # "three-on-one", "a three-peat"
        r"\w+-(?:on-\w+|peat|way|piece|by-\w+)\b",
        # "one another", "no one", "one's", "square one", "one-sided"
        (
            r"(?:[Nn]o|[Ee]very|[Aa]ny|[Ss]ome|[Tt]he|[Tt]his|[Tt]hat|[Ww]hich|[Ee]ach"
            r"|[Aa]nother|[Ss]quare|[Dd]ay|[Ll]ast|[Ff]irst|[Nn]ew|[Gg]ood|[Bb]ig) one\b"
            r"|[Oo]ne(?:'s?| another| of| by one| thing| day soon| cannot| can| could| might|"
            r" must| should| would| has| is| was| who| that| which| to| or the other| in"
            r" particular|-(?:sided|off|on|way|time|stop)|-(?:third|quarter|fifth)(?! of\b))\b"
        ),
    ),
    references=r"\b(?:[Tt]hese|[Tt]hose|[Yy]ou|[Uu]s|[Tt]hem|[Bb]oth) $",
    definite=r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Mm]y|[Yy]our) $",
    one_idle=r"(?:[Nn]o|[Tt]he|[Tt]his|[Tt]hat|[Aa]s|[Aa]nd|[Aa]ny) $",
    one_counts=(
        r" (?!of\b|or\b|and\b|but\b|in\b|to\b|for\b|with\b|on\b|at\b|that\b|who\b|the\b|a\b|it\b"
        r"|giant\b|more\b|seen\b|come\b|made\b|known\b)(?![a-z]+(?:[^s]s|ed)\b)[a-z]{2,}"
    ),
    idle_ones=r" (?:time|day soon|second|foot|pound|way|point)\b",
    before_noun=frozenset(_BEFORE_NOUN.split()),
    stop_words=frozenset(_STOP_WORDS.split()),
    noun_last=True,
    complement=r" of ",
    attributive=(
        r"\b(?:[Aa]n?|[Tt]he|its|their|his|her|our|this|that|another|[A-Z]\w+'s),?"
        r"(?: [\w-]+,)? (?:about |nearly |over |almost |roughly )?$"
    ),
    dollars=r" (?:(?P<USD>U\.S\.|US\b|American\b)|(?P<CAD>Canadian\b|Cdn\b)|(?P<AUD>Australian\b))",
    aged=(
        r"\b(?:aged?|ages|age of|[Hh]e is|[Ss]he is|[Hh]e was|[Ss]he was|[Ww]ho is|[Hh]e's|[Ss]he's"
        r"|turn(?:s|ed)) $|[A-Z][\w'-]+, $"
    ),
    age_ends=r"(?=[,.;:)]|$| _| (?:and|when|this|on|in|next|last|so|because|until|for)\b)(?![.,]\d)",
    subject=(
        r"\b(?<!\d[.,])(?P<noun>(?:(?:[A-Z&][\w&.'-]*|\d+) )*(?:[A-Z&][\w&.'-]*|\d+|[a-z]{3,}))(?: (?:late"
        r"|early|on|in|at|of|for|per|the|an?|[A-Z]\w+|electronic|broad)){0,6}? "
    ),
    subject_verbs=(
        r"(?:rose|fell|gained|lost|added|declined|dropped|climbed|slipped|slid|shed|jumped|grew"
        r"|was|were|is|are|has|have|had|costs?|picked|strengthened|weakened|rises|falls|totals?"
        r"|totall?ed|reached|hit|stood|stands|edged|surged|plunged|tumbled|ballooned|soared"
        r"|spans?)\b"
    ),
    plural=r"(?![a-z'-]*(?:ss|us|'s)\b)[a-z'-]*(?:s|people|men|women|children|police)",
    beside=r",? (?:and|or|then|against|versus|compared (?:with|to)|instead of|(?:up|down) from) ",
    of_them=r" of (?:them|those|these)\b",
    noun_of=r" (?:of (?:a |an |the |about |only |up to |more than |at least |less than |over )?)$",
)
