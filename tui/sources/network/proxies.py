"""The proxy that the environment names: many a newsroom reaches the Internet by one only.

A proxy looks names up itself, so what they lead to is not seen here. What can be told of an address
by itself is checked all the same.
"""

from __future__ import annotations

import re
import socket
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote, urlsplit

import httpcore2

from tui.locale import _
from tui.sources.network.guard import Backend, is_public
from tui.text.clean import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

_PORTS = {"http": 80, "https": 443}

_NUMBER = re.compile(r"\d+|0x[\da-f]*")
"""The last part of a host that is an IPv4 address, in whatever spelling: "127.1", "0x7f000001"."""

_OWN = frozenset(("localhost", "local", "internal", "arpa"))
"""Last parts of names that are of this machine or of its own network (RFC 6761, 6762, 8375)."""


class ProxyError(Exception):
    """The proxy cannot be used: why, in a translated line without its password."""


class Proxy(NamedTuple):
    """Where requests go instead, and as whom."""

    url: str
    """Its scheme, host and port."""
    auth: tuple[bytes, bytes] | None
    """A name and a password."""


def proxy_for(url: str) -> Proxy | None:
    """Give what HTTPS_PROXY, HTTP_PROXY or ALL_PROXY names for an address that NO_PROXY leaves.

    Raises `ProxyError` for what is no HTTP proxy.
    """
    from urllib.request import getproxies_environment, proxy_bypass  # noqa: PLC0415 - slow to load

    parts = urlsplit(url)
    proxies = getproxies_environment()
    named = proxies.get(parts.scheme) or proxies.get("all")
    if not named or proxy_bypass(parts.netloc):
        return None
    try:
        proxy = urlsplit(named if "://" in named else f"http://{named}")
        host, port = proxy.hostname, proxy.port or _PORTS.get(proxy.scheme)
    except ValueError:
        raise _no_proxy(named) from None
    if not host or proxy.scheme not in _PORTS:
        raise _no_proxy(named)
    netloc = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    who = [unquote(part or "").encode() for part in (proxy.username, proxy.password)]
    return Proxy(f"{proxy.scheme}://{netloc}", (who[0], who[1]) if who[0] else None)


def _no_proxy(named: str) -> ProxyError:
    message = _("“{proxy}” is no HTTP proxy; check HTTPS_PROXY and HTTP_PROXY")
    return ProxyError(message.format(proxy=clean_line(named.rpartition("@")[2])[:100]))


def may_be_public(host: str) -> bool:
    """Say whether a host may be asked for by way of a proxy.

    A private address may not, however it is written, nor a name of this machine or its network.
    """
    name = host.rstrip(".").lower()
    last = name.rpartition(".")[2]
    if ":" in name:
        return is_public(name)
    if _NUMBER.fullmatch(last):
        try:
            return is_public(socket.inet_ntoa(socket.inet_aton(name)))
        except (OSError, UnicodeError):
            return False
    return "." in name and last not in _OWN


class ProxyBackend(Backend):
    """Makes the connection to the proxy, which may be private: the user has named it."""

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the proxy; `ProxyError` where it does not answer."""
        try:
            return super().connect_tcp(host, port, timeout, local_address, socket_options)
        except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as error:
            message = _("the proxy {proxy} does not answer; check HTTPS_PROXY and HTTP_PROXY")
            raise ProxyError(message.format(proxy=clean_line(f"{host}:{port}"))) from error
