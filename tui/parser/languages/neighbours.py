"""Function words of languages that the parser does not read, so that it can tell them from its own.

Without them Spanish would pass for poor French: both have "de", "la" and "que".
"""

from __future__ import annotations

NEIGHBOURS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "ca": "el la els les de del dels i que en un una per amb no es va ha al als seu seva més com"
        " però són aquest aquesta també on ser van han molt sense entre fins ja o si dir l d s n",
        "da": "og i at det er en til på som af for med ikke den de har et om var sig så men jeg vi han"
        " der kan skal ved fra efter blev være også over havde eller hun sagde",
        "de": "der die das und in zu den von mit ist im für auf des ein eine dem nicht sich es auch an"
        " als er hat aus bei wird werden sind dass sie nach wie um am einen noch zum war haben oder",
        "es": "el la los las de del y que en un una por con no se su para al lo como más pero es sus le"
        " ha este esta son fue también entre cuando muy sin sobre ser hay desde todo ya o dijo porque",
        "it": "il la lo gli le di del della dei delle che e in un una per con non si al da come più ma è"
        " sono nel nella anche ha i suo sua questo questa alla dal ai essere hanno o se dopo detto",
        "nl": "de het een en van in te dat is op voor met zijn niet aan er die om ook als bij door naar"
        " maar was heeft hij ze wordt uit nog over worden hebben of kan werd meer zei tot geen dit",
        "pl": "i w na z do się nie że to jest o jak po za od przez co ale już był dla tym są tego czy"
        " tak które może było oraz jego jej także przed",
        "pt": "o a os as de do da dos das e que em um uma por com não se para no na ao como mais mas é"
        " seu sua foi são também nos pelo pela entre quando muito sem já ser disse este esta ou",
        "ro": "și de la în a o un cu nu se pe că din care este pentru mai au fost sunt dar sau ca al ale"
        " lui el ea fi prin după acest această între până",
        "sv": "och i att det en som på är av för med den till inte har de ett om var jag men så vi han"
        " från kan när efter ska hade eller också vid sig hon sade blev mot över",
    }.items()
}
