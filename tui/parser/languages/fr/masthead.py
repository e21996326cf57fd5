"""How French labels title, date and author."""

from __future__ import annotations

from tui.parser.languages.masthead import Masthead

MASTHEAD = Masthead(
    titles=frozenset({"titre"}),
    dates=frozenset({"date", "publié le", "publié", "paru le", "date de publication", "posté le"}),
    updates=frozenset({"mis à jour le", "mise à jour le", "modifié le", "actualisé le"}),
    authors=frozenset({"auteur", "autrice", "auteurs", "signature"}),
    credits=frozenset({"photo", "crédit photo", "crédits photo", "source", "url", "rubrique"}),
    asides=frozenset(
        {
            "à lire aussi",
            "lire aussi",
            "à lire :",
            "lire :",
            "lire également :",
            "voir aussi :",
            "à voir aussi",
            "en vidéo :",
            "en vidéo,",
            "regarder :",
            "écouter :",
            "en cliquant ici",
            "la suite après cette publicité",
            "cet article est réservé aux abonnés",
        }
    ),
    by=frozenset({"par", "propos recueillis par"}),
    agencies=frozenset({"afp", "agence france-presse", "belga", "ats", "la presse canadienne"}),
)
