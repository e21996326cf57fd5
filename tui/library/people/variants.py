"""Given names that are one name in several spellings, and the short forms that people go by.

A line is one name. Spellings differ by the language a name is written in or the way another
alphabet is put into ours; a short form is weaker evidence, since a son may go by it.
"""

from __future__ import annotations

from tui.text.find import fold

_SPELLINGS = """
vladimir volodymyr wladimir volodimir
sergei sergey serguei sergej serhiy serhii sergii
mikhail michail mykhailo mikhailo
dmitri dmitry dmitriy dimitri dmytro dmitrii
alexei alexey aleksei aleksey oleksiy oleksii alekseï
alexandr aleksandr alexander alexandre oleksandr aliaksandr
yuri iouri youri yury iuri yuriy yurii iourii
evgueni evgeny yevgeny evgeni yevgueni ievgueni yevgeni evgenii yevhen ievhen
andrei andrey andreï andriy andrii andrij
nikolai nikolay nicolai mykola mikola
anatoli anatoly anatoliy
grigori grigory hryhoriy
piotr petr petro pyotr
pavel pavlo
oleg oleh
boris borys
ivan iwan
vassili vasily vasili vasyl
leonid
lev
nikita mykyta
yaroslav iaroslav jaroslav
rouslan ruslan
ramzan
maxim maksim maksym
igor ihor
viktor victor
vitali vitaly vitaliy vitalii
valeri valery valeriy valerii
guennadi gennady gennadi guenadi
konstantin constantin kostiantyn
denis denys
artem artyom artiom
olena elena yelena ielena
oksana oxana
ioulia yulia youlia iulia yuliya
tatiana tatyana tetiana
ksenia xenia kseniia
mohammed mohamed muhammad mohammad mouhammad mohamad muhammed muhammet
ahmed ahmad
hussein hussain hossein husayn houssein hocine
hassan hasan
youssef yusuf yousef youssouf yusef joussef
bachar bashar
mahmoud mahmud
moustafa mustafa mostafa mustapha
ibrahim ebrahim brahim
ismail ismael
abdallah abdullah abdoullah abdulla
abdel abdul abd
khaled khalid
saad sa'ad
oussama osama usama
mouammar muammar moammar
ali aly
omar omer
rachid rashid rached
said saeed sayed
benyamin benjamin binyamin
yitzhak itzhak isaac ytzhak
shimon simeon chimon
moshe moche
recep redjep
""".strip().splitlines()

_LATIN = {"alexander", "alexandre", "benjamin", "constantin", "victor", "denis", "isaac", "elena"}
"""Spellings that are common among names never written in another alphabet."""

_SHORT = """
william bill billy will willie
robert bob bobby rob
joseph joe joey
james jim jimmy jamie
michael mike mick
thomas tom tommy
richard dick rick ricky
edward ted ed eddie ned
theodore ted
anthony tony
benjamin ben
daniel dan danny
david dave
stephen steven steve
christopher chris
nicholas nick nicolas
andrew andy
matthew matt
samuel sam
gregory greg
ronald ron
donald don
kenneth ken
charles charlie chuck
lawrence larry
patrick pat
peter pete
timothy tim
jeffrey jeff geoffrey geoff
frederick fred frederic
albert al bert
elizabeth liz beth betty
katherine kate kathy catherine cathy
margaret maggie peggy
deborah debbie
susan sue
jennifer jen jenny
alexandra sandra
""".strip().splitlines()


def _by_spelling(lines: list[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in lines:
        first, *_ = words = [fold(word) for word in line.split()]
        for word in words:
            found[word] = found.get(word, frozenset()) | {first}
    return found


SPELLINGS = {word: min(heads) for word, heads in _by_spelling(_SPELLINGS).items()}
"""A given name, folded, to the one that stands for all its spellings."""

TRANSCRIBED = frozenset(SPELLINGS) - _LATIN
"""Given names that tell of a surname put into our letters in more than one way."""

SHORT = _by_spelling(_SHORT)
"""A given name or a short form of one, folded, to the names that it may stand for."""
