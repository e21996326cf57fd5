from __future__ import annotations

import ssl
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.sources.server import Answer, Server
from tests.sources.test_network import fails
from tui.sources.network import client as clients
from tui.sources.network.client import Client, Limits
from tui.sources.network.proxies import may_be_public, proxy_for

if TYPE_CHECKING:
    from collections.abc import Callable

    Environment = Callable[..., None]

CERTIFICATE = Path(__file__).parent / "exemple.pem"
"""For exemple.org and for these tests alone, signed by itself, good for a hundred years."""


@pytest.fixture
def client() -> Client:
    return Client(Limits(seconds=5.0))


@pytest.fixture
def environ(monkeypatch: pytest.MonkeyPatch) -> Environment:
    """Set variables of the environment."""

    def put(**values: str) -> None:
        for name, value in values.items():
            monkeypatch.setenv(name, value)

    return put


def test_a_request_goes_by_way_of_the_proxy(
    server: Server, client: Client, environ: Environment
) -> None:
    environ(HTTP_PROXY=server.url.replace("//", "//nora:caf%C3%A9@"))
    server["http://exemple.org/a"] = Answer(301, {"Location": "/b"})
    server["http://exemple.org/b"] = Answer(body=b"oui")
    assert client.get("http://exemple.org/a").body == b"oui"
    sent = server.asked[-1].headers
    assert sent["host"] == "exemple.org"
    assert sent["proxy-authorization"] == f"Basic {b64encode('nora:café'.encode()).decode()}"


def test_what_is_secure_goes_through_a_tunnel(
    server: Server, client: Client, environ: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ(https_proxy=server.url.removeprefix("http://"))
    server.certificate = CERTIFICATE
    server["exemple.org:443"] = Answer()
    server["/f"] = Answer(body=b"oui")
    assert "its certificate is not valid" in fails(client, "https://exemple.org/f")
    context = ssl.create_default_context(cafile=CERTIFICATE)
    monkeypatch.setattr(clients, "_trust", lambda: context)
    assert client.get("https://exemple.org/f").body == b"oui"
    assert [asked.path for asked in server.asked][-2:] == ["exemple.org:443", "/f"]


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/",
     "http://[::ffff:10.0.0.1]/", "http://localhost/", "http://a.localhost./", "http://intranet/",
     "http://wiki.internal/", "http://printer.local/", "http://192.168.1.1./", "http://10.1.2/"],
)  # fmt: skip
def test_no_hop_names_a_private_address_to_the_proxy(
    url: str, server: Server, client: Client, environ: Environment
) -> None:
    environ(HTTP_PROXY=server.url)
    server["http://exemple.org/a"] = Answer(302, {"Location": url})
    assert "leads to a private address" in fails(client, url)
    assert "leads to a private address" in fails(client, "http://exemple.org/a")
    assert [asked.path for asked in server.asked] == ["http://exemple.org/a"]


def test_what_the_proxy_may_be_asked_for() -> None:
    assert may_be_public("exemple.org")
    assert may_be_public("8.8.8.8")
    assert may_be_public("2001:4860:4860::8888")
    assert may_be_public("1.fm")


def test_no_proxy_leaves_hosts_out(
    server: Server, environ: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    environ(HTTP_PROXY="http://192.0.2.1:3128", NO_PROXY="exemple.fr, 127.0.0.1")
    server["/a"] = Answer(body=b"oui")
    assert Client(allow_private=True).get(server.at("/a")).body == b"oui"
    assert "private address" in fails(Client(), server.at("/a"))  # and no proxy lets it through
    assert proxy_for("http://www.exemple.fr/") is None
    assert proxy_for("https://exemple.org/") is None
    assert proxy_for("http://exemple.org/") == ("http://192.0.2.1:3128", None)
    monkeypatch.delenv("HTTP_PROXY")
    environ(ALL_PROXY="[2001:db8::1]")
    assert proxy_for("https://exemple.org/") == ("http://[2001:db8::1]:80", None)


def test_what_is_wrong_with_the_proxy_is_said(
    server: Server, client: Client, environ: Environment
) -> None:
    environ(HTTPS_PROXY=server.url, HTTP_PROXY=server.url)
    server["exemple.org:443"] = Answer(407)
    server["http://exemple.org/"] = Answer(407)
    assert "the proxy refuses it (407" in fails(client, "https://exemple.org/")
    assert "wants a name and password (407)" in fails(client, "http://exemple.org/")
    environ(HTTP_PROXY="http://nora:secret@127.0.0.1:1")
    told = fails(client, "http://exemple.org/")
    assert told == ": the proxy 127.0.0.1:1 does not answer; check HTTPS_PROXY and HTTP_PROXY"
    for odd in ("socks5://nora:secret@127.0.0.1:1080", "http://", "http://nora:secret@a:port"):
        environ(HTTP_PROXY=odd)
        told = fails(client, "http://exemple.org/")
        assert "is no HTTP proxy; check" in told
        assert "secret" not in told
