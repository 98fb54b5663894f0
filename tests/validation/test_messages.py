"""What is said of broken articles: one sample a row, with every word a user reads."""

from __future__ import annotations

import pytest

import newsmodel
from tests.validation.test_rules import made

SAMPLES: tuple[tuple[str, str, str], ...] = (
    # ------------------------------------------------------------ languages
    (
        "consistent",
        'language="ua"',
        (
            "error: 'ua' is not a registered language tag: 'uk' (Українська) is probably meant "
            "[language-unregistered] (at $.language)"
        ),
    ),
    (
        "consistent",
        'language="en-UK"',
        (
            "error: 'en-UK' is not a registered language tag: 'en-GB' (English) is probably meant "
            "[language-unregistered] (at $.language)"
        ),
    ),
    (
        "consistent",
        'images=[Image(captions=[ImageCaption(language="jp", text="渡し船")])]',
        (
            "error: 'jp' is not a registered language tag: 'ja' (日本語) is probably meant "
            "[language-unregistered] (at $.images[0].captions[0].language)"
        ),
    ),
    (
        "consistent",
        'body=[Paragraph(content=["a ", LanguageSpan(language="qq", content="b")])]',
        (
            "error: 'qq' is not a registered language tag: look it up in the IANA registry "
            "[language-unregistered] (at $.body[0].content[1].language)"
        ),
    ),
    (
        "publishable",
        (
            'language="en", headline="Fähre", body=["Die Fähre fährt ab Mai wieder über den Fluss, '
            "und "
            'das ist gut für alle, die auf der anderen Seite wohnen und arbeiten."]'
        ),
        (
            "warning: the language is given as 'en', but the text reads like 'de' (Deutsch): "
            "correct one of them [language-doubtful] (at $.language)"
        ),
    ),
    (
        "accessible",
        'language="pl", body=["Napis głosi: Вільхове чекає на паром."]',
        (
            "warning: 'Вільхове чекає на паром' is not in the script of 'pl': put it in a "
            "`LanguageSpan` with its `language` [language-unmarked] (at $.body[0].content[0])"
        ),
    ),
    # ------------------------------------------------------------ translations
    (
        "consistent",
        'language="en", translations=[Translation(language="uk"), Translation(language="en")]',
        (
            "error: the article itself is in 'en': correct the translation's language, or drop it "
            "[translation-into-itself] (at $.translations[1].language)"
        ),
    ),
    (
        "consistent",
        'language="en", version=4, translations=[Translation(language="uk", source_version=2)]',
        (
            "warning: it was translated from version 2, and there is 4: update it "
            "[translation-stale] (at $.translations[0])"
        ),
    ),
    (
        "publishable",
        (
            'language="en", headline="Ferry", images=[Image(id="urn:example:2", credit="A. Name", '
            'captions=[ImageCaption(text="A", alt_text="B"), '
            'ImageCaption(language="uk", text="А", alt_text="Б")], '
            'renditions=[Rendition(href="a.jpg")], '
            'rights=Rights(notices=["©"]))], body=["It sails.", Figure(image_id="urn:example:2")], '
            'translations=[Translation(language="uk", headline="Пором", body=["Він ходить."])]'
        ),
        (
            "warning: the article shows 1 figure in its text and the translation 0: put the same "
            "ones in, or switch this rule off where the translation is shorter on purpose "
            "[translation-figures] (at $.translations[0].body)"
        ),
    ),
    # ------------------------------------------------------------ quotations
    (
        "publishable",
        (
            'language="en", headline="Ferry", body=[Paragraph(content=['
            'InlineQuote(content="The engine is new, and the hull is older than I am.")])]'
        ),
        (
            "warning: nobody is named as the speaker of 'The engine is new, and the hull is "
            "olde…': set `speaker`, with `anonymous=True` where the source may not be named "
            "[speaker-missing] (at $.body[0].content[0])"
        ),
    ),
    (
        "publishable",
        'language="en", headline="Ferry", body=["“The engine is new, she said."]',
        (
            "warning: a quotation mark has no counterpart in '“The engine is new, she said.': add "
            "it, or drop this one [quotation-mark-unpaired] (at $.body[0])"
        ),
    ),
    (
        "publishable",
        (
            'language="en", headline="Ferry", body=["The engine is new.", '
            'BlockQuote(kind="pull", blocks=["The engine is brand new"])]'
        ),
        (
            "warning: the pull quote 'The engine is brand new' does not stand in the text: quote "
            "the text word for word [pull-quote-absent] (at $.body[1])"
        ),
    ),
    (
        "consistent",
        (
            'body=[Paragraph(content=[InlineQuote(content="Yes", attribution="said Marchuk"), '
            '" was all she said."])]'
        ),
        (
            "warning: 'said Marchuk' does not stand in the text: correct it, or set it to None "
            "[attribution-absent] (at $.body[0].content[0].attribution)"
        ),
    ),
    (
        "publishable",
        (
            'language="en", headline="Ferry", body=[Paragraph(content=[InlineQuote(id="q1", '
            'content="Yes", speaker=Speaker(anonymous=True))]), '
            'Paragraph(content=[InlineQuote(id="q2",'
            ' content="No", speaker=Speaker(anonymous=True))])], translations=[Translation('
            'language="uk", headline="Пором", body=[Paragraph(content=[InlineQuote(id="q1", '
            'content="Так", speaker=Speaker(anonymous=True))])])]'
        ),
        (
            "warning: 'No' has no counterpart in $.translations[0]: mark it there, with the same "
            "id [quote-untranslated] (at $.body[1].content[0])"
        ),
    ),
    # ------------------------------------------------------------ pictures
    (
        "consistent",
        'body=["a", Figure(image_id="photo-7")]',
        (
            "error: no image, video or audio has the id 'photo-7': add it, or correct the id "
            "[figure-unresolved] (at $.body[1].image_id)"
        ),
    ),
    (
        "accessible",
        (
            'language="en", images=[Image(captions=[ImageCaption(text="A ferry on the river.", '
            'alt_text="A ferry on the river")])]'
        ),
        (
            "warning: it says the same as the caption: say what is seen, and leave who and why to "
            "the caption [alt-text-repeats-caption] (at $.images[0].captions[0].alt_text)"
        ),
    ),
    (
        "accessible",
        'language="en", images=[Image(captions=[ImageCaption(alt_text="DSC_0412.JPG")])]',
        (
            "warning: 'DSC_0412.JPG' says nothing: say what the picture shows "
            "[alt-text-says-nothing] (at $.images[0].captions[0].alt_text)"
        ),
    ),
    (
        "search",
        (
            'language="en", headline="a", url="https://example.com/a", summary="b", '
            'authors=[Contributor(name="A", links=[Link(href="https://example.com/b")])], '
            'publisher=Concept(names=["Example"]), published=datetime(2026, 3, 1, 9, tzinfo=UTC), '
            'images=[Image(renditions=[Rendition(href="a.jpg", width=200, height=150)])]'
        ),
        (
            "warning: its largest file has 30000 pixels: add one of at least 50,000, better of "
            "1200 pixels in width [lead-image-small] (at $.images[0].renditions)"
        ),
    ),
    # ------------------------------------------------------------ dates and status
    (
        "consistent",
        (
            "published=datetime(2026, 3, 1, 6, tzinfo=UTC), "
            "embargo=Embargo(until=datetime(2026, 3, 1, 9, tzinfo=UTC))"
        ),
        (
            "error: it was published 2026-03-01 06:00+00:00, before its embargo ends, "
            "2026-03-01 09:00+00:00: correct one of them [embargo-broken] (at $.published)"
        ),
    ),
    (
        "consistent",
        "published=datetime(2026, 3, 9, tzinfo=UTC), expires=datetime(2026, 3, 8, tzinfo=UTC)",
        (
            "warning: it expires 2026-03-08 00:00+00:00, but it was published 2026-03-09 "
            "00:00+00:00: correct one of them [dates-disordered] (at $.expires)"
        ),
    ),
    (
        "publishable",
        'language="en", headline="Ferry", body=["a"], modified=datetime(2026, 3, 1, 9, 30)',
        (
            "warning: 2026-03-01 09:30:00 could be anywhere: give the offset from UTC, as in "
            "2026-03-01T09:30:00+02:00 [time-without-offset] (at $.modified)"
        ),
    ),
    (
        "publishable",
        'language="en", version=3, status="canceled"',
        (
            "warning: it is canceled and nobody says why: give the reason, in an editor note or a "
            "correction [kill-unexplained] (at $.status)"
        ),
    ),
    (
        "publishable",
        'language="en", headline="a", body=["b"], corrections=[Correction(text="It is 20.")]',
        (
            "warning: the correction has no date: say when it was made "
            "[correction-undated] (at $.corrections[0].date)"
        ),
    ),
    # ------------------------------------------------------------ addresses and ids
    (
        "consistent",
        'body=[Paragraph(content=[Link(href="java\\nscript:alert(1)", content="Tickets")])]',
        (
            "error: an address that begins with javascript: is dangerous to readers: give one that "
            "begins with https: [address-unsafe] (at $.body[0].content[0].href)"
        ),
    ),
    (
        "consistent",
        'url="https:///ferry"',
        "warning: 'https:///ferry' is no address: it names no host [address-malformed] (at $.url)",
    ),
    (
        "consistent",
        'images=[Image(id="photo-7"), Image(id="photo-7")]',
        (
            "error: 'photo-7' is already the id of $.images[0]: give this one its own "
            "[id-repeated] (at $.images[1].id)"
        ),
    ),
    # ------------------------------------------------------------ the text
    (
        "publishable",
        (
            'language="en", headline="Ferry", body=[Heading(content="Fares"), "a", '
            'Heading(content="Children", level=5), "b"]'
        ),
        (
            "warning: a heading of level 5 follows one of level 2: make it level 3 "
            "[heading-skipped] (at $.body[2].level)"
        ),
    ),
    (
        "publishable",
        'language="en", headline="Ferry", body=["The ferry sails again in May,<br/> after years."]',
        (
            "warning: markup was left in the text, '<br/>': take it out, or use a class such as "
            "`Strong` for what it means [markup-left] (at $.body[0].content[0])"
        ),
    ),
    (
        "publishable",
        'language="en", headline="Ferry", body=["It\\u2019s new.", "Marchuk&rsquo;s ferry"]',
        (
            "warning: '&rsquo;' is a character in disguise: write the character itself "
            "[entity-left] (at $.body[1].content[0])"
        ),
    ),
    (
        "consistent",
        'headline="The ferry \\u202elias"',
        (
            "error: U+202E turns the text around from here on: take it out; where the text changes "
            "direction, set `direction` on a `LanguageSpan` [character-reversing] (at $.headline)"
        ),
    ),
    (
        "publishable",
        'language="fr", headline="Le bac reprend au printemps Ã©tÃ©", body=["a"]',
        (
            "warning: 'Ã©' looks like a character read in the wrong encoding: read the source "
            "again as UTF-8 [text-garbled] (at $.headline)"
        ),
    ),
    # ------------------------------------------------------------ machines, exchange, people
    (
        "publishable",
        (
            'language="en", headline="a", body=["b"], translations=[Translation(language="uk", '
            'headline="Пором", method="machine-edited", body=["Пором."])]'
        ),
        (
            "warning: it was translated by machine and readers are not told: add a `Provenance` "
            "with "
            '`scope="translation"` and a `disclosure` '
            "[machine-translation-undeclared] (at $.translations[0].provenance)"
        ),
    ),
    (
        "exchange",
        (
            'language="en", headline="a", body=["b"], version=1, '
            "version_created=datetime(2026, 3, 1, tzinfo=UTC), "
            'provider=Concept(names=["Example"]), '
            'rights=Rights(notices=["© Example"]), subjects=[Concept(qcode="politics")]'
        ),
        (
            "error: 'politics' is not alias:code, such as medtop:20000587: correct it, or put it "
            "in `literal` [code-malformed] (at $.subjects[0].qcode)"
        ),
    ),
    (
        "accessible",
        (
            'language="en", body=[Paragraph(content=["For fares ", '
            'Link(href="https://example.com/fares", content="click here"), "."])]'
        ),
        (
            "warning: 'click here' says not where it leads: name that "
            "[link-text-vague] (at $.body[0].content[1])"
        ),
    ),
    (
        "consistent",
        'url="https://exam ple.com/ferry"',
        (
            "warning: 'https://exam ple.com/ferry' is no address: its host holds a space: take it "
            "out [address-malformed] (at $.url)"
        ),
    ),
    (
        "personal-data",
        'body=["She can be reached at +380 44 123 45 67."]',
        (
            "warning: readers see a telephone number, +38…67: take it out, or make sure that its "
            "owner agrees [personal-phone] (at $.body[0].content[0])"
        ),
    ),
)


@pytest.mark.parametrize(("profile", "arguments", "said"), SAMPLES, ids=lambda words: words[:40])
def test_what_is_said(profile: str, arguments: str, said: str) -> None:
    assert [str(problem) for problem in newsmodel.check(made(arguments), profile=profile)] == [said]
