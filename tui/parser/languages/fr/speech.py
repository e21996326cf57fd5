"""French: how speech is reported. Closed classes, reporting verbs with their frames, word order.

Verb flags: c takes "que" and a clause; w takes quoted words as its object; i may stand in an
incise; r only when reflexive; s when reflexive too; n its infinitive asserts; k it only announces
a colon; d its words follow "de".
"""

from __future__ import annotations

from tui.parser.languages.names import GIVEN_NAMES
from tui.parser.languages.speech import Agreement, ReportingVerb, SpeechGrammar
from tui.parser.morphology import FINITE, GERUND, PARTICIPLE, Paradigm, conjugate

_PARADIGMS = """
er: e ent ait aient a èrent era eront erait eraient | é ée és ées | ant
cer: ce cent çait çaient ça cèrent cera ceront cerait ceraient | cé cée cés cées | çant
ger: ge gent geait geaient gea gèrent gera geront gerait geraient | gé gée gés gées | geant
jeter: jette jettent jetait jetaient jeta jetèrent jettera jetteront jetterait jetteraient | jeté jetée jetés jetées | jetant
eler: elle ellent elait elaient ela elèrent ellera elleront ellerait elleraient | elé elée elés elées | elant
teler: tèle tèlent telait telaient tela telèrent tèlera tèleront tèlerait tèleraient | telé telée telés telées | telant
éler: èle èlent élait élaient éla élèrent élera éleront élerait éleraient | élé élée élés élées | élant
éter: ète ètent était étaient éta étèrent étera éteront éterait éteraient | été étée étés étées | étant
érer: ère èrent érait éraient éra érèrent érera éreront érerait éreraient | éré érée érés érées | érant
éder: ède èdent édait édaient éda édèrent édera éderont éderait éderaient | édé édée édés édées | édant
éner: ène ènent énait énaient éna énèrent énera éneront énerait éneraient | éné énée énés énées | énant
ever: ève èvent evait evaient eva evèrent èvera èveront èverait èveraient | evé evée evés evées | evant
ayer: aie aient ayait ayaient aya ayèrent aiera aieront aierait aieraient | ayé ayée ayés ayées | ayant
ir: it issent issait issaient it irent ira iront irait iraient | i ie is ies | issant
entir: ent entent entait entaient entit entirent entira entiront entirait entiraient | enti entie entis enties | entant
enir: ient iennent enait enaient int inrent iendra iendront iendrait iendraient | enu enue enus enues | enant
ondre: ond ondent ondait ondaient ondit ondirent ondra ondront ondrait ondraient | ondu ondue ondus ondues | ondant
endre: end endent endait endaient endit endirent endra endront endrait endraient | endu endue endus endues | endant
prendre: prend prennent prenait prenaient prit prirent prendra prendront prendrait prendraient | pris prise prises | prenant
aindre: aint aignent aignait aignaient aignit aignirent aindra aindront aindrait aindraient | aint ainte aints aintes | aignant
quérir: quiert quièrent quérait quéraient quit quirent querra querront querrait querraient | quis quise quises | quérant
oindre: oint oignent oignait oignaient oignit oignirent oindra oindront oindrait oindraient | oint ointe oints ointes | oignant
dire: dit disent disait disaient dit dirent dira diront dirait diraient | dit dite dits dites | disant
crire: crit crivent crivait crivaient crivit crivirent crira criront crirait criraient | crit crite crits crites | crivant
lire: lit lisent lisait lisaient lut lurent lira liront lirait liraient | lu lue lus lues | lisant
rire: rit rient riait riaient rit rirent rira riront rirait riraient | ri | riant
naître: naît naissent naissait naissaient nut nurent naîtra naîtront naîtrait naîtraient nait | nu nue nus nues | naissant
mettre: met mettent mettait mettaient mit mirent mettra mettront mettrait mettraient | mis mise mises | mettant
clure: clut cluent cluait cluaient clut clurent clura cluront clurait cluraient | clu clue clus clues | cluant
suivre: suit suivent suivait suivaient suivit suivirent suivra suivront suivrait suivraient | suivi suivie suivis suivies | suivant
croire: croit croient croyait croyaient crut crurent croira croiront croirait croiraient | cru crue crus crues | croyant
faire: fait font faisait faisaient fit firent fera feront ferait feraient | fait faite faits faites | faisant
duire: duit duisent duisait duisaient duisit duisirent duira duiront duirait duiraient | duit duite duits duites | duisant
émouvoir: émeut émeuvent émouvait émouvaient émut émurent émouvra émouvront émouvrait émouvraient | ému émue émus émues | émouvant
prévoir: prévoit prévoient prévoyait prévoyaient prévit prévirent prévoira prévoiront prévoirait prévoiraient | prévu prévue prévus prévues | prévoyant
"""

_VERBS = """
dire/cwins déclarer/cwins affirmer/cwins ajouter/cwi indiquer/cwin expliquer/cwin préciser/cwin
souligner/cwi estimer/cwins assurer/cwin annoncer/cwin insister/cwi avertir/cwi rappeler/cwins
répéter/cwi confier/cwin raconter/cwin répondre/cwin témoigner/cwi déplorer/cwi
marteler/cwi rapporter/cwi prévenir/cwi plaider/cwi juger/cwis relever/cwi résumer/cwi
écrire/cwi regretter/cwin confirmer/cwin scander/cwi promettre/cwin nuancer/cwi
avancer/cwi asséner/cwi reconnaître/cwin admettre/cwin concéder/cwin avouer/cwins constater/cwi
observer/cwi noter/cwi remarquer/cwi soutenir/cwin prétendre/cwin jurer/cwin garantir/cwin
certifier/cwin considérer/cwis penser/cwi croire/cwi signaler/cwi mentionner/cwi révéler/cwi
démentir/cwn nier/cwn contester/cwi réaffirmer/cwi proclamer/cwi clamer/cwi crier/cwi hurler/cwi
arguer/cwi argumenter/cwi alléguer/cwi spécifier/cwi conclure/cwi prédire/cwi pronostiquer/cwi
prévoir/cwi suggérer/cwi proposer/wi recommander/wi préconiser/wi conseiller/wi déconseiller/wi ordonner/wi enquérir/ir
exiger/wi réclamer/wi demander/wis exhorter/wi appeler/wi inviter/w enjoindre/wi sommer/w
implorer/wi prier/w encourager/w inciter/w supplier/wi
dénoncer/cwi critiquer/wi saluer/wi fustiger/wi condamner/wi louer/w évoquer/wi qualifier/w
décrire/wi traiter/w taxer/w accuser/wi vanter/w railler/wi moquer/wis brocarder/w
pointer/cwi épingler/w blâmer/w féliciter/wis applaudir/w exclure/w écarter/w
rejeter/w réfuter/cwi récuser/w balayer/w défendre/wis revendiquer/w énumérer/wi détailler/wi
exprimer/wis formuler/w invoquer/w citer/w parler/wd craindre/cwi redouter/cwi espérer/cwi
souhaiter/w refuser/w ironiser/cwi reprocher/cwi célébrer/w menacer/wi lâcher/cwi lancer/cwi glisser/cwi
 commenter/i poursuivre/i continuer/i enchaîner/i compléter/i renchérir/ci abonder/i reprendre/i
rétorquer/cwi répliquer/cwi riposter/ci objecter/ci trancher/i tonner/i tacler/i pester/i
fulminer/i soupirer/ci sourire/i souffler/i murmurer/ci chuchoter/ci analyser/i décrypter/i
diagnostiquer/i plaisanter/i persifler/i tempérer/i temporiser/i réagir/i tweeter/cwi poster/w publier/w
relater/cwi narrer/i développer/i interroger/is questionner/i relativiser/i rassurer/ci tempêter/i
exclamer/ir indigner/cwir insurger/cwir réjouir/cwir emporter/ir alarmer/cwir inquiéter/cwir offusquer/cwir
lamenter/cwir enthousiasmer/ir souvenir/cwir étonner/cwir désoler/cwir plaindre/cwir
justifier/wis agacer/ir écrier/ir esclaffer/ir engager/nr amuser/ir
titrer/wi lire/i apprendre/i rouspéter/i grommeler/i maugréer/i bougonner/i gronder/i insinuer/cwi
attester/ci informer/c maintenir/ci réitérer/cw prôner/wi ressasser/w partager/i convenir/ci
imaginer/i divulguer/cwi supposer/c confesser/cwin juger/cwi démontrer/c définir/wr présenter/wr revendiquer/wis
alerter/cwi redire/cwi sous-entendre/cw stipuler/cwi énoncer/cwi décréter/cwi notifier/cw dévoiler/cw
présumer/cn parier/cwi prophétiser/cwi conjecturer/ci spéculer/ci déduire/ci
professer/cw claironner/cwi rabâcher/cwi protester/ci rectifier/ci récapituler/ci acquiescer/i
opiner/i statuer/c disposer/c  expliciter/w consigner/cw légender/wi retweeter/w
twitter/cwin intimer/wi tancer/w interpeller/w apostropher/w désavouer/w vilipender/w
stigmatiser/w désapprouver/w étriller/w remercier/w complimenter/w approuver/w requérir/w
adjurer/wi entonner/wi chanter/wi réciter/w désespérer/ir émerveiller/ir énerver/ir impatienter/ir
excuser/ir scandaliser/cwir navrer/cwir targuer/nr attrister/cwir émouvoir/ir offenser/ir irriter/ir
enorgueillir/cwir flatter/nr
"""

_IDIOMS = """
faire savoir/cwi, faire valoir/cwi, faire remarquer/cwi, faire observer/cwi, faire comprendre/cwi, faire noter/cwi
faire connaître/w, faire part/w, faire état/w, faire allusion/w, faire référence/w, faire mention/w
mettre en garde/wi, mettre en avant/w, mettre en exergue/w, laisser entendre/cwi, laisser croire/c, laisser filtrer/c
rendre hommage/w, enfoncer le clou/ik, donner lecture/w, tenir à/wi, prendre acte/w
"""
"""Idioms that report, with the flags of the whole; each in every form of its verb."""


_ROLES = {
    "head": "chef cheffe patron patronne dirigeant dirigeante leader leadeuse responsable président présidente"
    " secrétaire directeur directrice numéro pdg fondateur fondatrice cofondateur cofondatrice"
    " co-président co-présidente vice-président vice-présidente délégué déléguée coordinateur coordinatrice"
    " coordonnateur coordonnatrice gérant gérante commandant commandante ex-président locataire"
    " candidat candidate chancelier chancelière dauphin homme_fort capitaine homologue"
    " entraîneur entraîneuse sélectionneur roi reine prince princesse",
    "minister": "ministre ex-ministre vice-premier secrétaire_d'état commissaire haut-commissaire garde",
    "elected": "maire député députée sénateur sénatrice élu élue édile conseiller conseillère eurodéputé"
    " eurodéputée parlementaire préfet préfète gouverneur gouverneure wali rapporteur rapporteure maire-adjoint",
    "speaker": "porte-parole portavoz",
    "law": "procureur procureure magistrat magistrate juge avocat avocate bâtonnier notaire greffier",
    "union": "syndicaliste délégué militant militante activiste opposant opposante représentant représentante"
    " figure membre bénévole",
    "scholar": "professeur professeure chercheur chercheuse historien historienne économiste politologue"
    " sociologue expert experte spécialiste analyste scientifique ingénieur"
    " enseignant enseignante instituteur institutrice universitaire philosophe climatologue anthropologue"
    " démographe météorologue biologiste consultant consultante étudiant étudiante",
    "medic": "médecin docteur docteure psychiatre psychologue pédiatre urgentiste infirmier infirmière virologue"
    " épidémiologiste addictologue chirurgien chirurgienne légiste",
    "artist": "humoriste artiste écrivain écrivaine écrivain-journaliste auteur auteure autrice cinéaste"
    " réalisateur réalisatrice acteur actrice comédien comédienne chanteur chanteuse musicien"
    " musicienne romancier romancière"
    " dessinateur dessinatrice photographe animateur animatrice producteur productrice rappeur metteur"
    " chorégraphe danseur danseuse peintre styliste créateur créatrice",
    "press": "journaliste chroniqueur chroniqueuse éditorialiste",
    "cleric": "pape évêque archevêque cardinal imam prêtre pasteur rabbin religieux religieuse",
    "plaintiff": "plaignant plaignante",
    "sport": "joueur joueuse footballeur attaquant défenseur gardien milieu champion championne coureur"
    " coureuse cycliste pilote skieur skieuse athlète nageur nageuse arbitre international boxeur",
    "force": "policier policière gendarme militaire soldat officier officière général colonel lieutenant"
    " lieutenante commissaire pompier pompière amiral agent agente enquêteur enquêtrice",
    "party": "suspect suspecte accusé accusée prévenu prévenue condamné condamnée inculpé inculpée",
    "person": "homme femme intéressé intéressée quadragénaire quinquagénaire sexagénaire septuagénaire trentenaire"
    " octogénaire jeune mère père fils fille frère soeur sœur oncle tante cousin cousine veuve épouse époux mari ami amie"
    " voisin voisine témoin victime"
    " compagnon compagne conjoint conjointe ex-compagnon ex-compagne ex-mari ex-femme beau-frère belle-sœur beau-père belle-mère"
    " neveu nièce petit-fils petite-fille grand-père grand-mère fiancé fiancée demi-frère demi-sœur veuf"
    " habitant habitante riverain riveraine automobiliste passant passante client cliente"
    " passager passagère rescapé rescapée survivant survivante manifestant manifestante gréviste"
    " électeur électrice retraité retraitée ouvrier ouvrière salarié salariée employé employée agriculteur"
    " agricultrice éleveur éleveuse commerçant commerçante restaurateur restauratrice propriétaire"
    " diplomate ambassadeur ambassadrice ex-diplomate émissaire négociateur négociatrice observateur proche"
    " conseiller collaborateur collaboratrice collègue cadre fonctionnaire"
    " milliardaire entrepreneur entrepreneuse banquier banquière"
    " investisseur spectateur spectatrice participant participante chauffeur conducteur conductrice"
    " usager citoyen citoyenne internaute lecteur lectrice parent enfant adolescent adolescente"
    " star vedette interlocuteur interlocutrice personnalité personne autre dame monsieur gens gars type chiraquien ténor"
    " pharmacien pharmacienne organisateur organisatrice élève avocat-conseil collégien lycéen lycéenne"
    " partisan partisane sympathisant sympathisante combattant combattante réfugié réfugiée migrant migrante"
    " ex-otage otage sinistré locataire-gérant boulanger boulangère cuisinier cuisinière hôtelier vigneron viticulteur",
}

_SOURCES = """
source sources gouvernement ministère parquet police gendarmerie armée présidence élysée préfecture mairie cour tribunal justice
conseil commission comité syndicat syndicats fédération confédération association associations organisation ong
fondation institut institution observatoire agence entreprise société compagnie groupe constructeur direction
parti coalition opposition majorité délégation ambassade diplomatie entourage cabinet services service bureau
autorité autorités administration état-major opérateur banque assemblée sénat parlement union alliance
quotidien journal hebdomadaire magazine radio chaîne média médias presse site étude enquête sondage rapport
communiqué texte lettre document tribune article bilan chiffres statistiques données résultats estimation
estimations projections prévisions baromètre classement règlement loi décret décision arrêt jugement témoignage témoignages
récit version récits informations dépêche note résumé livre notice avis analyse tweet message publication chercheurs équipe
club ligue équipementier fabricant éditeur université hôpital établissement collectif mouvement réseau plateforme capitale
royaume république pays état kremlin pentagone vatican département région ville municipalité collectivité police-secours
certificat courrier lettre mail courriel pétition tribune expertise personnel personnels secours pompiers famille proches voix avocats experts observateurs analystes spécialistes responsables parquet-général
chambre marché plainte acte assureur régulateur gendarme fisc ordre académie secrétariat régime junte rébellion
porte-parolat camp formation fan-club mission instance juridiction défense accusation parties partie plaignants
"""

_OTHER_VERBS = """
est sont était étaient sera seront serait seraient fut furent soit a ont avait avaient aura auront aurait auraient eut
eurent ait aient va vont allait allaient fait font faisait faisaient fit peut peuvent pouvait pouvaient pourra
pourront pourrait pourraient doit doivent devait devaient devra devront devrait devraient veut veulent voulait
voulaient voudrait voudraient sait savent savait faut fallait faudra vient viennent venait met mettent prend prennent
tient tiennent reste restent restait devient deviennent permet permettent semble semblent semblait suit vit vivent
voit voient donne donnent donnait passe passent arrive arrivent entre entrent porte portent compte comptent montre
montrent cherche cherchent tente tentent continue continuent commence commencent travaille travaillent joue jouent
représente représentent concerne concernent attend attendent perd gagne rend rendent sort sortent part partent
aime aiment trouve trouvent existe existent suppose supposent dure durent touche touchent risque risquent
signifie signifient utilise utilisent multiplie multiplient bat battent sert servent connaît connaissent y en ne n'
"""

_GENDERS: dict[str, Agreement] = {
    "le": ("m", "s"), "la": ("f", "s"), "l'": ("", "s"), "les": ("", "p"), "un": ("m", "s"),
    "une": ("f", "s"), "des": ("", "p"), "ce": ("m", "s"), "cet": ("m", "s"), "cette": ("f", "s"),
    "ces": ("", "p"), "son": ("", "s"), "sa": ("f", "s"), "ses": ("", "p"), "leur": ("", "s"),
    "leurs": ("", "p"), "mon": ("", "s"), "ma": ("f", "s"), "notre": ("", "s"), "nos": ("", "p"),
    "votre": ("", "s"), "vos": ("", "p"), "plusieurs": ("", "p"), "certains": ("m", "p"),
    "certaines": ("f", "p"), "quelques": ("", "p"), "d'autres": ("", "p"), "deux": ("", "p"),
    "trois": ("", "p"), "quatre": ("", "p"), "cinq": ("", "p"), "six": ("", "p"), "dix": ("", "p"), "aucun": ("m", "s"),
    "aucune": ("f", "s"), "chaque": ("", "s"), "tout": ("m", "s"), "toute": ("f", "s"),
    "tous": ("m", "p"), "toutes": ("f", "p"), "plus": ("", "p"), "différents": ("m", "p"), "nombre": ("", "p"),
    "diverses": ("f", "p"), "divers": ("m", "p"), "différentes": ("f", "p"),
}  # fmt: skip

_DAYS = "lundi mardi mercredi jeudi vendredi samedi dimanche"
_MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"


def _phrases(lines: str) -> frozenset[tuple[str, ...]]:
    """Read phrases, one a line or parted by commas, elisions written with their space."""
    return frozenset(
        tuple(phrase.split())
        for line in lines.split("\n")
        for phrase in line.split(",")
        if phrase.strip()
    )


def _conjugated(idioms: str) -> dict[tuple[str, ...], str]:
    """Give each idiom in all forms of its verb but the infinitive, and of participles the first."""
    paradigms = tuple(map(Paradigm.read, _PARADIGMS.strip().split("\n")))
    found: dict[tuple[str, ...], str] = {}
    for entry in idioms.strip().replace("\n", ", ").split(", "):
        idiom, _, flags = entry.partition("/")
        verb, *rest = idiom.split()
        forms = conjugate(verb, paradigms)
        for form in (*forms[FINITE], *forms[GERUND], *forms[PARTICIPLE][:1]):
            found[form, *rest] = flags
    return found


SPEECH = SpeechGrammar(
    unaccented={"a": "à"},
    elisions=frozenset("l d c j m n s t qu lorsqu puisqu jusqu quoiqu presqu".split()),
    clitics={
        "-t-il": ("m", "s"),
        "-t-elle": ("f", "s"),
        "-t-on": ("", "s"),
        "-t-ils": ("m", "p"),
        "-t-elles": ("f", "p"),
        "-il": ("m", "s"),
        "-elle": ("f", "s"),
        "-on": ("", "s"),
        "-ils": ("m", "p"),
        "-elles": ("f", "p"),
        "-je": ("", "s"),
        "-nous": ("", "p"),
        "-vous": ("", "p"),
        "-tu": ("", "s"),
        "-ce": ("", "s"),
    },
    abbreviations=frozenset(
        "M MM Mme Mmes Mlle Dr Pr Me St Ste Mgr av J.-C cf etc env no No".split()
    ),
    paradigms=tuple(map(Paradigm.read, _PARADIGMS.strip().split("\n"))),
    verbs=tuple(map(ReportingVerb.read, _VERBS.split())),
    auxiliaries=frozenset(
        "a ont avait avaient aura auront aurait auraient eut eurent ai ayant avoir".split()
    ),
    copulas=frozenset(
        "est sont était étaient sera seront serait seraient fut furent étant être été".split()
    ),
    reflexives=frozenset(["se", "s'"]),
    verbal_idioms={
        **_conjugated(_IDIOMS),
        ("met", "en", "perspective"): "i",
        ("met",): "i",
        ("rendu",): "w",
        ("enfoncer", "le", "clou"): "k",
        ("voulu",): "wi",
        ("plaint",): "cw",
    },
    other_verbs=frozenset(_OTHER_VERBS.split()),
    verb_endings=tuple(
        "aient èrent issait era eront iront erait irait tait dait vait nait sait mait pait uait iait chait gnait geait çait"
        " elait llait alait ulait blait plait dra vra ira ourra dront vront rront irent urent".split()
    ),
    subject_follows=True,
    subject_precedes=False,
    modifiers_precede=False,
    natural_gender=False,
    plain_saying=frozenset(),
    bare_clause=False,
    determiners=_GENDERS,
    definite=frozenset("le la l' les ce cet cette ces notre nos".split()),
    demonstrative=frozenset("ce cet cette ces".split()),
    genitives=frozenset(),
    complements=frozenset("de du des d'".split()),
    prepositions=frozenset(
        "à au aux en dans sur sous par pour avec sans chez vers entre contre depuis pendant durant avant après devant"
        " derrière selon malgré parmi lors dès outre hormis sauf via voici voilà hors auprès autour jusqu' jusque près loin"
        " suite face grâce quant afin".split()
    ),
    conjunctions=frozenset(
        "que qu' si s' quand lorsque lorsqu' comme puisque puisqu' tandis alors mais car donc or ni où parce quoique bien dont"
        " ainsi toutefois cependant néanmoins".split()
    ),
    coordinators=frozenset("et ou puis mais".split()),
    adversatives=frozenset(["mais"]),
    relatives=frozenset("qui que qu' dont où lequel laquelle lesquels lesquelles".split()),
    subject_pronouns={
        "il": ("m", "s"),
        "elle": ("f", "s"),
        "ils": ("m", "p"),
        "elles": ("f", "p"),
        "on": ("", "s"),
        "celui-ci": ("m", "s"),
        "celle-ci": ("f", "s"),
        "ceux-ci": ("m", "p"),
        "celles-ci": ("f", "p"),
        "je": ("", "s"),
        "j'": ("", "s"),
        "nous": ("", "p"),
        "vous": ("", "p"),
        "tu": ("", "s"),
        "celui": ("m", "s"),
        "celle": ("f", "s"),
        "ceux": ("m", "p"),
    },
    impersonal=frozenset(["on"]),
    impersonal_verbs=frozenset(
        "faut fallait faudrait faudra convient convenait reste s'agit suffit laisse laissent laissant laisser".split()
    ),
    speech_persons=frozenset("je j' tu nous vous ce moi toi".split()),
    subordinators=frozenset(
        "si s' quand lorsque lorsqu' comme puisque puisqu' alors tandis parce".split()
    ),
    modals=frozenset(),
    object_pronouns={
        "lui": ("m", "s"),
        "elle": ("f", "s"),
        "eux": ("m", "p"),
        "elles": ("f", "p"),
        "celui-ci": ("m", "s"),
        "celle-ci": ("f", "s"),
    },
    possessives=frozenset("son sa ses leur leurs".split()),
    noun_pronouns={
        ("ce", "dernier"): ("m", "s"),
        ("cette", "dernière"): ("f", "s"),
        ("ces", "derniers"): ("m", "p"),
        ("ces", "dernières"): ("f", "p"),
        ("notre", "interlocuteur"): ("m", "s"),
        ("notre", "interlocutrice"): ("f", "s"),
        ("notre", "source"): ("", ""),
        ("cette", "source"): ("", ""),
        ("cette", "même", "source"): ("", ""),
        ("la", "même", "source"): ("", ""),
        ("même", "source"): ("", ""),
        ("mêmes", "sources"): ("", ""),
        ("ces", "sources"): ("", ""),
        ("ces", "mêmes", "sources"): ("", ""),
        ("les", "mêmes", "sources"): ("", ""),
        ("l'", "intéressé"): ("m", "s"),
        ("l'", "intéressée"): ("f", "s"),
    },
    nearest_pronouns=frozenset(
        ["celui-ci", "celle-ci", "ceux-ci", "celles-ci", "ces derniers", "ces dernières"]
    ),
    source_pronouns=frozenset(
        "certains certaines beaucoup plusieurs d'aucuns autres autre".split()
    ),
    clitic_objects=frozenset("ne n' me m' se s' nous vous le la les l' lui leur y en".split()),
    titles={
        "m.": "m",
        "mm.": "m",
        "mme": "f",
        "mmes": "f",
        "mlle": "f",
        "monsieur": "m",
        "madame": "f",
        "me": "",
        "me.": "",
        "dr": "",
        "dr.": "",
        "pr": "",
        "pr.": "",
        "maître": "",
        "cheikh": "m",
        "mgr": "m",
        "mgr.": "m",
        "sir": "m",
        "m": "m",
        "mme.": "f",
        "docteur": "",
        "professeur": "",
        "général": "m",
        "colonel": "m",
        "lord": "m",
        "père": "m",
        "soeur": "f",
    },
    particles=frozenset(
        "de du d' des la le l' von van der den di da dos del al el ben bin ibn abou ould y e zu the of for".split()
    ),
    roles={
        noun.replace("_", " "): kind for kind, nouns in _ROLES.items() for noun in nouns.split()
    },
    role_prefixes=("co-", "ex-", "vice-", "sous-"),
    agent_endings=(
        "iste",
        "eur",
        "eure",
        "euse",
        "trice",
        "ien",
        "ienne",
        "ier",
        "ière",
        "logue",
        "crate",
        "aire",
    ),
    media=frozenset("afp reuters ap belga ats efe ansa dpa aps associated".split()),
    nobody_determiners=frozenset("aucun aucune chaque tout toute personne".split()),
    manner=frozenset(["comme"]),
    relational=frozenset(
        "mère père fils fille frère soeur sœur oncle tante cousin cousine veuve époux épouse mari femme ami amie proche voisin voisine"
        " compagnon compagne conjoint conjointe collègue cousine neveu nièce beau-frère grand-mère grand-père fiancé fiancée".split()
    ),
    offices={
        "chef du gouvernement": ("ministre", "premier"),
        "cheffe du gouvernement": ("ministre", "premier"),
        "chef de l'exécutif": ("président", ""),
        "chef de l'état": ("président", ""),
        "cheffe de l'état": ("présidente", ""),
        "chef de la diplomatie": ("ministre", "affaires étrangères"),
        "cheffe de la diplomatie": ("ministre", "affaires étrangères"),
        "locataire de l'élysée": ("président", ""),
    },
    native_endings=("ais", "aise", "ain", "ien", "ienne", "ois", "oise"),
    after_verb_prefixes=("d'", "d’", "de ", "du ", "des "),
    former=frozenset(["ancien", "ancienne", "ex"]),
    generic_bodies=frozenset(
        "entreprise groupe société compagnie organisation ong association firme agence constructeur banque parti syndicat"
        " club fédération fondation institution opérateur collectif mouvement organisme institut".split()
    ),
    named_bodies=frozenset(
        "ministère préfecture parquet tribunal commission comité conseil cour observatoire office agence association ong"
        " fédération fondation institut institution syndicat organisation confédération ligue chambre académie université".split()
    ),
    topic_heads=frozenset(["quant", "concernant"]),
    degrees=frozenset("plus moins très assez particulièrement".split()),
    quantities=frozenset(
        "partie plupart majorité moitié ensemble dizaine douzaine vingtaine trentaine centaine millier poignée nombre beaucoup"
        " certains un une deux trois quatre".split()
    ),
    office_prepositions=frozenset("à au aux".split()),
    vague_sources=frozenset("source sources".split()),
    dwelling=frozenset("au aux dans chez".split()),
    sources=frozenset(_SOURCES.split()),
    plural_verb_endings=("ent",),
    place_heads=frozenset(
        "place rue avenue boulevard quai parc pont gare stade esplanade rond-point porte".split()
    ),
    noun_genders={
        "homme": "m",
        "époux": "m",
        "oncle": "m",
        **dict.fromkeys(
            "père frère confrère beau-père beau-frère grand-père demi-frère".split(), "m"
        ),
        "abbé": "m",
        "épouse": "f",
        "actrice": "f",
    },
    feminine_endings=("trice", "euse", "ère", "ienne", "ante", "ée", "esse", "ate", "enne"),
    prenominal=frozenset(
        "ancien ancienne anciens anciennes ex premier première second seconde deuxième troisième quatrième nouveau nouvelle nouvel jeune vieux vieille vieil grand grande petit petite"
        " célèbre futur future actuel actuelle vice numéro autre autres même deux trois quatre nombreux nombreuses principal principale"
        " majeure majeur dernier dernière derniers dernières récent récente récents récentes certain certaine"
        " très plus haut haute hauts hautes double richissime puissant".split()
    ),
    plural_adjectives=frozenset("nombreux nombreuses autres hauts hautes rares multiples".split()),
    given_names=GIVEN_NAMES,
    bodies=frozenset(
        "paris londres washington moscou berlin bruxelles kiev kyiv pékin madrid rome ottawa québec alger rabat tunis ankara téhéran"
        " france allemagne belgique suisse canada russie ukraine chine europe algérie maroc tunisie italie espagne iran turquie israël"
        " facebook twitter instagram tiktok linkedin rtl bfmtv bfm cnews lci rmc rts afp reuters ats belga europe1 tf1 lcp telegram x"
        " lyon marseille genève montréal strasbourg nantes toulouse lille bordeaux nice".split()
    ),
    that=frozenset(["que", "qu'"]),
    incise_endings=("e", "ent", "it", "ait", "aient", "èrent", "ut", "ra", "ront"),
    asked=frozenset(
        participle + ending
        for participle in "interrogé questionné contacté joint sollicité invité interviewé relancé entendu cité auditionné".split()
        for ending in ("", "e", "s", "es")
    ),
    telling_endings=("é", "ée", "és", "ées", "u", "ue", "us", "ues"),
    participle_endings=("é", "i", "u", "is", "it", "ert", "ée"),
    adverbs=frozenset(
        "aussi encore ensuite également déjà toutefois pourtant ainsi enfin alors donc toujours d'abord hier aujourd'hui"
        " ailleurs aussitôt bientôt cependant néanmoins même plutôt puis souvent parfois notamment depuis tout bien non"
        " jamais surtout plus auparavant désormais demain avant-hier vite ici là volontiers tantôt jadis naguère encore".split()
    ),
    adverb_endings=("ment",),
    adverbials=_phrases("""
        de la part, de son côté, de leur côté, pour sa part, pour leur part, quant à lui, quant à elle, quant à eux, par ailleurs
        en outre, en revanche, au contraire, à son tour, à leur tour, d' abord, en effet, de plus, de nouveau, à nouveau
        en substance, à ce sujet, tout d' abord, une nouvelle fois, une fois de plus, entre autres, au passage
        de façon, dans la foulée, en particulier, du reste, d' ailleurs, à l' inverse, sans détour, sans ambages, pour autant
        en conférence de presse, en marge, en personne, en privé, en public, en interne, à chaud, d' emblée
        avec force, avec insistance, avec humour, sous couvert d' anonymat, sous couvert de l' anonymat, à plusieurs reprises
        à ses côtés, à leurs côtés, à côté
        lui aussi, elle aussi, eux aussi, lui-même, elle-même, elle, lui, eux, elles, à l' époque, tour à tour, non sans
    """),
    time_words=frozenset(
        (
            _DAYS
            + " "
            + _MONTHS
            + " hier aujourd'hui demain matin soir soirée midi après-midi nuit semaine mois an année jour"
            " derniers dernières dernier dernière passé passée fin début week-end weekend tard tôt jours mois années heures"
        ).split()
    ),
    source_prepositions={
        ("selon",): "any",
        ("d'", "après"): "any",
        ("pour",): "person",
        ("de", "l'", "avis", "de"): "any",
        ("aux", "yeux", "de"): "any",
        ("aux", "yeux", "d'"): "any",
        ("aux", "yeux", "du"): "any",
        ("aux", "yeux", "des"): "any",
        ("de", "l'", "avis", "du"): "any",
        ("de", "l'", "avis", "des"): "any",
        ("de", "l'", "aveu", "du"): "any",
        ("de", "l'", "aveu", "des"): "any",
        ("de", "l'", "aveu", "d'"): "any",
        ("à", "en", "croire"): "any",
        ("de", "l'", "aveu", "de"): "any",
        ("suivant",): "person",
        ("aux", "dires", "de"): "any",
        ("aux", "dires", "du"): "any",
        ("aux", "dires", "des"): "any",
    },
    eyes=frozenset(
        [
            ("à", "ses", "yeux"),
            ("a", "ses", "yeux"),
            ("à", "leurs", "yeux"),
            ("a", "leurs", "yeux"),
            ("à", "son", "avis"),
            ("à", "leur", "avis"),
            ("selon", "ses", "mots"),
            ("selon", "ses", "propres", "mots"),
            ("selon", "ses", "termes"),
            ("selon", "ses", "dires"),
        ]
    ),
    person_relatives=frozenset(["qui"]),
    utterances=frozenset(
        "mots propos termes dires déclaration déclarations expression formule témoignage témoignages récit confidences aveux"
        " interview".split()
    ),
    not_sources=frozenset(
        "moi nous vous toi que qu' informations information le_cas critères critère règles règle loi principe modalités modalité cas besoins"
        " besoin méthode formule expression calendrier ordre procédure usage coutume tradition scénario type âge saison goûts moyens"
        " l'instant instant heure l'heure moment jour années fois termes nature situation circonstances pays régions lieu places".split()
    ),
    agents=frozenset(["par"]),
    agent_words=frozenset("comme de d' du des".split()),
    request_words=frozenset(["à"]),
    source_phrases=frozenset("de auprès d'".split()),
    source_places=frozenset("à au aux chez".split()),
    whereabouts=(
        ("du", "côté", "de"),
        ("du", "côté", "du"),
        ("du", "côté", "des"),
        ("dans", "l'", "entourage", "de"),
        ("à",),
        ("au",),
        ("aux",),
        ("chez",),
    ),
    evidencing=frozenset(["démontrer"]),
    documents=frozenset(),
    addressing=frozenset(),
    barriers=frozenset(),
    third_person_endings=(),
    past_endings=(),
    hedges=frozenset(),
    postmodifiers=frozenset(),
    additive=frozenset(
        "ajouter poursuivre continuer renchérir conclure compléter reprendre enchaîner insister préciser".split()
    ),
    negation_endings=(),
    negations=frozenset(["n'", "ne"]),
    negative_words=frozenset("pas plus jamais rien bel bien et".split()),
    connectives=frozenset(
        "mais or cependant toutefois pourtant néanmoins et donc car ainsi".split()
    ),
    infinitive_markers=frozenset(),
    contrasts=frozenset({("alors", "que"), ("alors", "qu'")}),
    before_infinitive=frozenset(["à"]),
    infinitive_endings=("er", "ir", "re", "oir"),
    gerund_markers=frozenset(["en"]),
    gerund_heads=frozenset(
        "faisant mettant laissant rendant donnant tenant prenant enfonçant".split()
    ),
    charges=frozenset(
        "examen inculpé inculpée inculpés inculpées inculpation condamné condamnée condamnés condamnées condamnation poursuivi"
        " poursuivie poursuivis poursuivies poursuites jugé jugée jugés jugées écroué écrouée écroués écrouées incarcéré incarcérée"
        " incarcérés arrêté arrêtée arrêtés arrêtées interpellé interpellée interpellés soupçonné soupçonnée soupçonnés suspecté"
        " enquête enquêtes information instruction plainte plaintes procès chef chefs coupable coupables peine peines prison garde"
        " recherché recherchée renvoyé renvoyée renvoyés comparaît comparaissent comparaître tribunal assises détenu".split()
    ),
    charge_prepositions=frozenset(["pour"]),
    charged_with=frozenset(
        "inculpé inculpée inculpés inculpées coupable coupables chef chefs suspecté suspectée suspectés"
        " accusé accusée accusés accusées soupçonné soupçonnée soupçonnés".split()
    ),
    calling=frozenset("qualifier taxer surnommer".split()),
    naming=frozenset(
        "dit dite dits dites surnommé surnommée surnommés baptisé baptisée baptisés rebaptisé rebaptisée intitulé intitulée intitulés"
        " intitulées nommé nommée terme termes mot mots expression appelé appelée appelés appelées soi-disant opération film livre roman série"
        " titre émission slogan marque label projet programme album chanson pièce exposition documentaire type fiché fichés surnom"
        " concept notion statut spectacle ouvrage essai revue hashtag mouvement appellation"
        " colloque conférence festival documentaires titres reportage podcast conte tableau single tube dispositif".split()
    ),
)
