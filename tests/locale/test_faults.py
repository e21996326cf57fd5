"""What the system refuses is said in the reader's language, with what to do."""

from __future__ import annotations

import errno
import os

import pytest

from tui import locale
from tui.locale.faults import fault, reason


def refused(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize("number", [errno.ENOENT, errno.EACCES, errno.ENOSPC, errno.EROFS])
def test_it_is_said_in_french_and_not_in_the_words_of_the_system(number: int) -> None:
    locale.use("fr")
    french = reason(refused(number))
    locale.use("en")
    assert french not in (os.strerror(number), reason(refused(number)))
    assert "\u202f; " in french


def test_what_we_know_no_better_is_said_as_the_system_says_it() -> None:
    assert reason(refused(errno.EPIPE)) == os.strerror(errno.EPIPE)
    assert "\x1b" not in reason(OSError(errno.EPIPE, "a\x1b[31mb"))
    assert reason(TimeoutError()) == "TimeoutError"


def test_the_file_is_named_first() -> None:
    assert fault("a.txt", refused(errno.ENOENT)) == "a.txt: no such file; check the name"
    locale.use("fr")
    assert fault("a.txt", refused(errno.ENOENT)).startswith("a.txt\u202f: fichier introuvable")
