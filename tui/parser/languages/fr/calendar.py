"""How French writes dates."""

from __future__ import annotations

from tui.parser.languages.calendar import Calendar

_SHIFT_AFTER = r"(?P<shift>derni[eè]re?|prochaine?|passée?)"
_PART_OF_DAY = (
    r"(?: (?:au )?(?:matin|midi|soir|après-midi)| dans (?:la (?:matinée|soirée|journée|nuit)"
    r"|l'après-midi))?"
)
_ON = (
    r"(?:[Ee]n|[Dd]epuis|[Dd]ès|[Dd]'ici(?: à| fin| début)?|[Jj]usqu'en|[Jj]usqu'à|[Ff]in|[Dd]ébut"
    r"|[Cc]ourant|[Mm]i-?|[Aa]nnée|[Ll]'an|[Hh]orizon|[Ss]aison|[Ee]xercice|[Rr]entrée|[Mm]illésime"
    r"|[Aa]utour de|[Cc]omparé à|[Rr]apport à|[Pp]ériode)"
)
_ABOUT = (
    r"(?:de|du|à|[Aa]vant|[Aa]près|[Pp]our|[Vv]ers|qu'en|et|ou|[Bb]udget|finances|sociale"
    r"|[Pp]résidentielle|[Ll]égislatives|[Mm]unicipales|[Rr]égionales|[Ee]uropéennes|[Éé]lections?"
    r"|[Éé]dition|[Cc]ampagne|[Cc]oupe|[Mm]onde|[Jj]eux|[Pp]lan|[Rr]apport|[Bb]ilan|[Rr]écoltes?)"
)
_COUNTS = (
    r"(?:étaient|sont|furent|seraient|seront|environ|quelque|que|les|des|ces|presque|plus|moins"
    r"|près|euros"
    r"|dollars|fois|numéro|article|lot|page) "
)
_NOT_A_COUNT = (
    r"(?! ?[€$£%°]| ?(?:euros?|dollars?|francs?|millions?|milliards?|[km]?m|km2|k?g|tonnes?"
    r"|hectares?"
    r"|ha|mètres?|kilomètres?|litres?|habitants|personnes|hommes|femmes|voix|ans|jours|heures)\b"
    r"|[.,]\d)"
)
_PLURAL = (
    r"(?!(?:dans|sans|puis|mais|depuis|après|très|les|des|ces|ses|nos|vos|leurs|plus|moins|sous"
    r"|plusieurs|certains|toujours|dès|hors|vers|lors|alors|inclus|compris)\b)[a-zà-ÿ]{3,}[sx]\b"
)
_NO_PLURAL_FOLLOWS = rf"(?! {_PLURAL})"
"""Behind two years: "entre 1500 et 2000 manifestants" are none …"""
_NO_SECOND_COUNT = rf"(?! (?:et|à) \d{{4}} {_PLURAL})"
"""… and behind the first of them."""
NOT_HOW_LONG = (
    r"(?<!urée\sde\s)(?<!endant\s)(?<!urant\s)(?<!\sen\s)(?<!duré\s)(?<!dure\s)(?<!rès\sde\s)"
    r"(?<!\sfaut\s)(?<!prend\s)(?<!prendre\s)(?<!pris\s)(?<!\smis\s)(?<!lus\sde\s)(?<!oins\sde\s)"
)
"""What stands before hours and minutes that are no time of the day: "Le trajet dure 1 h 30"."""
_NO_NOUN_FOLLOWS = (
    r"(?=[^\w\s]|$|\s{1,2}(?:[^a-zà-ÿ]|(?:et|ou|où|à|au|aux|a|ont|avait|avaient|est|sont|était"
    r"|étaient|sera|seront|fut|dans|par|pour|avec|sans|sur|sous|qui|que|dont|mais|contre|en|lors"
    r"|après|avant|selon|devrait|pourrait|doit|puis|alors|avec|entre|comme|d'un|la|le"
    r"|les|il|elle|ils|elles|on|grâce|malgré|chez|soit|jusqu|afin|face|car|si|quand|plus|moins"
    r"|ne|se|y)(?![a-zà-ÿ])|[nslj]'))"
)

CALENDAR = Calendar(
    months={
        "janvier": 1,
        "février": 2,
        "fevrier": 2,
        "mars": 3,
        "avril": 4,
        "mai": 5,
        "juin": 6,
        "juillet": 7,
        "août": 8,
        "aout": 8,
        "septembre": 9,
        "octobre": 10,
        "novembre": 11,
        "décembre": 12,
        "decembre": 12,
    },
    months_short={
        "janv": 1,
        "jan": 1,
        "févr": 2,
        "fév": 2,
        "avr": 4,
        "juil": 7,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "déc": 12,
    },
    weekdays={
        "lundi": 0,
        "mardi": 1,
        "mercredi": 2,
        "jeudi": 3,
        "vendredi": 4,
        "samedi": 5,
        "dimanche": 6,
    },
    weekdays_short={"lun": 0, "mar": 1, "mer": 2, "jeu": 3, "ven": 4, "sam": 5, "dim": 6},
    seasons={"printemps": 3, "été": 6, "automne": 9, "hiver": 12},
    day_words={
        "aujourd'hui": 0,
        "hier": -1,
        "avant-hier": -2,
        "demain": 1,
        "après-demain": 2,
        "ce matin": 0,
        "ce midi": 0,
        "cet après-midi": 0,
        "ce soir": 0,
        "cette nuit": 0,
    },
    units={
        "jour": "days",
        "jours": "days",
        "semaine": "weeks",
        "semaines": "weeks",
        "mois": "months",
        "an": "years",
        "ans": "years",
        "année": "years",
        "années": "years",
    },
    shifts={
        "dernier": -1,
        "dernière": -1,
        "derniere": -1,
        "passé": -1,
        "passée": -1,
        "ce": 0,
        "cet": 0,
        "cette": 0,
        "prochain": 1,
        "prochaine": 1,
    },
    numbers={
        "un": 1,
        "une": 1,
        "deux": 2,
        "trois": 3,
        "quatre": 4,
        "cinq": 5,
        "six": 6,
        "sept": 7,
        "huit": 8,
        "neuf": 9,
        "dix": 10,
        "onze": 11,
        "douze": 12,
        "treize": 13,
        "quatorze": 14,
        "quinze": 15,
        "seize": 16,
        "dix-sept": 17,
        "dix-huit": 18,
        "dix-neuf": 19,
        "vingt": 20,
        "vingt et une": 21,
        "vingt-deux": 22,
        "vingt-trois": 23,
        "trente": 30,
        "quarante": 40,
        "cinquante": 50,
        "soixante": 60,
        "cent": 100,
    },
    halves={},
    clock=frozenset({"heure", "heures"}),
    future=r"\b[a-zà-ÿ]{2,}(?:er|ir|dr|tr|vr|rr)(?:a|ont)\b|\b(?:aura|auront|fera|feront)\b",
    clauses=r"[.!?…;\n]\s|\bqu[e']",
    number_marks=r" ?h",
    capitalised=False,
    day_first=True,
    full_dates=(
        rf"(?:(?:[Cc]e )?<weekday>,? (?:le )?)?<day>[\s-]<month>[\s-]<year>{_PART_OF_DAY}",
    ),
    phrases=(
        # "mardi 24 février au soir", "1er mars", "14-Juillet", "14 janvier dernier"
        rf"(?:(?:[Cc]e )?<weekday>,? (?:le )?)?<day>[\s-]<month>(?: {_SHIFT_AFTER})?{_PART_OF_DAY}",
        # "du 3 au 7 mars", "les 3-4 mars 2024", "entre le 3 et le 7 mars"
        (
            r"(?:[Dd]u|[Ll]e|[Ll]es|des|aux) (?P<span>(?P<first>[12]?\d|3[01]|1er)(?P<to>,?"
            r" (?:au|et|ou|à)(?: le)? |, ?|-)<day> <month>(?: <year>)?)"
        ),
        # "le 3 mars et 4 avril" is two dates; "jeudi 24" is one without its month
        r"<Weekday> <day>(?! ?[€$%\w-]|[.,]\d)",
        # "octobre 2016", "mi-mars 2020"
        r"(?:mi-)?<month> <year>",
        # "mai 68": of the century past
        rf"<Month> (?P<short>[3-9]\d)(?!\d){_NOT_A_COUNT}{_NO_NOUN_FOLLOWS}",
        # "en mars", "fin avril", "d'ici à juin", "mars dernier"
        (
            r"(?:[Ee]n|[Dd]e|[Ff]in|[Dd]ébut|[Cc]ourant|[Dd]ès|[Dd]epuis|[Aa]vant|[Dd]'ici(?: à"
            r"| fin"
            r"| la fin)?|[Jj]usqu'en|[Jj]usqu'à(?: fin)?|[Mm]ois de|[Mm]ois d'|[Pp]artir de|[Pp]our"
            r"|[Vv]ers|à la"
            r" fin|[Ee]ntre|et|à) (?P<span>(?:mi-)?<Month>)(?! ?\d)"
        ),
        r"(?:[Mm]ois d'|[Dd]'|[Mm]i-)(?P<span><Month>)",
        rf"<Month> {_SHIFT_AFTER}",
        # "mercredi dernier", "ce mardi soir", "jeudi dans la soirée"
        rf"<Weekday>(?: {_SHIFT_AFTER})?{_PART_OF_DAY}",
        rf"(?P<shift>[Cc]e) <Weekday>{_PART_OF_DAY}",
        # "hier", "hier soir", "aujourd'hui", "ce matin"
        rf"<word>{_PART_OF_DAY}",
        # "la semaine dernière", "l'an passé", "le mois prochain"
        rf"(?:[Ll]a |[Ll]e |[Ll]')<unit> {_SHIFT_AFTER}",
        # "cette semaine", "cette année", "ce mois-ci"
        r"(?P<shift>[Cc]ette|[Cc]e) <unit>(?:-ci)?(?= |[^\w-]|$)(?! \d{4})",
        # "il y a trois jours", "voilà deux semaines"
        r"(?P<ago>[Ii]l y a|[Vv]oici|[Vv]oilà) <number> <unit>(?! que\b| de\b| d'| et demi)",
        # "l'été 2023", "l'hiver 2022-2023", "le printemps dernier"
        r"<season>(?: de)? <year>(?:[-–/](?P<year2>\d{4}|\d\d))?",
        rf"(?:[Ll]'|[Ll]e |[Aa]u )<season> {_SHIFT_AFTER}",
        # "années 1990", "années 90", "années soixante-dix"
        (
            r"(?=[Aa])<unit> (?P<decade>(?:1[0-9]|20)?\d0(?!\d)|vingt|trente|quarante|cinquante"
            r"|soixante-dix"
            r"|soixante|quatre-vingt-dix|quatre-vingts?|folles)"
        ),
        # "de 2005 à 2007", "entre 2012 et 2015": the first of two
        (
            rf"(?:[Dd]e|[Ee]ntre|[Dd]epuis) (?P<span><year>) (?:à|et|jusqu'en|jusqu'à) (?:1[5-9]"
            rf"|20)\d\d\b"
            rf"{_NOT_A_COUNT}{_NO_PLURAL_FOLLOWS}"
        ),
        (
            rf"(?:[Dd]e|[Ee]ntre) (?:1[0-9]|20)\d\d (?:à|et) (?P<span><year>){_NOT_A_COUNT}"
            rf"{_NO_PLURAL_FOLLOWS}"
        ),
        # "en 2022", "depuis 1998", "d'ici à 2030", "l'an 2000"
        rf"{_ON}(?:…|:)? ?(?P<span><year>){_NOT_A_COUNT}{_NO_SECOND_COUNT}",
        # "la loi de 1905", "la Révolution de 1789"
        (
            rf"(?:[Rr]évolution|[Cc]onstitution|[Gg]uerre|[Tt]raité|[Ll]oi) d[eu]"
            rf" (?P<span><year>){_NOT_A_COUNT}"
        ),
        rf"[A-ZÀ-Þ]\w{{3,20}} d[eu] (?P<span><year>){_NOT_A_COUNT}{_NO_NOUN_FOLLOWS}",
        # "les législatives de 2017", "après 2010", "le budget 2019": no noun may follow
        rf"{_ABOUT} (?P<span>(?P<modern>(?:19|20)\d\d))\b{_NOT_A_COUNT}{_NO_NOUN_FOLLOWS}",
        # "les résultats 2019.": at the end of a clause
        (
            rf"(?!{_COUNTS})[a-zà-ÿ]{{3,20}} (?P<span>(?P<modern>(?:19"
            rf"|20)\d\d))(?=[.,;:)»”\"?!](?!\d)|$)"
        ),
        # "14h30", "14 h 30", "dès 9h": not how long something lasts
        rf"{NOT_HOW_LONG}<hour> ?[hH] ?<minute>(?! ?(?:de\b|d')| minutes)(?![\w/])",
        rf"{NOT_HOW_LONG}(?<!\sde\s)<hour>[hH](?! ?(?:de\b|d')| par\b| ?/|\w)",
        # "à 8 heures", "de 14 h à 18 h"
        (
            r"(?:[àÀA]|alentours de|[Vv]ers|[Dd]ès|[Aa]vant|[Aa]près|[Jj]usqu'à|[Dd]epuis|partir de"
            r"|[Ee]ntre|était|alors"
            r"|(?<=[hH]\s)(?:et|ou)) (?P<span><hour> ?(?:[hH]|heures?)(?: <minute>)?)"
            r"(?! ?(?:de\b|d')(?! l'après| la)| par\b| ?/| \d|\w)"
        ),
        r"[Dd]e (?P<span><hour> ?(?:[hH]|heures?)(?: <minute>)?)(?= à (?:\d|midi|minuit))",
        # "6 heures GMT", "dimanche 22 heures"
        (
            r"<hour> ?(?:[hH]|heures?)(?: <minute>)? (?:GMT|UTC|locales?|heure (?:locale|française"
            r"|de Paris))"
        ),
        r"(?<=(?:di|he)\s)<hour> ?(?:[hH]|heures?)(?: <minute>)?(?! ?(?:de\b|d')|\w)",
        (
            r"(?:[àÀA]|alentours de|[Vv]ers|[Dd]ès|[Aa]vant|[Jj]usqu'à) (?P<span><number>"
            r" <clock>(?: <minute>)?"
            r"(?: du (?:matin|soir)| de l'après-midi| précises)?)(?! ?(?:de\b|d')| par\b|\w)"
        ),
    ),
    joiners=r"(?:,? ?(?:à|vers|dès|peu avant|peu après|à partir de|avant|après))? ?|, ?",
)
