"""Attribution: whose words these are, on articles as they come; each rule has its own sentences."""

from __future__ import annotations

import pytest

from tui.parser import parse


def voices(text: str) -> list[tuple[str, str | None]]:
    """Give the first words of each quote with its speaker's name."""
    return [
        (" ".join(quote.text.split()[:2]), quote.speaker.name if quote.speaker else None)
        for quote in parse(text).quotes
    ]


# who speaks

CASES = {
    "an occupation after the name is a role that comes back": (
        (
            "Une trentaine d'habitants ont occupé le hall de la mairie pendant toute la matinée de"
            " lundi. « Nous resterons ici jusqu'au soir », prévient Odile Garnier, couturière à la"
            " retraite. « Personne ne nous reçoit », ajoute la retraitée."
        ),
        [
            ("Nous resterons", "Odile Garnier"),
            ("Personne ne", "Odile Garnier"),
        ],
    ),
    "a verb that nobody listed stands right after the marks": (
        (
            "Les ouvriers de la scierie ont repris le travail mardi après trois semaines de grève "
            "dans la vallée. « On verra bien demain matin », ronchonne Bastien Leroy devant les "
            "grilles."
        ),
        [
            ("On verra", "Bastien Leroy"),
        ],
    ),
    "'celle qui' stands behind its verb": (
        (
            "Clara Meunier tient la librairie du port depuis douze ans avec sa sœur et deux "
            "employés. « Je connais tous mes lecteurs », confie celle qui a appris le métier à "
            "Brest."
        ),
        [
            ("Je connais", "Clara Meunier"),
        ],
    ),
    "a report goes on without a subject": (
        (
            "Le maire a reçu les commerçants de la rue haute lundi soir dans la grande salle du "
            "conseil. « Le pont sera fermé un an », a annoncé Yves Castel. Puis d'ajouter : « Nous"
            " paierons les navettes »"
        ),
        [
            ("Le pont", "Yves Castel"),
            ("Nous paierons", "Yves Castel"),
        ],
    ),
    "an office with its preposition, and the name after a comma": (
        (
            "« Les lits manqueront cet hiver encore », a reconnu jeudi la secrétaire d'État aux "
            "Soins, Lise Aubry, devant les députés de la commission. Elle promet « deux cents "
            "postes » avant le printemps."
        ),
        [
            ("Les lits", "Lise Aubry"),
            ("deux cents", "Lise Aubry"),
        ],
    ),
    "a bracket with a comma stands between a name and its verb": (
        (
            "Le président de la région, Hugo Marchand (Union du centre, majorité), a regretté « un"
            " vote confus » à l'issue d'une séance de neuf heures que personne n'avait prévue "
            "aussi longue."
        ),
        [
            ("un vote", "Hugo Marchand"),
        ],
    ),
    "'ce dernier' is whoever was named last": (
        (
            "Paul Vidal a longtemps travaillé avec Karim Saidi dans les tunnels de la ligne douze."
            " Ce dernier dénonce « un chantier sans fin » et réclame une enquête de la préfecture."
        ),
        [
            ("un chantier", "Karim Saidi"),
        ],
    ),
    "'cette source' is whoever spoke": (
        (
            "« Deux camions ont été volés cette nuit », a indiqué une porte-parole du port de "
            "commerce. « Ils étaient vides », selon cette source."
        ),
        [
            ("Deux camions", "une porte-parole du port de commerce"),
            ("Ils étaient", "une porte-parole du port de commerce"),
        ],
    ),
    "'l'entreprise' is the body that spoke": (
        (
            "Le fabricant de vélos Velorix a fermé lundi son usine de Dole, où travaillaient cent "
            "personnes. Velorix évoque « une année noire ». « Nous reclasserons chacun », a ajouté"
            " l'entreprise."
        ),
        [
            ("une année", "Velorix"),
            ("Nous reclasserons", "Velorix"),
        ],
    ),
    "an agency hands on what somebody else said": (
        (
            "Nadia Ferrand, la présidente du syndicat, a promis « une semaine noire » dans les "
            "gares, a rapporté l'AFP."
        ),
        [
            ("une semaine", "Nadia Ferrand"),
        ],
    ),
    "the topic of the sentence is its subject": (
        (
            "« Rien n'est signé », a rappelé mardi le négociateur Louis Perrin en sortant du "
            "ministère. Quant à son adjointe, Inès Roland, elle juge l'accord « à portée de main "
            "»."
        ),
        [
            ("Rien n'est", "Louis Perrin"),
            ("à portée", "Inès Roland"),
        ],
    ),
    "'selon les mots de' names whose words they are": (
        (
            "La digue, « un chef-d'œuvre de patience » selon les mots de l'ingénieur Marc Dufour, "
            "a tenu toute la nuit."
        ),
        [
            ("un chef-d'œuvre", "Marc Dufour"),
        ],
    ),
    "a mayor of another town is somebody else": (
        (
            "« Le feu est maîtrisé », a assuré le procureur de Lens, Alain Bossuet, vers midi. "
            "Selon le maire de Douai, « trois rues restent fermées » à la circulation."
        ),
        [
            ("Le feu", "Alain Bossuet"),
            ("trois rues", "le maire de Douai"),
        ],
    ),
    "a party's initials are no name of a person": (
        (
            "Rose Hamon, secrétaire nationale UPR, a dénoncé « un calendrier absurde » devant ses "
            "électeurs de Caen."
        ),
        [
            ("un calendrier", "Rose Hamon"),
        ],
    ),
    "initials stand for the name": (
        (
            "Anne-Lise Ventura a quitté la course vendredi, à trois jours du vote, sans donner de "
            "raison. ALV avait pourtant promis « de tenir jusqu'au bout » devant les siens."
        ),
        [
            ("de tenir", "Anne-Lise Ventura"),
        ],
    ),
    "what a conjunction of manner adds is no outer voice": (
        (
            "Sophie Lambert a confirmé que le train « roulait trop vite », comme l'avait révélé "
            "lundi RTL."
        ),
        [
            ("roulait trop", "Sophie Lambert"),
        ],
    ),
    "a pronoun finds who was just named before who spoke long ago": (
        (
            "« La route est sûre », a dit le préfet Jean Morel. Les élus du canton n'y croient "
            "pas. La visite a duré deux heures. Les images ont choqué. Un rapport est attendu. "
            "Depuis que Luc Besnard s'est plaint, les travaux avancent. Il réclame « un rond-point"
            " »."
        ),
        [
            ("La route", "Jean Morel"),
            ("un rond-point", "Luc Besnard"),
        ],
    ),
    "words without a cue go on in the voice that spoke": (
        (
            "« Il a fui », a expliqué la procureure Maud Teissier. L'homme avait « laissé toutes "
            "ses clés » sur la table."
        ),
        [
            ("Il a", "Maud Teissier"),
            ("laissé toutes", "Maud Teissier"),
        ],
    ),
    "'l'un d'eux' is named after a comma": (
        (
            "Les pêcheurs sont « à bout », a résumé l'un d'eux, Yann Le Goff, sur le quai de "
            "Douarnenez lundi matin."
        ),
        [
            ("à bout", "Yann Le Goff"),
        ],
    ),
    "an adverbial before the name is no role of theirs": (
        (
            "« La salle était pleine », se réjouit de son côté Thierry Valois, qui dirige le "
            "théâtre depuis mars."
        ),
        [
            ("La salle", "Thierry Valois"),
        ],
    ),
    "a former office may be any": (
        (
            "« Le pont tiendra », a déclaré le ministre Serge Collet. L'ancien maire de Tulle "
            "promet « une inspection par mois »."
        ),
        [
            ("Le pont", "Serge Collet"),
            ("une inspection", "Serge Collet"),
        ],
    ),
    "somebody's mother is not somebody named": (
        (
            "Anaïs Borel a disparu lundi près de la rivière. La mère d'Anaïs dit craindre « une "
            "mauvaise rencontre » depuis deux jours."
        ),
        [
            ("une mauvaise", "La mère d'Anaïs"),
        ],
    ),
    "a surname alone is that of whoever bore it last": (
        (
            "Luc Moreau et sa cousine Ève Moreau ont hérité du moulin. Luc Moreau veut vendre. « "
            "Jamais », tranche Moreau, « pas à ce prix-là »."
        ),
        [
            ("Jamais", "Luc Moreau"),
            ("pas à", "Luc Moreau"),
        ],
    ),
    "an initial ends a name before the next": (
        ("« Je n'ai rien vu », a répété Luc D. Anne Perrot, elle, dénonce « une enquête bâclée »."),
        [
            ("Je n'ai", "Luc D."),
            ("une enquête", "Anne Perrot"),
        ],
    ),
    "a noun without article hangs on the subject behind it": (
        (
            "Mère de trois enfants, Rachel Simonet cherche un logement depuis mars dans la ville. "
            "« On m'en a proposé un sans fenêtre », raconte-t-elle."
        ),
        [
            ("On m'en", "Rachel Simonet"),
        ],
    ),
    "a body keeps its role for an adjective": (
        ("Selon l'agence policière de Lyon, « trois bateaux manquent » au port de la ville."),
        [
            ("trois bateaux", "l'agence policière de Lyon"),
        ],
    ),
    "a native is the person from there": (
        (
            "« Je reviendrai », a promis Theo Silvani après sa défaite en deux manches. Le "
            "Marseillais évoque « un jour sans »."
        ),
        [
            ("Je reviendrai", "Theo Silvani"),
            ("un jour", "Theo Silvani"),
        ],
    ),
    "an agency's name ends before the person's": (
        ("« Le toit s'est envolé », confie à l'AFP Rosalba Nunziata, qui habite en face."),
        [
            ("Le toit", "Rosalba Nunziata"),
        ],
    ),
    "an office by another name": (
        (
            "« Le budget passera », a promis le Premier ministre Alain Vasseur en quittant la "
            "salle. Le chef du gouvernement évoque « un vote serré »."
        ),
        [
            ("Le budget", "Alain Vasseur"),
            ("un vote", "Alain Vasseur"),
        ],
    ),
    "a body's other reporters are not its people": (
        (
            "« Le pont est sûr », a dit l'ingénieure Mona Lacaze. Le maire de Saint-Brice a lancé "
            "« un appel au calme ». Plus loin, le maire de Nogent, Paul Ferry, a fermé l'école."
        ),
        [
            ("Le pont", "Mona Lacaze"),
            ("un appel", "Le maire de Saint-Brice"),
        ],
    ),
    "two names behind the verb speak together": (
        (
            "« Le lac est vide », ont écrit Nadia Benali et Karim Imad dans une lettre. « Nous "
            "irons voir le préfet », ont-ils poursuivi."
        ),
        [
            ("Le lac", "Nadia Benali et Karim Imad"),
            ("Nous irons", "Nadia Benali et Karim Imad"),
        ],
    ),
    "what 'one' says has the place for its source": (
        ("« Les trains partiront à l'heure », assure-t-on à la préfecture de la Creuse."),
        [
            ("Les trains", "la préfecture de la Creuse"),
        ],
    ),
    "the artist is whom we know for one": (
        (
            "Le chanteur Ugo Brel est mort lundi à Dole. « Il s'est endormi », a dit son ami Marc "
            "Tain. « Je n'ai jamais triché », confiait l'artiste dans son dernier disque."
        ),
        [
            ("Il s'est", "Marc Tain"),
            ("Je n'ai", "Ugo Brel"),
        ],
    ),
    "a reporting verb inside the marks is its subject's": (
        ("La Ligue des cavaliers du Sud s'est « indignée que la course soit annulée » jeudi soir."),
        [
            ("indignée que", "La Ligue des cavaliers du Sud"),
        ],
    ),
    "no person is part of whom they speak before": (
        ("« Nous verrons au printemps », a déclaré devant la presse M. Kervran."),
        [
            ("Nous verrons", "Kervran"),
        ],
    ),
    "brackets part a name from what is told of it": (
        ("Le projet inquiète Solène Marec (Union des quais), qui craint « une dérive »."),
        [
            ("une dérive", "Solène Marec"),
        ],
    ),
    "the nearest phrase is meant as the subject of a sentence too": (
        (
            "Le notaire Basile Orin a reçu hier le peintre Jonas Quéré sous la halle. Celui-ci "
            "attendait ce jour depuis des mois. « Je signe enfin », s'est-il réjoui."
        ),
        [
            ("Je signe", "Jonas Quéré"),
        ],
    ),
    "a heading that adjoins its quote has the speaker of the quote": (
        (
            "Le conseil municipal évoque « un différend ». « Vous noyez la vallée » « Vous noyez "
            "la vallée sans rien dire », s'est emporté M. Kervran."
        ),
        [
            ("un différend", "Le conseil municipal"),
            ("Vous noyez", "Kervran"),
            ("Vous noyez", "Kervran"),
        ],
    ),
    "the same source once more": (
        (
            "« La route rouvrira samedi », a-t-on appris de source préfectorale. Les habitants « "
            "sont prévenus », précise-t-on de même source."
        ),
        [
            ("La route", "source préfectorale"),
            ("sont prévenus", "source préfectorale"),
        ],
    ),
    "a capital goes without its accent": (
        ("A Namur, le syndicat des bateliers s'impatiente, réclamant « une écluse en état »."),
        [
            ("une écluse", "le syndicat des bateliers"),
        ],
    ),
    "an adverb inside an idiom": (
        ("« Fermez vos volets », mettent également en garde les pompiers."),
        [
            ("Fermez vos", "les pompiers"),
        ],
    ),
    "a foreign body with small words in its name": (
        ("« La mer monte », prévient l'association Women for Peace."),
        [
            ("La mer", "Women for Peace"),
        ],
    ),
    "a verb of asking": (
        ("« Qui garde la clé ? » s'enquiert une voisine."),
        [
            ("Qui garde", "une voisine"),
        ],
    ),
    "a former office is not that of whom another is told": (
        (
            "Nicolas Sarto est entendu à Nanterre depuis mardi. C'est « la plus grave affaire », "
            "selon Edwy Plen, le fondateur de la revue. « Purs fantasmes ! » s'indigne l'ancien "
            "président."
        ),
        [
            ("la plus", "Edwy Plen"),
            ("Purs fantasmes", "Nicolas Sarto"),
        ],
    ),
    "a relative clause brings the words of whom it tells": (
        (
            "Emma Prat avait parlé à la radio. Ces mots ont été dénoncés par la maire, Zoé Kham, "
            "qui attendait « un démenti ferme et une vraie condamnation »."
        ),
        [
            ("un démenti", "Zoé Kham"),
        ],
    ),
    "an incise inside the marks wins over a pronoun before them": (
        (
            "Marine Pérec a parlé du port qu'elle dit aimer : « On croit en elle pour sauver la "
            "pêche, jure Véronique, une cliente. Elle tiendra. »"
        ),
        [
            ("On croit", "Véronique"),
        ],
    ),
    "a man is not the president whom a feminine noun means": (
        (
            "Le public a sifflé Mélan, l'homme qui rêve encore. La présidente du Front promet « "
            "des jours très longs »."
        ),
        [
            ("des jours", "La présidente du Front"),
        ],
    ),
    "an occupation without an article follows an unknown name": (
        (
            "Mezghane, habitant de la petite localité de Djem, à dix kilomètres du chef-lieu, a "
            "souligné que « le village est perdu »."
        ),
        [
            ("le village", "Mezghane"),
        ],
    ),
    "a square is where they chant, and nobody": (
        (
            "Vers midi, Place de la Fontaine, des étudiants défilent et scandent « Rendez-nous les"
            " clés »."
        ),
        [
            ("Rendez-nous les", "des étudiants"),
        ],
    ),
    "sources of a party are not the party": (
        ("La liste « arrive en tête », selon des sources PRX."),
        [
            ("arrive en", "des sources PRX"),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_who_speaks(text: str, expected: list[tuple[str, str]]) -> None:
    assert voices(text) == expected


def test_a_participle_after_its_auxiliary_is_no_role() -> None:
    article = parse(
        "« Le lac gèlera cette nuit », a prévenu Simone Huet dans le journal de la vallée."
    )
    speaker = article.quotes[0].speaker
    assert speaker is not None
    assert (speaker.name, speaker.role) == ("Simone Huet", None)


def test_an_impersonal_verb_reports_nobody() -> None:
    assert not parse(
        "Il faut dire que la saison avait été mauvaise pour les vergers de la plaine."
    ).quotes


def test_a_place_is_not_among_the_people() -> None:
    article = parse(
        "À Brest, « la pluie n'a pas cessé », raconte Éloïse Kerbrat, météorologue, dans Le Phare."
    )
    assert [person.name for person in article.people] == ["Éloïse Kerbrat"]
