"""English: how speech is reported. Closed classes, reporting verbs with their frames, word order.

Verb flags: c takes a clause; w takes quoted words as its object; i may stand in an incise; n its
infinitive asserts; k it only announces a colon.
"""

from __future__ import annotations

from tui.parser.languages.names import GIVEN_NAMES
from tui.parser.languages.speech import ReportingVerb, SpeechGrammar
from tui.parser.morphology import Paradigm

_PARADIGMS = """
: - s ed | ed | ing
e: e es ed | ed | ing
ny: ny nies nied | nied | nying
fy: fy fies fied | fied | fying
ly: ly lies lied | lied | lying
ry: ry ries ried | ried | rying
ge: ge ges ged | ged | ging
it: it its itted | itted | itting
say: say says said | said | saying
tell: tell tells told | told | telling
write: write writes wrote | written | writing
think: think thinks thought | thought | thinking
swear: swear swears swore | sworn | swearing
vow: vow vows vowed | vowed | vowing
find: find finds found | found | finding
read: read reads | read | reading
feel: feel feels felt | felt | feeling
begin: begin begins began | begun | beginning
quip: quip quips quipped | quipped | quipping
"""

_VERBS = """
say/cwi tell/cwi add/cwi note/cwi explain/cwi warn/cwi argue/cwi insist/cwi tweet/cwi write/cwi
reply/cwi respond/ci answer/ci state/cwi claim/cwi announce/cwi admit/cwin acknowledge/cwi concede/cwi agree/ci
confirm/cwi suggest/cwi believe/cwi estimate/cwi conclude/cwi report/cwi reveal/cwi recall/cwin
remember/i deny/cn testify/ci allege/cwi assert/cwi maintain/cwi declare/cwi stress/cwi emphasize/cwi emphasise/cwi
observe/cwi remark/cwi comment/i continue/i joke/ci complain/cwi promise/cwin pledge/cwn vow/cwin predict/cwi
contend/cwi caution/cwi indicate/cw guarantee/c reiterate/cwi repeat/ci quip/i read/i begin/i swear/cwn suspect/cw find/ci show/c
describe/w call/w praise/w criticize/w criticise/w slam/w blast/w denounce/w condemn/w accuse/w dismiss/w
express/w cite/w urge/w ask/wi demand/w label/w brand/w hail/w dub/- boast/cwi lament/cwi muse/i
recommend/cw advise/cw inform/c remind/c assure/c notify/c specify/cw clarify/cw affirm/cwi proclaim/cwi disclose/cw
recount/cwi divulge/c speculate/ci theorize/ci hypothesize/c opine/ci counter/cwi protest/ci determine/c demonstrate/c
applaud/w laud/w decry/w deride/w mock/w ridicule/w lambaste/w bemoan/cw commend/w tout/w forecast/c reckon/ci
exclaim/cwi shout/cwi yell/cwi scream/cwi chant/wi cry/wi whisper/wi mutter/wi grumble/ci elaborate/i retort/i
"""


SPEECH = SpeechGrammar(
    elisions=frozenset(),
    unaccented={},
    clitics={},
    abbreviations=frozenset(
        "Mr Mrs Ms Dr St Sgt Lt Cpl Capt Col Gen Gov Sen Rep Rev Prof Jr Sr Inc Ltd Co Corp vs No Jan Feb Mar Apr Jun Jul Aug Sep Sept"
        " Oct Nov Dec Const Det Insp Supt Hon Sask Ont Alta Ariz Calif Conn Fla Mass Mich Wash Pa Ave".split()
    ),
    paradigms=tuple(map(Paradigm.read, _PARADIGMS.strip().split("\n"))),
    verbs=tuple(map(ReportingVerb.read, (v for v in _VERBS.split() if not v.endswith("/-")))),
    auxiliaries=frozenset("has have had having".split()),
    copulas=frozenset("is are was were be been being".split()),
    reflexives=frozenset(),
    verbal_idioms={
        ("was", "quoted", "as", "saying"): "cw",
        ("were", "quoted", "as", "saying"): "cw",
        ("is", "quoted", "as", "saying"): "cw",
        ("made", "clear"): "c",
        ("makes", "clear"): "c",
        ("made", "it", "clear"): "c",
        ("pointed", "out"): "cwi",
        ("points", "out"): "cwi",
        ("pointing", "out"): "cw",
        ("went", "on"): "i",
        ("goes", "on"): "i",
        ("spoke", "of"): "w",
        ("referred", "to"): "w",
        ("chimed", "in"): "i",
    },
    other_verbs=frozenset(
        "is are was were be been has have had does do did will would can could should may might must shall says came come comes went goes"
        " made makes took takes got gets gave gives held remains remained became becomes began includes included wants wanted needs expects"
        " expected hopes hoped plans planned appeared seems seemed voted took launches launched filed".split()
    ),
    verb_endings=("n't",),
    subject_follows=False,
    subject_precedes=True,
    modifiers_precede=True,
    natural_gender=True,
    plain_saying=frozenset(["say"]),
    bare_clause=True,
    determiners={
        "the": ("", ""),
        "a": ("", "s"),
        "an": ("", "s"),
        "this": ("", "s"),
        "that": ("", "s"),
        "these": ("", "p"),
        "those": ("", "p"),
        "his": ("", ""),
        "her": ("", ""),
        "their": ("", ""),
        "its": ("", ""),
        "our": ("", ""),
        "my": ("", ""),
        "your": ("", ""),
        "some": ("", "p"),
        "many": ("", "p"),
        "several": ("", "p"),
        "both": ("", "p"),
        "two": ("", "p"),
        "three": ("", "p"),
        "four": ("", "p"),
        "five": ("", "p"),
        "six": ("", "p"),
        "seven": ("", "p"),
        "eight": ("", "p"),
        "nine": ("", "p"),
        "ten": ("", "p"),
        "another": ("", "s"),
        "no": ("", ""),
        "one": ("", "s"),
        "other": ("", "p"),
        "most": ("", "p"),
        "few": ("", "p"),
        "each": ("", "s"),
        "any": ("", ""),
    },
    definite=frozenset("the this that these those".split()),
    demonstrative=frozenset("this that these those".split()),
    genitives=frozenset(["'s"]),
    complements=frozenset(["of", "for"]),
    prepositions=frozenset(
        "unlike per regarding concerning besides throughout in on at to from by with about into over after before during under between against among through without within since until"
        " upon toward towards across behind beyond near despite via like as than outside inside amid around off out up down along".split()
    ),
    conjunctions=frozenset(
        "that if when while because although though but as since unless whether so where how why what until yet once".split()
    ),
    coordinators=frozenset("and or but".split()),
    adversatives=frozenset(["but"]),
    relatives=frozenset("who which whom whose that".split()),
    subject_pronouns={
        "he": ("m", "s"),
        "she": ("f", "s"),
        "they": ("", ""),
        "it": ("", "s"),
        "i": ("", "s"),
        "we": ("", "p"),
        "you": ("", ""),
    },
    impersonal=frozenset(),
    impersonal_verbs=frozenset(),
    speech_persons=frozenset("i we you me us".split()),
    subordinators=frozenset("if when while because although though as since unless once".split()),
    modals=frozenset("also then would will could did does do later now still first".split()),
    object_pronouns={"him": ("m", "s"), "her": ("f", "s"), "them": ("", "p")},
    possessives=frozenset("his her their its".split()),
    noun_pronouns={("the", "latter"): ("", "s")},
    nearest_pronouns=frozenset(),
    source_pronouns=frozenset("some others another many".split()),
    clitic_objects=frozenset("not".split()),
    titles={
        "mr.": "m",
        "mrs.": "f",
        "ms.": "f",
        "miss": "f",
        "dr.": "",
        "sir": "m",
        "mr": "m",
        "mrs": "f",
        "ms": "f",
        "lt.": "",
        "cpl.": "",
        "sgt.": "",
        "capt.": "",
        "col.": "",
        "gen.": "",
        "gov.": "",
        "sen.": "",
        "rep.": "",
        "rev.": "",
        "prof.": "",
        "const.": "",
        "det.": "",
        "insp.": "",
        "supt.": "",
        "sultan": "m",
        "lord": "m",
        "dr": "",
        "king": "m",
        "queen": "f",
    },
    particles=frozenset("de la van von der den al el bin ibn di da du le dos".split()),
    roles={
        noun: kind
        for kind, nouns in {
            "head": "president chief leader chair chairman chairwoman chairperson head director ceo founder co-founder owner boss executive manager captain"
            " coach vice-president vice-chairman deputy treasurer principal dean trustee secretary-general chancellor king queen prince princess ruler keeper",
            "minister": "minister secretary premier",
            "elected": "mayor senator governor congressman congresswoman lawmaker councillor councilor representative mp commissioner legislator politician",
            "speaker": "spokesman spokeswoman spokesperson speaker",
            "law": "prosecutor attorney lawyer judge justice counsel barrister magistrate crown",
            "force": "officer sergeant constable detective lieutenant inspector superintendent colonel general captain sheriff trooper corporal",
            "scholar": "professor researcher economist analyst expert scientist historian doctor psychologist psychiatrist strategist engineer teacher reconstructionist",
            "person": "man woman mother father son daughter brother sister wife husband official resident witness victim neighbour neighbor student worker"
            " employee activist advocate critic observer author writer journalist reporter artist actor actress singer musician director player"
            " golfer driver farmer member organizer organiser volunteer parent friend veteran pilot passenger customer shopper designer insider consultant"
            " candidate nominee aide adviser advisor ambassador diplomat coordinator supervisor administrator operator producer filmmaker comedian photographer"
            " architect chemist physicist curator librarian editor programmer developer composer dancer choreographer sculptor chef"
            " investor entrepreneur trader broker banker accountant auditor mechanic electrician carpenter fisherman rancher miner"
            " firefighter paramedic nurse surgeon dentist lecturer pollster lobbyist blogger poet quarterback midfielder goalkeeper retiree survivor guide pastor priest bishop pope",
        }.items()
        for noun in nouns.split()
    },
    role_prefixes=("co-", "ex-", "vice-"),
    agent_endings=("ologist", "icist", "omist", "ician", "nalist", "velist", "umnist"),
    media=frozenset("afp reuters ap associated cnn bbc cbc".split()),
    nobody_determiners=frozenset(["no"]),
    manner=frozenset(),
    relational=frozenset(
        "mother father son daughter brother sister wife husband widow uncle aunt cousin friend neighbour neighbor colleague".split()
    ),
    offices={},
    native_endings=(),
    after_verb_prefixes=("of ", "about "),
    former=frozenset(["former", "ex"]),
    generic_bodies=frozenset("company group firm organization agency party union".split()),
    named_bodies=frozenset(),
    topic_heads=frozenset(),
    degrees=frozenset(),
    quantities=frozenset("majority most half dozen dozens hundreds one two some many".split()),
    office_prepositions=frozenset(),
    vague_sources=frozenset("source sources".split()),
    dwelling=frozenset("in inside at within".split()),
    sources=frozenset(
        "authorities police officials government ministry department agency court company statement release report survey study poll group union"
        " council committee commission party administration office media newspaper letter document documents bank investigators prosecutors lawyers sources source"
        " firm organization organisation association institute university hospital school college foundation team board panel embassy parliament congress senate house"
        " spokespeople experts researchers analysts critics supporters opponents lawmakers data figures suit lawsuit affidavit filing memo bulletin alert posting post"
        " club league network website article book review service authority corporation federation rcmp fbi nasa ministry palace people scholars allies airline"
        " diocese parish church campaign chamber coalition alliance collective tribunal watchdog regulator retailer manufacturer carrier broadcaster charity"
        " utility operator publisher studio museum mission regime junta garrison treasury watchdogs"
        " estimates estimate results findings statistics research review analysis audit paper indictment census complaint ruling verdict"
        " authors scientists doctors economists historians consultants executives investors regulators leaders lab laboratory think-tank"
        " conservatives liberals democrats republicans".split()
    ),
    plural_verb_endings=(),
    place_heads=frozenset(),
    noun_genders={},
    feminine_endings=("woman", "ess"),
    prenominal=frozenset("former".split()),
    plural_adjectives=frozenset(),
    given_names=GIVEN_NAMES,
    bodies=frozenset(
        "canada china russia ukraine america britain france germany australia washington london ottawa beijing moscow toronto vancouver montreal"
        " facebook twitter instagram quebec ontario alberta europe saskatoon winnipeg edmonton calgary california missouri".split()
    ),
    incise_endings=(),
    telling_endings=(),
    asked=frozenset(["asked", "questioned", "interviewed", "reached", "contacted"]),
    participle_endings=(),
    that=frozenset(["that"]),
    adverbs=frozenset(
        "also then later earlier now still even just recently once again already too today yesterday tomorrow tonight late early soon"
        " however meanwhile instead never always often ever further only".split()
    ),
    adverb_endings=("ly",),
    adverbials=frozenset(
        [
            ("for", "his", "part"),
            ("for", "her", "part"),
            ("of", "course"),
            ("in", "turn"),
            ("so", "far"),
            ("as", "well"),
            ("at", "the", "time"),
        ]
    ),
    time_words=frozenset(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december"
        " jan. feb. mar. apr. aug. sept. oct. nov. dec. morning evening afternoon night week month year today yesterday last this".split()
    ),
    source_prepositions={("according", "to"): "any", ("in", "the", "words", "of"): "any"},
    eyes=frozenset(),
    person_relatives=frozenset(["who", "whom"]),
    utterances=frozenset(),
    not_sources=frozenset(["plan", "schedule"]),
    agents=frozenset(["by", "in"]),
    agent_words=frozenset(["as"]),
    request_words=frozenset(["to"]),
    source_phrases=frozenset(["from"]),
    evidencing=frozenset("show find indicate suggest reveal determine demonstrate".split()),
    documents=frozenset(
        "statement release letter memo post tweet email message announcement".split()
    ),
    addressing=frozenset("tell warn promise remind assure inform advise".split()),
    barriers=frozenset("to that whether if because and or but".split()),
    third_person_endings=("s",),
    past_endings=("ed",),
    hedges=frozenset("about around over under up".split()),
    postmodifiers=frozenset("familiar close briefed involved aware present".split()),
    source_places=frozenset(),
    whereabouts=(),
    additive=frozenset("add continue".split()),
    negation_endings=("n't",),
    negations=frozenset(["not", "never"]),
    negative_words=frozenset(),
    connectives=frozenset("but and however so still".split()),
    infinitive_markers=frozenset(["to"]),
    contrasts=frozenset(),
    before_infinitive=frozenset(),
    infinitive_endings=("ing",),
    gerund_markers=frozenset(),
    gerund_heads=frozenset(["pointing"]),
    charges=frozenset(),
    charge_prepositions=frozenset(),
    charged_with=frozenset(),
    calling=frozenset("dub nickname term brand".split()),
    naming=frozenset(
        "called dubbed nicknamed titled entitled named term word phrase tag hashtag known movie film book song album show so-called".split()
    ),
)
