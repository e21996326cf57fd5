"""One spelling for the many in which an article's URL goes round."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = ("utm_", "at_", "mtm_", "pk_", "xtor", "fbclid", "gclid", "dclid", "msclkid", "mc_cid",
             "mc_eid", "igshid", "yclid", "wt.mc_id", "ns_campaign", "ns_mchannel", "ns_source",
             "cmpid", "__twitter_impression")  # fmt: skip
"""How the parameters begin that say where a reader came from, and nothing of what is read."""


def canonical(url: str | None) -> str | None:
    """Give the one spelling of an article's address; None for what names no article on the web.

    "http://WWW.example.org:80/a/?utm_source=x#top" gives "example.org/a".
    """
    try:
        parts = urlsplit(url or "")
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    query = urlencode(
        sorted(
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True)
            if not name.lower().startswith(_TRACKING)
        )
    )
    path = parts.path.rstrip("/")
    if not path and not query:
        return None  # a site's front page, which any article of it may name
    host = parts.hostname.removeprefix("www.")
    if port not in (None, 80, 443):
        host += f":{port}"
    return f"{host}{path}?{query}" if query else f"{host}{path}"
