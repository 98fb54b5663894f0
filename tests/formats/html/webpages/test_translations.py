"""Other language versions."""

from __future__ import annotations

import pytest

from newsmodel.formats import html
from tests.formats.html.webpages.pages import ADDRESS, MORE, TEXT, news, page, read, read_with

BASE = "https://www.example.org"


def versions(*links: tuple[str, str]) -> list[tuple[str | None, str | None]]:
    head = "".join(f'<link rel="alternate" hreflang="{tag}" href="{url}">' for tag, url in links)
    return [(each.language, each.url) for each in read_with(head=head).translations]


def test_each_language_has_one_address_and_the_page_itself_is_none() -> None:
    links = [
        ("en", ADDRESS),
        ("uk", f"{BASE}/uk/porom"),
        ("pl", "/pl/prom-znow"),
        ("x-default", ADDRESS),
    ]
    assert versions(*links) == [("uk", f"{BASE}/uk/porom"), ("pl", f"{BASE}/pl/prom-znow")]


@pytest.mark.parametrize(
    "home", ["https://it.example.org", "https://it.example.org/", f"{BASE}/it"]
)
def test_an_edition_without_the_article_is_no_translation(home: str) -> None:
    assert versions(("uk", f"{BASE}/uk/porom"), ("it", home)) == [("uk", f"{BASE}/uk/porom")]


def test_countries_in_the_place_of_languages_are_put_right() -> None:
    assert versions(("ua", f"{BASE}/uk/porom"))[0][0] == "uk"
    assert versions(("pt_br", f"{BASE}/pt/balsa"))[0][0] == "pt-BR"


def test_editions_of_the_same_language_are_no_translations() -> None:
    assert versions(("en-GB", f"{BASE}/uk-edition/ferry"), ("en-US", f"{BASE}/us/ferry")) == []


def test_one_address_for_several_languages_is_none_of_them() -> None:
    assert versions(("de", f"{BASE}/all/ferry"), ("fr", f"{BASE}/all/ferry")) == []


def test_the_scripts_of_a_language_are_versions() -> None:
    links = [("zh-Hans", f"{BASE}/cn/ferry"), ("zh-Hant", f"{BASE}/tw/ferry")]
    assert [tag for tag, _ in versions(*links)] == ["zh-Hans", "zh-Hant"]


def test_nonsense_and_script_are_passed_over() -> None:
    assert versions(("??", f"{BASE}/x/ferry"), ("de", "javascript:alert(1)")) == []


def test_the_page_itself_under_another_address_is_no_translation() -> None:
    amp, deep = ("en", f"{BASE}/amp/ferry"), ("uk", f"{BASE}/uk/porom")
    assert versions(amp, deep) == [deep]
    head = "".join(f'<link rel="alternate" hreflang="{t}" href="{u}">' for t, u in (amp, deep))
    guessed = read(page(f"<article><h1>Ferry</h1>{TEXT}{MORE}</article>", head=head, lang=""))
    assert guessed.language == "en"
    assert [each.language for each in guessed.translations] == ["uk"]


def test_the_links_say_what_the_page_itself_is_in() -> None:
    links = [("de", ADDRESS), ("de-AT", f"{BASE}/at/ferry"), ("uk", f"{BASE}/uk/porom")]
    assert versions(*links) == [("uk", f"{BASE}/uk/porom")]


def test_norwegian_and_bokmal_are_one() -> None:
    links = [("no", ADDRESS), ("nb", f"{BASE}/nb/ferge"), ("nn", f"{BASE}/nn/ferje")]
    assert versions(*links) == [("nn", f"{BASE}/nn/ferje")]


EN, UK, PL = ADDRESS, f"{BASE}/uk/porom", f"{BASE}/pl/prom-znow"


@pytest.mark.parametrize(
    ("told", "source"),
    [
        (None, (None, None)),
        ({"@id": PL, "inLanguage": "pl"}, (PL, "pl")),
        (PL, (PL, "pl")),
        ({"url": f"{BASE}/de/x"}, (f"{BASE}/de/x", None)),
        ({"inLanguage": "de"}, (None, "de")),
        ({"@id": EN, "inLanguage": "pl"}, (None, None)),
        ({"@id": f"{BASE}/en-us/ferry", "inLanguage": "en-US"}, (None, None)),
        (True, (None, None)),
        ({"url": "javascript:alert(1)"}, (None, None)),
    ],
)
def test_a_page_names_what_it_was_translated_from_in_its_data_alone(
    told: object, source: tuple[str | None, str | None]
) -> None:
    links = [("en", EN), ("uk", UK), ("pl", PL), ("x-default", UK)]
    head = "".join(f'<link rel="alternate" hreflang="{tag}" href="{url}">' for tag, url in links)
    data = news(translationOfWork=told, url=EN) if told else news(url=EN)
    article = read(page(head=f'{head}<link rel="canonical" href="{EN}">', data=data))
    assert (article.source_id, article.source_language) == source
    assert [each.language for each in article.translations] == ["uk", "pl"]
    written = html.dumps(article)
    assert '"workTranslation"' not in written
    assert ('"translationOfWork"' in written) is (source != (None, None))
    assert (f'hreflang="x-default" href="{PL}"' in written) is (source[1] == "pl")
    assert ('"x-default"' in written) is (source[1] == "pl")
