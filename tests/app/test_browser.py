from __future__ import annotations

import subprocess
from typing import Any

import pytest

from tui.app.browser import host_of, open_link


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://example.org/a?b=c#d", "example.org"),
        ("http://user@example.org:8080/", "example.org"),
        ("HTTPS://Example.org", "example.org"),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("-e xclock", None),
        ("https://", None),
        ("https://example.org/a b", None),
        ("https://example.org/\nhttp://other.org", None),
        ("https://[broken", None),
        ("", None),
    ],
)
def test_only_web_addresses_have_a_host(url: str, host: str | None) -> None:
    assert host_of(url) == host


def test_what_is_no_web_address_never_reaches_a_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subprocess, "Popen", lambda *_a, **_k: pytest.fail("a program was started"))
    assert not open_link("file:///etc/passwd")


def test_a_link_is_one_argument_and_no_shell_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[tuple[list[str], dict[str, Any]]] = []

    class Process:
        def __init__(self, command: list[str], **options: Any) -> None:
            started.append((command, options))

        def wait(self) -> int:
            return 0

    monkeypatch.setattr("subprocess.Popen", Process)
    monkeypatch.setattr("sys.platform", "linux")
    assert open_link("https://example.org/$(reboot)?a=1&b=2")
    [(command, options)] = started
    assert command == ["xdg-open", "https://example.org/$(reboot)?a=1&b=2"]
    assert not options.get("shell")


def test_a_system_without_a_browser_is_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_args: object, **_options: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr("subprocess.Popen", missing)
    assert not open_link("https://example.org/")
