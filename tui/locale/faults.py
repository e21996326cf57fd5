"""What the system refuses, in the reader's words: its own are in English, whoever reads them."""

from __future__ import annotations

import errno

from tui.locale import N_, _, labelled
from tui.text.clean import clean_line

_REASONS = {
    errno.ENOENT: N_("no such file; check the name"),
    errno.ENOTDIR: N_("no such file; check the name"),
    errno.EACCES: N_("not permitted; ask its owner for permission"),
    errno.EPERM: N_("not permitted; ask its owner for permission"),
    errno.EISDIR: N_("a folder; give the name of a file"),
    errno.EEXIST: N_("is there already; choose another name"),
    errno.ELOOP: N_("a link that leads back to itself"),
    errno.ENAMETOOLONG: N_("the name is too long; choose a shorter one"),
    errno.ENOSPC: N_("the disk is full; free some space"),
    errno.EDQUOT: N_("your share of the disk is full; free some space"),
    errno.EROFS: N_("the disk can only be read; choose another place"),
    errno.EIO: N_("the disk cannot be read or written; check it"),
    errno.EMFILE: N_("too many files are open; close other programs"),
}


def reason(error: OSError) -> str:
    """Say why the system refused, and what to do; where we know no better, as it says itself."""
    if error.errno in _REASONS:
        return _(_REASONS[error.errno])
    return clean_line(error.strerror or type(error).__name__)


def fault(name: str, error: OSError) -> str:
    """Say it of a file, whose name is fit to be shown."""
    return labelled(name, reason(error))
