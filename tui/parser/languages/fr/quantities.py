"""How French writes numbers, units and what stands around them."""

from __future__ import annotations

from tui.parser.languages.fr.calendar import NOT_HOW_LONG
from tui.parser.languages.fr.cldr_units import NAMES
from tui.parser.languages.fr.number_words import NUMBER_WORDS
from tui.parser.languages.quantities import NounPhrases, Quantities


def _names(table: dict[str, str]) -> dict[str, tuple[str | None, float]]:
    """Give every name of a unit its symbol, with the plural in -s."""
    names: dict[str, tuple[str | None, float]] = {}
    for symbol, words in table.items():
        for word in words.split(", "):
            names[word] = (symbol, 1)
            names[word.replace(" ", "s ", 1)] = names[f"{word}s"] = (symbol, 1)
            names[" ".join(part if part[-1] in "sx" else f"{part}s" for part in word.split())] = (
                symbol,
                1,
            )
    return names


UNITS: dict[str, tuple[str | None, float]] = (
    {name: (symbol, 1) for name, symbol in NAMES.items()}
    | _names(
        {
            "s": "seconde",
            "min": "minute",
            "h": "heure",
            "d": "jour, journée",
            "wk": "semaine",
            "mo": "mois",
            "a": "an, année",
            "century": "siècle",
            "mm": "millimètre",
            "cm": "centimètre",
            "m": "mètre",
            "km": "kilomètre, kilométre",
            "in": "pouce",
            "ft": "pied",
            "mi": "mile",
            "m2": "mètre carré",
            "km2": "kilomètre carré",
            "m3": "mètre cube",
            "ha": "hectare",
            "L": "litre",
            "g": "gramme",
            "mg": "milligramme",
            "kg": "kilo, kilogramme",
            "t": "tonne",
            "W": "watt",
            "kW": "kilowatt",
            "MW": "mégawatt",
            "GW": "gigawatt",
            "kWh": "kilowattheure, kilowatt-heure",
            "MWh": "mégawattheure",
            "TWh": "térawattheure",
            "GWh": "gigawattheure",
            "Hz": "hertz",
            "°": "degré",
            "°C": "degré celsius",
            "MB": "mégaoctet",
            "GB": "gigaoctet",
            "TB": "téraoctet",
            "EUR": "euro",
            "USD": "dollar, dollar américain, dollar us, billet vert",
            "CAD": "dollar canadien",
            "AUD": "dollar australien",
            "HKD": "dollar de hong kong",
            "GBP": "livre sterling",
            "lb": "livre",
            "CHF": "franc suisse",
            "XOF": "franc cfa",
            "FRF": "franc, franc français",
            "JPY": "yen",
            "CNY": "yuan, renminbi",
            "RUB": "rouble",
            "UAH": "hryvnia, hryvna",
            "DZD": "dinar, dinar algérien",
            "TND": "dinar tunisien",
            "MAD": "dirham",
            "HTG": "gourde",
            "INR": "roupie",
            "TRY": "livre turque",
            "BRL": "réal",
            "KRW": "won",
            "ILS": "shekel",
            "NGN": "naira",
            "MXN": "peso",
            "SEK": "couronne suédoise",
            "NOK": "couronne norvégienne",
            "DKK": "couronne danoise",
            "PLN": "zloty",
            "x": "fois, reprise",
        }
    )
    | {
        "°c": ("°C", 1),
        "fois plus": ("x", 1),
        "fois moins": ("x", 1),
        "pour cent": ("%", 1),
        "pourcent": ("%", 1),
        "point": (None, 1),
        "points": (None, 1),
        "point de pourcentage": ("pp", 1),
        "points de pourcentage": ("pp", 1),
        "points de base": ("pp", 0.01),
        "kilomètres par heure": ("km/h", 1),
        "kilomètres-heure": ("km/h", 1),
        "kilomètres à l'heure": ("km/h", 1),
        "km à l'heure": ("km/h", 1),
        "gramme par litre": ("g/L", 1),
        "grammes par litre": ("g/L", 1),
        "centime": ("EUR", 0.01),
        "centimes": ("EUR", 0.01),
        "cents": ("EUR", 0.01),
        "f": ("FRF", 1),
        "da": ("DZD", 1),
        "mètres carré": ("m2", 1),
        "décennie": ("a", 10),
        "année-lumière": ("[ly]", 1),
        "années-lumière": ("[ly]", 1),
        "décennies": ("a", 10),
    }
)

_APPROX = (
    r"environ|près d(?:e|')|quelque|autour d(?:e|')|à peu près|presque|de l'ordre d(?:e|')|à peine"
    r"|aux alentours d(?:e|')|aux environs d(?:e|')|pas loin d(?:e|')|approximativement|une"
    r" moyenne d(?:e|')|en moyenne|pratiquement|quasiment|frôl\w+(?: les?)?|avoisin\w+(?: les?)?"
)
_MIN = (
    r"(?<!\ben )(?<!\bEn )plus d(?:e|')|au moins|au minimum|au delà d(?:e|')|au-delà d(?:e|')|à partir d(?:e|')|pas"
    r" moins d(?:e|')"
    r"|dépass\w+(?: les?)?|supérieure?s? à|au moins (?:égal|égale) à|un minimum d(?:e|')"
    r"|excéd\w+(?: les?)?|au-dessus d(?:e|')"
)
_MAX = (
    r"moins d(?:e|')|au plus|au maximum|jusqu'à|pas plus d(?:e|')|maximum|sous le seuil d(?:e|')"
    r"|en[- ]dessous d(?:e|')|inférieure?s? à|au plus tard dans|tout au plus|sous (?:la barre|le"
    r" seuil) d(?:e|')|un maximum d(?:e|')|sous les"
)
_GAP = r"(?: (?:entre|de|d'|seulement|les|des|ces|quelque))*[ («\"“]*$"

_BEFORE_NOUN = (
    "autres autre nouveaux nouvelles nouvel nouveau petits petites petit petite grands"
    " grandes grand grande premier première premiers premières dernier derniers dernières dernière bons bonnes jeunes"
    " vieux vieilles gros grosses beaux belles anciens anciennes principaux principales"
    " prochains prochaines longs longues mêmes seul seule seuls seules différents différentes simples âge"
    " âgé âgée âgés âgées actuellement aussi très quelque supplémentaires bonnes longue long hauts"
    " hautes plein pleine pleins pleines jeune forts fortes fort forte véritables vrais vraies de d des du"
)

_DETERMINERS = (
    "le la les l un une du des ce cet cette ces son sa ses leur leurs mon ma mes ton ta tes notre"
    " nos votre vos"
)
_STOP_WORDS = (
    "et ou où à au aux en dans par pour avec sans sur sous qui que quoi dont mais contre lors"
    " depuis avant après selon comme puis alors donc est sont a ont était étaient avait"
    " avaient sera seront fut furent il"
    " elle ils elles on se s ne n y plus moins environ chez entre vers dès si quand soit par"
    " jusqu d'ici près autant hui car pas ainsi afin parmi hors là passant allant atteignant dépassant oscillant variant"
)

QUANTITIES = Quantities(
    decimal=",",
    groups=" .'",
    words=NUMBER_WORDS,
    units=UNITS,
    of=r"[ \n]d(?:e[ \n]|')",
    unit_adjectives=(
        r"(?:derni[eè]re?s|prochaine?s|premi[eè]re?s|longue?s|petite?s|bonnes) (?=(?:secondes"
        r"|minutes|heures|jours|journées|semaines|mois|ans|années|siècles|décennies)\b)"
    ),
    part_of=r" des ",
    compound=r" ?(?:et )?",
    old=r"(?!)",
    halves=r" et demie?\b",
    negative=r"\bmoins $",
    between=r"\b[Ee]ntre ?(?:les )?$",
    joints=r" (?:à|ou) |-| ?– ?",
    between_joint=r" et ",
    commas=r",? et |,? puis |, | ou |,",
    fraction_of=r" sur ",
    fractions=(
        r"\b(?=[LlDdTtUu])(?:(?:[Ll]es )?(?P<two_thirds>deux[ -]tiers)|(?P<third>[Uu]n tiers"
        r"|[Ll]e tiers)"
        r"|(?P<half>[Ll]a moitié)(?! du temps)|(?:[Ll]es"
        r" )?(?P<three_quarters>[Tt]rois[ -]quarts)(?! d'heure)"
        r"|(?P<quarter>[Uu]n quart|[Ll]e quart)(?! (?:d'heure|de finale))|(?P<fifth>[Uu]n"
        r" cinquième|[Ll]e cinquième)"
        r"|(?P<tenth>[Uu]n dixième))\b(?! siècle| de finale)"
    ),
    fraction_values={
        "two_thirds": 2 / 3,
        "third": 1 / 3,
        "half": 0.5,
        "three_quarters": 0.75,
        "quarter": 0.25,
        "fifth": 0.2,
        "tenth": 0.1,
    },
    fraction_words=("tiers", "moitié", "quart", "cinquième", "dixième"),
    bounds_before=(
        (rf"(?:pas moins d(?:e|')){_GAP}", "min"),
        (rf"(?:pas plus d(?:e|')){_GAP}", "max"),
        (rf"(?:{_MIN}){_GAP}", "min"),
        (rf"(?:{_MAX}){_GAP}", "max"),
        (rf"(?:{_APPROX}){_GAP}", "about"),
        (r"maximum [^.;]{0,60} est (?:[a-z]+ )?de $", "max"),
    ),
    bounds_after=(
        (r" (?:[^\W\d]+ )?(?:environ|à peu près)\b", "about"),
        (r" (?:[^\W\d]+ )?(?:au plus|au maximum|maximum|ou moins)\b", "max"),
        (r" (?:[^\W\d]+ )?(?:au moins|au minimum|minimum|ou plus|et plus)\b", "min"),
        (r" [^.;\d]{0,30}, le maximum\b", "max"),
        (r" en moyenne\b", "about"),
    ),
    changes=(
        (
            (
                r"(?:hausse|augment\w+|progress\w+|bond\w*|grimp\w+|cro[iî]t\b|croiss\w+"
                r"|monté\w*|gagn\w+)\b"
            ),
            "up",
        ),
        (r"(?:baiss\w*|recul\w*|chut\w*|diminu\w+|rédui\w+|tomb\w+|perd\w*|repli\w*)\b", "down"),
    ),
    from_to=(
        r"\b(?:pass|tomb|chut|mont|baiss|recul|augment|grimp|progress|remont|bond)\w*"
        r" [^.;]{0,12}$"
    ),
    per=(
        r"[ \n]?/ ?(?P<sign>[^\W\d]+)|[ \n](?:[^\W\d]+[ \n-]|d'|de ){0,4}?(?:par|chaque|à l'"
        r"|(?:le|la|l')(?= ?(?:litre|tonne|kilo|baril|mwh|minute|heure|place|pièce)))[ \n]?(?P<name>[^\W\d]+)"
    ),
    per_names={
        "jour": "day",
        "j": "day",
        "semaine": "week",
        "mois": "month",
        "an": "year",
        "année": "year",
        "heure": "hour",
        "h": "hour",
        "minute": "minute",
        "seconde": "second",
        "personne": "person",
        "habitant": "habitant",
        "hab": "habitant",
        "tête": "head",
        "foyer": "foyer",
        "ménage": "ménage",
        "litre": "litre",
        "l": "litre",
        "baril": "baril",
        "tonne": "tonne",
        "t": "tonne",
        "kilo": "kilo",
        "kg": "kg",
        "kilomètre": "kilomètre",
        "km": "km",
        "mwh": "MWh",
        "kwh": "kWh",
        "élève": "élève",
        "enfant": "enfant",
        "famille": "famille",
        "action": "action",
        "nuit": "nuit",
        "soir": "soir",
        "match": "match",
        "place": "place",
        "pièce": "pièce",
        "nuitée": "nuitée",
    },
    parallel=r"contre|comparée?s? à|au lieu d[e']|face à|puis",
    multiplied=r"\bmultipli\w+ (?:environ )?par $",
    rate_words=(
        (r"annuel\w*\b", "year"),
        (r"mensuel\w*\b", "month"),
        (r"hebdomadaires?\b", "week"),
        (r"(?<!\ble )(?<!\bdu )\bquotidien\w*\b|journali[eè]\w+\b", "day"),
    ),
    digit_traps=(
        # "35e", "1er", "2nde"
        r"\d+(?:ers?|[èe]res?|[èe]mes?|es?|nde?s?|nd)\b(?! ?[-/])",
        # "le 24", "le 24 février", not "le 100 m"
        (
            r"[Ll]e \d{1,2}(?= (?:au (?:matin|soir)|janv|f[ée]v|mars|avr|mai|juin|juil|ao[uû]t|sept|oct|nov"
            r"|d[ée]c)|[.,;)](?!\d)|$)"
        ),
        # "à 9 h", "14 h 30", "18h15"
        (
            rf"{NOT_HOW_LONG}(?:[01]?\d|2[0-4]) ?[hH]"
            r" ?[0-5]\d(?: et \d+ secondes)?(?! ?(?:min|mn|s\b)| de (?!l'))"
        ),
        (
            r"(?:[àÀ]|[Vv]ers|[Dd]ès|[Aa]vant|[Aa]près|[Jj]usqu'à|partir de) (?:[01]?\d"
            r"|2[0-4])(?: ?[hH]\b| heures?\b)(?: précises| du matin| du soir)?(?! de? \w| \d|\w)"
        ),
        # "de 15 à 17 heures"
        (
            r"[Dd]e (?:[01]?\d|2[0-4])(?= à (?:[01]?\d|2[0-4]) ?(?:[hH]|heures)\b"
            r"(?! d(?:e (?!l')|')))"
        ),
        # "le chiffre 12"
        r"(?:[Cc]hiffre|[Nn]ombre) \d+\b(?! ?(?:%|€|[a-zà-ÿ]+s\b)|[.,]\d| \d)",
        # "le 12 e arrondissement"
        r"(?:[Ll]e|[Ll]a|[Dd]u|[Aa]u|[Ss]on|[Ss]a|[Uu]ne?) \d+ (?:e|è|ème)\b",
        # "rue", "8 rue des Lilas", "12, avenue", "69003 Lyon"
        (
            r"\d{1,4}(?: (?:bis|ter))?,? (?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai"
            r"|[Cc]hemin|[Aa]llée|[Ii]mpasse)\b"
        ),
        r"\d{5} (?=[A-ZÉ])",
        # "(25)", "(93)"
        r"(?<=[a-zé] \()(?:0?\d{2}|2[AB]|97\d)(?=\))",
        # "le 49.3", "le 9-3"
        r"49[.,-]3\b(?! ?%)|[Ll]e 9-?3\b",
        # "n° 2011-45", "article 12, alinéa 4", "pages 12 et 13", "km 42"
        (
            r"(?:[Nn]°|[Nn]o\.?|[Nn]uméros?|[Aa]rt(?:icles?|\.)|[Aa]linéas?|[Pp]ages?|[Pp]p?\."
            r"|[Cc]hapitres?|[Rr]ésolutions?|[Ll]ois?|[Tt]erminal|[Tt]erminaux|[Nn]iveau"
            r"|[Ss]érie|[Tt]omes?|[Éé]pisodes?|[Ll]ignes?|[Rr]outes?|[Dd]épartementale"
            r"|[Nn]ationale|[Aa]utoroute|[Vv]ols?|[Ll]ots?|[Pp]hases?|[Gg]roupe|[Dd]ivision"
            r"|[Cc]atégories?|[Pp]orte|[Vv]oie|[Ss]alle|[Bb]us|[Pp]oint|[Cc]iné|[Kk]m|[Cc]hambre"
            r"|[Dd]écret|[Dd]irective|[Rr]èglement|[Cc]haîne|[Pp]remière|[Cc]anal|[Ss]aison"
            r"|[Aa]ct(?:e)?|[Rr]ang|[Tt]op) (?:n° ?)?\d[\d-]*(?:(?:, | et | à "
            r"|-)\d+)?\b(?! ?(?:%|€|euros|[km]m?\b|fois|ans|mois|jours|millions|milliards"
            r"|points)|[.,]\d|[ ]\d{3}\b(?! fois))"
        ),
        # "années 1990", "années soixante-dix"
        (
            r"[Aa]nnées (?:\d{2,4}(?: (?:et|ou) \d{2,4})?|vingt|trente|quarante|cinquante"
            r"|soixante(?:-dix)?|quatre-vingts?(?:-dix)?)\b"
        ),
        # the race: "le 100 m"
        r"(?:[Ll]e|[Dd]u|[Aa]u) \d{2,5} m(?:ètres)?\b",
        # "20 Minutes", "Mate 9", "iPhone 14", "France 2", "CAC 40"
        r"20 Minutes\b|2[04] Heures\b",
        # "menait 98 à 97", "victoire 3 à 1"
        (
            r"(?:men(?:ait|aient|é|ée?s|er?|ant)|scores?(?: final)?(?: de)?|victoires?|défaites?"
            r"|battue?s?|imposée?s?) \d{1,3} à \d{1,3}\b(?! ?(?:%|€|[a-zà-ÿ]+s\b))"
        ),
        # the mark of an item: "1-prendre", "■ 3. En Europe", "{{2}}"
        (
            r"(?:(?<=\n)|(?<=[■•▪►] )|\A)\d{1,2} ?[-–] ?(?=[a-zà-ÿ]+(?:er|ir|re)\b)"
            r"|(?<=[■•▪►] )\d{1,2}[.)] (?=[A-ZÀ-Þ«])|(?<=\{\{)\d{1,3}(?=\}\})"
        ),
        # "du sans plomb 95"
        r"[Pp]lomb 9[58]\b",
        # "24 heures sur 24", "7 jours sur 7"
        r"24 ?h(?:eures)?(?: sur |/)24\b|7 ?j(?:ours)?(?: sur |/)7\b",
    ),
    word_traps=(
        # "vingt-cinquième", "deux centième"
        (
            r"(?:[a-zA-Z]+[ -])?[^\W\d_]*(?:un|deux|trois|quatr|cinqu|six|sept|huit|neuv|dix"
            r"|onz|douz|treiz|quatorz|quinz|seiz|vingt|trent|quarant|cinquant|soixant|cent"
            r"|mill)i[èe]mes?\b"
        ),
        # "des quatre coins", "cent fois", "tous les deux", "à deux pas", "en deux mots"
        (
            r"[Qq]uatre coins|(?:cent|mille) fois\b|[Mm]ille et une? nuits?|(?:tous"
            r"|toutes) (?:les )?(?:deux|trois|quatre)\b(?= [a-zé]+(?:és?|ées?|er)\b|[,.])|à"
            r" deux (?:pas|doigts)\b|entre les deux\b(?= ?[.,;)]|$)|cinq étoiles|pour"
            r" cent\b(?<!\d pour cent)(?<![a-z] pour cent)"
        ),
        # "Luc Morel, la trentaine,"
        r"la (?:vingt|trent|quarant|cinquant|soixant)aine\b(?! d(?:e |'))",
        # "un logement neuf", "à neuf"
        (
            r"(?:[Uu]ne?|[Ll]e|[Ll]a|du|des|[Ll]es|[Cc]e|[Ss]on|sa|de) [^\W\d_]+ neuf\b(?!"
            r" [a-zé]+s\b)|à neuf\b|de neuf\b(?! [a-z]+s\b)"
        ),
        # "six-majeur", "deux-roues", but not "vingt-deux"
        (
            r"(?:[Uu]ne?|[Dd]eux|[Tt]rois|[Qq]uatre|[Cc]inq|[Ss]ix|[Ss]ept|[Hh]uit|[Nn]euf"
            r"|[Dd]ix|[Mm]ille|[Cc]ent)-(?!(?:tiers|quarts|sept|huit|neuf|vingts?|cents?|mille|et|un|une|deux"
            r"|trois|quatre|cinq|six|onze|douze|treize|quatorze|quinze|seize|dix|vingt|trente"
            r"|quarante|cinquante|soixante|million|milliard|là|ci)\b)[^\W\d_]+"
        ),
        # "n° 2011-45", "article 12, alinéa 4", "pages 12 et 13", "km 42"
        (
            r"(?:[Aa]cte|[Nn]uméro|[Cc]hapitre|[Aa]rticle|[Cc]hiffre|[Nn]ombre) (?:un|deux"
            r"|trois|quatre|cinq|six|sept|huit|neuf|dix(?:[ -](?:sept|huit|neuf))?|onze|douze"
            r"|treize|quatorze|quinze|seize|vingt)\b"
        ),
        r"[Pp]oint zéro|[Gg]roupe des \w+",
    ),
    clock=r"\b(?:minuit et|midi et|[àÀ]|[Vv]ers|[Pp]our|[Dd]ès|[Aa]vant|[Aa]près|[Jj]usqu'à) $",
    references=r"\b(?:[Cc]es|[Ee]ux|[Nn]ous|[Vv]ous|(?:[Tt]ous|[Tt]outes)(?: les)?) $",
    definite=r"\b(?:[Ll]es|[Dd]es|[Aa]ux|[Ss]es|[Ll]eurs|[Nn]os|[Mm]es|[Vv]os|[Tt]ous|[Tt]outes) $",
    one_counts=r"(?<!ne) mort\b|(?<=ne) morte\b| (?:blessée?|tuée?)\b",
    idle_ones=(
        r" (?:jour|journée|seconde|fois|année|reprise|livre|pied|minute de|nouvelle?|point"
        r"|mile)\b"
    ),
    noun_phrases=NounPhrases(
        determiners=frozenset(
            (*_DETERMINERS.split(), "chaque", "plusieurs", "quelques", "certains", "certaines")
        ),
        contracted=frozenset({"du", "des"}),
        of=frozenset({"de", "d", "en"}),
        within=frozenset({"en"}),
        trends=frozenset(
            "hausse baisse recul progression repli augmentation chute retrait".split()
        ),
        prepositions=frozenset("par pour avec sans en sous sur contre à entre hors".split()),
        others=frozenset(["autres"]),
        plural_marks="sxz",
        before_age=(
            r",? ?(?:(?:alors|aujourd'hui|désormais|elle|lui|tous|toutes) )?(?:âgée?s?|haute?s?|larges?"
            r"|longs?|longues?|profonde?s?)(?: (?:respectivement|seulement))? (?:de |d'|entre )[^.;:()\n]{0,24}$"
        ),
        level=r"(?<! par rapport) à $",
        levelled=r" (?:le |la |les |l')(?:nombre (?:de |d'))?",
        among=r"\bdont(?: seulement)? $",
        up_to=(
            r" (?:pouvant|qui peut|qui peuvent|qui pourraient?) (?:aller|atteindre|monter|grimper"
            r"|s'élever)(?: à)? $"
        ),
        timed=r"\b(?:[Ii]l y a|(?<!dure )(?<!durait )depuis|voici|voilà|[Aa]près|[Aa]vant|[Pp]endant|[Dd]urant|[Dd]'ici)(?: (?:les|ces|ses|leurs|déjà))? $",
        later=r" (?:plus (?:tard|tôt)|après|avant|auparavant|durant)\b",
        participle=r"(?:ée?s|venue?s|ant)$",
        past=("é", "ée", "és", "ées"),
        dimensions=frozenset("valeur durée longueur hauteur largeur superficie capacité".split()),
        to=frozenset(["à"]),
        infinitive=("er", "ir"),
        at_age=r"\b(?:[Àà]|[Dd]ès|[Aa]vant|[Aa]près|[Jj]usqu'à) l'âge d(?:e |')$",
        lasting=r" pour $",
        reached=(
            r"\bà $",
            r" (?:du |des |de (?:la |l'|cet? |cette |ces )|d'une? |(?:de |d')(?=[A-ZÀ-Þ]))",
        ),
        partitive=(
            r" (?:de |d')(?:(?:ses|ces|nos|leurs|mes|vos) |l')(?:(?:deux|trois|quatre|cinq|six|sept"
            r"|huit|neuf|dix|\d+) )?"
        ),
    ),
    before_noun=frozenset(_BEFORE_NOUN.split()),
    stop_words=frozenset((*_DETERMINERS.split(), *_STOP_WORDS.split())),
    complement=(
        r" (?:de |d'(?!ici\b)|des |du )(?:(?:cet|cette|ce|ces|notre|nos|leurs?|ses|son|sa|la|le|les|votre"
        r"|vos"
        r"|mon|mes) |l')?"
    ),
    has_article_one=True,
    one_idle=r"(?:[Pp]as|[Qq]uelqu'|[Cc]hac|[Aa]uc|[Ll]'|[Ll]es |[Tt]out) ?$",
    aged=r"\b(?:âgée?s?(?: respectivement)? de|âge de) $",
    age_ends=r"(?! ?ans)",
    subject=(
        r"\b(?=[LlUuDdSsCc])(?<!\bde )(?<!\bsur )(?<!\bdans )(?<!\bpour )(?<!\bpar )(?<!\bavec )(?<!\bcontre )"
        r"(?<!\bà )(?<!\bchez )(?<!\bvers )(?<!\bsous )(?:(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es|[Dd]u|[Ss]es|[Ss]on|[Ss]a|[Ll]eurs?|[Cc]e(?:tte|s"
        r"|t)?|De) |[Ll]'|D')(?P<noun>[^\W\d_][\w-]{2,}+)"
        r"(?: (?:de |d'|du |des |de la |de l')?(?!(?:dont|qu[ei]|où|mais|puis)\b)[\w'-]++){0,7}?,? (?:qui )?"
    ),
    subject_verbs=(
        r"(?:a|ont|avait|avaient|est|sont|était|étaient|vaut|valent|coûte\w*|coûtait"
        r"|atteint|atteignent|compte|comptent|dépasse\w*|s'élève\w*|représente\w*|pèse\w*"
        r"|mesure\w*|perd|gagne|recule|progresse|passe|dure|avoisine\w*|frôle|reste) "
    ),
    plural=r"[a-zà-ÿ-]*(?:[^s\W]s|aux|eux|oux)",
    beside=r",? (?:et|ou|puis|contre|par rapport à|au lieu d[e']) ?(?:de |d'|à )?",
    another_clause=(
        r"[;:)»]|[(«](?! ?(?:$|contre\b))|\b(?:si|quand|lorsque?|puisque?|parce|car|mais|dont|où|qui|après|avant|depuis|sans"
        r"|pendant|durant|afin|alors|tandis|comme|ne (?!\w+(?: plus| pas)? que ))\b"
    ),
    of_them=r" d'entre (?:eux|elles)\b",
    noun_of=r" (?:d'|de |des |du |d'une? |d'un montant d')$",
)
