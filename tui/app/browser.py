"""Links leave for the browser only from here: http and https alone, and never through a shell."""

from __future__ import annotations

import subprocess
import sys
import threading

from tui.output.links import host_of

__all__ = ["host_of", "open_link"]


def open_link(url: str) -> bool:
    """Hand a web address to the system's browser; False where there is none."""
    if host_of(url) is None:
        return False
    opener = {
        "darwin": ["open"],
        "win32": ["rundll32", "url.dll,FileProtocolHandler"],
    }.get(sys.platform, ["xdg-open"])
    try:
        process = subprocess.Popen(  # noqa: S603 - a list, and the address begins with http
            [*opener, url],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    threading.Thread(target=process.wait, daemon=True).start()  # it may live as long as the browser
    return True
