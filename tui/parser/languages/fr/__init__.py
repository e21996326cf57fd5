"""French."""

from tui.parser.languages.fr.calendar import CALENDAR
from tui.parser.languages.fr.masthead import MASTHEAD
from tui.parser.languages.fr.quantities import QUANTITIES
from tui.parser.languages.fr.speech import SPEECH
from tui.parser.languages.language import Language

LANGUAGE = Language(
    code="fr",
    function_words=frozenset(
        "le la les un une des du de et est dans que qui pour par sur au aux pas ne ce cette ces"
        " avec plus son sa ses leur il elle ils elles sont été mais ou où se en nous vous je a ont on"
        " y à cet leurs nos notre votre si tout très après avant comme entre sans sous depuis selon"
        " encore aussi donc car dont lui eux dit fait l d qu c n j s était être avait".split()
    ),
    calendar=CALENDAR,
    masthead=MASTHEAD,
    quantities=QUANTITIES,
    speech=SPEECH,
)
