from __future__ import annotations

import pytest

from tui.output.links import host_of, links
from tui.parser import Block, Document


def test_links_are_numbered_in_the_order_of_the_text_each_page_once() -> None:
    text = "Voir ici, là,\nencore ici et ailleurs."
    hrefs = {
        5: "https://a.fr/1",
        10: "javascript:alert(1)",
        21: "https://a.fr/1",
        28: "http://b.fr",
    }
    blocks = [Block(0, len(text), "paragraph")]
    blocks += [Block(start, start + 3, "link", href=href) for start, href in hrefs.items()]
    found = links(Document(text, tuple(blocks)))
    assert [(link.number, link.host, link.words, link.start) for link in found] == [
        (1, "a.fr", "ici", 5),
        (2, "b.fr", "ail", 28),
    ]


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Exemple.fr:80/a", "exemple.fr"),
        ("https://аррӏе.com/", "xn--80ak6aa92e.com"),  # Cyrillic that looks like Latin
        ("https://" + "a" * 70 + ".fr/", None),
        ("file:///etc/passwd", None),
        ("https://a.fr/\u202eb", None),
    ],
)
def test_where_a_link_leads_is_said_in_ascii(url: str, host: str | None) -> None:
    assert host_of(url) == host
