"""For each rule articles it must find something in, beside its own example: arguments and place."""

from tests.validation.mended import ENGLISH, GERMAN


def said_by(words: str) -> tuple[tuple[str, str], ...]:
    """Articles with words in what is told of a quotation, and where."""
    inline = 'body=[Paragraph(content=[InlineQuote(content="It sails.", {})])]'
    block = 'body=[BlockQuote(blocks=["It sails."], {})]'
    return tuple(
        (quotation.format(told.format(words)), f"{path}.{place}")
        for quotation, path in ((inline, "$.body[0].content[0]"), (block, "$.body[0]"))
        for told, place in (
            ('speaker=Speaker(role="{}")', "speaker.role"),
            ('speaker=Speaker(role="{}", anonymous=True)', "speaker.role"),
            ('medium="{}"', "medium"),
        )
    )


UKRAINIAN = (
    "Пором знову ходитиме через річку, і це добре для тих, хто живе на тому березі. Про це "
    "повідомила в понеділок рада, яка також сказала, що діти їздитимуть безкоштовно, а решта ні."
)

GARBLED = (
    ("cp1252", "Große Straße in Österreich", "Über die Äcker", "Il va à Paris", "État", "İş"),
    (
        "cp1252",
        "It costs €5",
        "Łódź, środa, piątek",
        "Příliš žluťoučký kůň",
        "Știri și țară",
        "iš žmonių, jų",
    ),
    ("cp1252", "Καλημέρα στην πόλη", "Пором знову ходить", "שלום לכולם", "مرحبا بكم في المدينة"),
    ("latin-1", "渡船が再び出る。", "渡轮再次起航，", "여객선이 다시 다닌다"),
    ("latin-1", "नाव फिर चलती है", "เรือข้ามฟาก", "\ufeffFerry", "Ferry \U0001f6a2"),
    ("cp1251", "Пором знову ходить", "Паром снова пойдёт", "«Так», сказала вона"),
    ("cp1250", "Łódź, środa, piątek", "Příliš žluťoučký kůň"),
    ("gbk", "渡轮再次起航，他们说，是的。"),
    ("shift_jis", "渡し船が再び出る"),
    ("mac_roman", "É à l’été"),
)
"""Encodings, each with texts whose UTF-8 was taken for it."""


def garbled(text: str, encoding: str) -> str:
    """A text whose UTF-8 was taken for another encoding.

    What ISO 8859-1 makes of it are controls, for which readers put what Windows-1252 has there.
    """
    if encoding == "latin-1":
        return text.encode().decode("cp1252", "replace")
    return text.encode().decode(encoding, "ignore")


FINDS: dict[str, tuple[tuple[str, str], ...]] = {
    "address-malformed": (
        *(
            (
                f"images=[Image(renditions=[Rendition(href={href!r})])]",
                "$.images[0].renditions[0].href",
            )
            for href in (
                r"C:\Photos\ferry.jpg",
                "C:/Photos/ferry.jpg",
                r"https://example.com\a.jpg",
                "https://example.com:/a.jpg",
                "https://editor:secret@example.com/a.jpg",
                "htps://example.com/a.jpg",
                "HTTPSS://example.com/a.jpg",
                "https//:example.com/a.jpg",
                "http//example.com/a.jpg",
                "cdn.example.com:8080/a.jpg",
                "localhost:8000/a.jpg",
                "www.example.com/a.jpg",
                "https://exa<mple.com/a.jpg",
            )
        ),
        ("url='https://example.com/news/{id}'", "$.url"),
        ("""url='https://example.com/{"https:/i.example.com/1":{}}'""", "$.url"),
        ("""links=[Link(href='/"ferry"', rel="a")]""", "$.links[0].href"),
    ),
    "address-unusable": (
        *(
            (
                (
                    f'images=[Image(renditions=[Rendition(href="{href}"), '
                    'Rendition(href="https://example.com/a.jpg", public=False)])]'
                ),
                "$.images[0].renditions[0].href",
            )
            for href in ("ftp://example.com/a.jpg", "mailto:a@example.com")
        ),
        (
            """translations=[Translation(body=[Paragraph(content=[Link(href="urn:example:2")])])]""",
            "$.translations[0].body[0].content[0].href",
        ),
        ('links=[Link(href="sftp://example.com/fares", rel="a")]', "$.links[0].href"),
    ),
    "address-relative": (
        (
            'body=[Paragraph(content=[Link(href="fares.html", content="F")])]',
            "$.body[0].content[0].href",
        ),
        (
            'images=[Image(renditions=[Rendition(href="/photo-1.jpg")])]',
            "$.images[0].renditions[0].href",
        ),
    ),
    "machine-made-undisclosed": (
        (
            'provenance=[Provenance(digital_source_type="x:trainedAlgorithmicMedia")]',
            "$.provenance[0].disclosure",
        ),
    ),
    "embargo-broken": (
        (
            (
                "embargo=Embargo(until=datetime(2026, 3, 1, 10, tzinfo=UTC)), translations=["
                'Translation(language="uk", published=datetime(2026, 3, 1, 9, tzinfo=UTC))]'
            ),
            "$.translations[0].published",
        ),
        (
            (
                "embargo=Embargo(until=datetime(2026, 3, 5, tzinfo=UTC)), "
                "expires=datetime(2026, 3, 1, tzinfo=UTC)"
            ),
            "$.expires",
        ),
        ("embargo=Embargo(), published=datetime(2026, 3, 1, tzinfo=UTC)", "$.published"),
        *(
            (
                (
                    f"embargo=Embargo({until}), translations=[Translation(language='uk', "
                    "embargo=Embargo(until=datetime(2026, 3, 1, tzinfo=UTC)), "
                    "published=datetime(2026, 3, 2, tzinfo=UTC))]"
                ),
                "$.translations[0].published",
            )
            for until in ("", "until=datetime(2026, 3, 5, tzinfo=UTC)")
        ),
        *(
            (
                (
                    "published=datetime(2026, 3, 1, tzinfo=UTC), images=[Image(id='urn:example:2', "
                    f"embargo=Embargo(until={until}){lead})], body=[{figure}]"
                ),
                "$.images[0].embargo",
            )
            for until, lead, figure in (
                ("None", ", role='lead'", "'Text.'"),
                ("datetime(2026, 3, 9, tzinfo=UTC)", "", "Figure(image_id='urn:example:2')"),
            )
        ),
    ),
    "body-missing": (
        ("headline='Ferry', body=['', ' ']", "$.body"),
        ("headline='Ferry', body=[Section(blocks=['\\xa0'])]", "$.body"),
    ),
    "headline-repeated": (
        (
            ("headline='Ferry', body=[Section(blocks=[' ', Heading(content='Ferry'), 'a'])]"),
            "$.body[0].blocks[1]",
        ),
    ),
    "opening-outdated": (
        (
            "headline='Ferry', body=[Section(blocks=['Boats', Heading(content='Mill', level=1)])]",
            "$.body[0].blocks[1]",
        ),
        ("byline='By Ann Lee', body=['Ferry', 'By Jan Kos', 'It sails.']", "$.body[1]"),
        (
            "byline='Ann Lee', body=[Paragraph(attributes={'class': 'byline'}, content='Jan Kos')]",
            "$.body[0]",
        ),
        (
            "translations=[Translation(language='fr', byline='Par Ann Lee', body=['Par Jan Kos'])]",
            "$.translations[0].body[0]",
        ),
    ),
    "heading-last": (
        ("body=['It sails.', Heading(content='More'), '', ' ']", "$.body[1]"),
        (
            "body=['It sails.', Section(blocks=['It is new.', Heading(content='More')])]",
            "$.body[1].blocks[1]",
        ),
    ),
    "heading-in-disguise": (
        (
            ("body=[Section(blocks=['a', Paragraph(content=[Strong(content='Fares')])]), 'b']"),
            "$.body[0].blocks[1]",
        ),
    ),
    "rights-missing": tuple(
        (f"rights=Rights({blank})", "$.rights")
        for blank in ("notices=['']", "usage_terms=[' ']", "holder=Concept(names=[' '])")
    ),
    "media-rights-missing": (("images=[Image(rights=Rights(notices=[' ']))]", "$.images[0]"),),
    "concept-empty": (("subjects=[Concept(names=[' '])]", "$.subjects[0]"),),
    "publisher-missing": (("publisher=Concept(names=[''])", "$.publisher"),),
    "provider-missing": (("provider=Concept(names=[''])", "$.provider"),),
    "summary-missing": (("descriptions=[' ']", "$.summary"),),
    "speaker-missing": (
        ("body=[BlockQuote(blocks=['We waited.'], attribution=' ')]", "$.body[0]"),
        (
            "body=[BlockQuote(blocks=['We waited.'], speaker=Speaker(printed=' ', role=''))]",
            "$.body[0]",
        ),
    ),
    "alt-text-says-nothing": (
        *(
            (
                f"images=[Image(captions=[ImageCaption(alt_text='{alt}')])]",
                "$.images[0].captions[0].alt_text",
            )
            for alt in (
                "  ",
                "Photo.",
                "...",
                "photo 1",
                "Foto 2 von 5",
                "https://example.com/a.jpg",
                "ferry.heic",
                "ferry.avif",
                "IMG-20260301-WA0001",
                "Screenshot 2026-03-01 at 10.00.00",
                "PXL_20260301_100000123",
            )
        ),
    ),
    "alt-text-repeats-caption": tuple(
        (
            f"images=[Image(captions=[ImageCaption({field}, alt_text='A “white” ferry')])]",
            "$.images[0].captions[0].alt_text",
        )
        for field in (
            "printed='A “white” ferry'",
            "text='Ann Roe', printed='A “white”  ferry.'",
            "text='A «White» ferry!'",
        )
    ),
    "author-missing": (
        ('authors=[Contributor(concept=Concept(qcode="pers:1"))]', "$.authors"),
        ("authors=[Contributor(name=' ')]", "$.authors"),
    ),
    "caption-missing": tuple(
        (
            (
                f'language="{own}", images=[Image(captions=[ImageCaption(language="en", text="A '
                f'ferry"), {more}])], translations=[Translation(language="{other}")]'
            ),
            place,
        )
        for own, other, more, place in (
            (
                "en",
                "de",
                'ImageCaption(language="de", alt_text="Boot", credit="A")',
                "$.images[0].captions[1].text",
            ),
            (
                "de",
                "en",
                'ImageCaption(language="de-AT", alt_text="Boot")',
                "$.images[0].captions[1].text",
            ),
            ("de", "en", 'ImageCaption(language="uk", text="Пором")', "$.images[0].captions"),
        )
    ),
    "credit-missing": (
        (
            'images=[Image(creator=Contributor(concept=Concept(qcode="pers:1", uri="a:b")))]',
            "$.images[0]",
        ),
        ('images=[Image(credit=" ", creator=Contributor())]', "$.images[0]"),
        ('images=[Image(captions=[ImageCaption(credit="\\xa0")])]', "$.images[0]"),
    ),
    "quote-untranslated": tuple(
        (
            (
                'language="en", body=[Paragraph(content=[InlineQuote(id="a", content="No.")]), '
                f"{ours}], translations=[Translation(language='uk', body=[Paragraph(content="
                f'[InlineQuote(id="a", content="Ні.")]), {theirs}])]'
            ),
            place,
        )
        for ours, theirs, place in (
            ('BlockQuote(blocks=["Yes."])', '"Так."', "$.translations[0].body"),
            ('"Yes."', 'BlockQuote(id="b", blocks=["Так."])', "$.translations[0].body[1]"),
            ('BlockQuote(id="b", blocks=["Yes."])', '"Так."', "$.body[1]"),
        )
    ),
    "quote-speakers-differ": (
        (
            (
                'language="en", body=[BlockQuote(id="a", blocks=["No."], speaker=Speaker(person='
                'Concept(qcode="p:1")))], translations=[Translation(language="uk", '
                'body=[BlockQuote(id="a", blocks=["Ні."], speaker=Speaker(person='
                'Concept(qcode="p:2")))])]'
            ),
            "$.translations[0].body[0].speaker.person",
        ),
    ),
    "kill-unexplained": (
        ('status="canceled", editor_notes=[EditorNote(blocks=[" "])]', "$.status"),
        (
            'translations=[Translation(language="uk", status="canceled")]',
            "$.translations[0].status",
        ),
    ),
    "withheld-translation-usable": (
        (
            'status="withheld", translations=[Translation(language="uk", body=["Текст."])]',
            "$.translations[0].status",
        ),
    ),
    "embargo-not-shared": (
        (
            (
                "embargo=Embargo(until=datetime(2026, 3, 5, tzinfo=UTC)), "
                'translations=[Translation(language="uk", body=["Текст."])]'
            ),
            "$.translations[0].embargo",
        ),
        *(
            (
                (
                    f"embargo=Embargo({until}), translations=[Translation(language='uk', embargo="
                    "Embargo(until=datetime(2026, 3, 1, tzinfo=UTC)), body=['Текст.'])]"
                ),
                "$.translations[0].embargo",
            )
            for until in ("", "until=datetime(2026, 3, 5, tzinfo=UTC)")
        ),
    ),
    "dates-disordered": (
        (
            (
                'translations=[Translation(language="uk", '
                "published=datetime(2026, 3, 1, 9, tzinfo=UTC), "
                "modified=datetime(2026, 3, 1, 8, 45, tzinfo=UTC))]"
            ),
            "$.translations[0].modified",
        ),
        ("created=date(2026, 3, 9), published=datetime(2026, 3, 1, tzinfo=UTC)", "$.published"),
        (
            (
                "first_created=datetime(2026, 3, 9, tzinfo=UTC), "
                "published=datetime(2026, 3, 1, tzinfo=UTC)"
            ),
            "$.published",
        ),
        ("modified=date(2026, 3, 9), expires=datetime(2026, 3, 1, tzinfo=UTC)", "$.expires"),
        (
            "first_created=datetime(2026, 3, 5), version_created=datetime(2026, 3, 1, tzinfo=UTC)",
            "$.version_created",
        ),
    ),
    "language-unmarked": tuple(
        [
            (f'language="en", body=["She quoted the poem: {line}."]', "$.body[0].content[0]")
            for line in (
                "नाव फिर से नदी पार करेगी",
                "ফেরি আবার নদী পার হবে",
                "படகு மீண்டும் ஆற்றைக் கடக்கும்",
                "여객선이 오월에 다시 강을 건넌다",
                "ბორანი ისევ გადაკვეთს მდინარეს",
                "Լաստանավը կրկին կանցնի գետը",
                "ጀልባው እንደገና ወንዙን ይሻገራል",
                "เรือข้ามฟากจะข้ามแม่น้ำอีกครั้ง",
            )
        ]
        + [
            (
                f'language="{tag}", body=["{line}: She sang an old song of the river and left."]',
                "$.body[0].content[0]",
            )
            for tag, line in {
                "hi": "नाव फिर चलेगी",
                "ko": "배가 다닌다",
                "ka": "ბორანი",
                "th": "เรือข้ามฟาก",
            }.items()
        ]
    ),
    "language-doubtful": (
        (f'language="ja", body=["{ENGLISH}"]', "$.language"),
        (f'language="uk", body=["{ENGLISH}"]', "$.language"),
        (
            'language="ja", body=["Мер сказав у понеділок, що міст закрито на ремонт до весни."]',
            "$.language",
        ),
        (
            (
                'language="en", translations=[Translation(language="de", headline="Die Fähre", '
                f'summary="{ENGLISH}", body=["Die Fähre fährt wieder, und das ist gut für alle."])]'
            ),
            "$.translations[0].headline",
        ),
        (
            f'images=[Image(captions=[ImageCaption(language="fr", text="{ENGLISH}")])]',
            "$.images[0].captions[0].language",
        ),
    ),
    "translation-identical": (
        (
            (
                'language="en", headline="The ferry is to sail again", translations=[Translation('
                'language="de", headline="The ferry is to sail again", body=["Sie fährt."])]'
            ),
            "$.translations[0].headline",
        ),
        (
            (
                'language="uk", headline="Пором знову ходитиме", translations=[Translation('
                'language="en", headline="Пором знову ходитиме", body=["It sails."])]'
            ),
            "$.translations[0].headline",
        ),
        (
            (
                f'language="en", headline="Ferry", summary="{ENGLISH}", translations=[Translation('
                f'language="de", headline="Die Fähre", summary="{ENGLISH}", body=["Sie fährt."])]'
            ),
            "$.translations[0].summary",
        ),
        *(
            (
                (
                    f'language="en", body=["It sails.", {piece}], translations=[Translation('
                    f'language="{tag}", body=["{text}", {piece}])]'
                ),
                f"$.translations[0].body[1].{place}",
            )
            for tag, text in (("de", GERMAN), ("uk", UKRAINIAN))
            for piece, place in (
                (f'"{ENGLISH}"', "content[0]"),
                (
                    f'Paragraph(content=["Roe: ", Strong(content="{ENGLISH}")])',
                    "content[1].content[0]",
                ),
                ('Heading(content="When will the ferry sail again?")', "content[0]"),
                (f'ListBlock(items=["{ENGLISH}"])', "items[0].content[0]"),
                (
                    (
                        'Paragraph(content=[InlineQuote(content="The engine is as new as the hull '
                        'is old,"), " Roe."])'
                    ),
                    "content[0].content[0]",
                ),
            )
        ),
        *(
            (
                (
                    f'language="{tag}", body=["{text}", {{piece}}], translations=[Translation('
                    f'language="de", body=["{GERMAN}", {{piece}}])]'
                ).format(piece=f'Paragraph(content=[InlineQuote(content="{said}"), ", Roe."])'),
                "$.translations[0].body[1].content[0].content[0]",
            )
            for tag, text, said in (
                ("uk", UKRAINIAN, "Двигун новий, а корпус старший за мене"),
                ("ja", "渡し船は五月に再び運航する。", "船は新しく、船長は私より若い"),
            )
        ),
        (
            (
                f'language="uk", body=["Ні."], translations=[Translation(language="en", body=['
                f'"{ENGLISH}", "No."]), Translation(language="de", body=["{GERMAN}", "{ENGLISH}"])]'
            ),
            "$.translations[1].body[1].content[0]",
        ),
        *(
            (
                (
                    f'{article}, images=[Image(captions=[ImageCaption({own}{field}="{ENGLISH}"), '
                    f'ImageCaption(language="de", {field}="{ENGLISH}")])], '
                    f'translations=[Translation(language="de", body=["{GERMAN}"])]'
                ),
                f"$.images[0].captions[1].{field}",
            )
            for field in ("text", "alt_text")
            for article, own in (('language="en"', ""), ('language="uk"', 'language="en", '))
        ),
    ),
    "translation-into-itself": (
        ('language="he", translations=[Translation(language="iw")]', "$.translations[0].language"),
    ),
    "alt-text-missing": (
        (
            (
                'language="en", images=[Image(captions=[ImageCaption(language="en", alt_text="A"), '
                'ImageCaption(language="uk", text="Пором")])], translations=[Translation('
                'language="uk", url="https://example.com/uk")]'
            ),
            "$.images[0].captions[1].alt_text",
        ),
    ),
    "quotation-mark-unpaired": (
        ('language="en", body=["“It sails, she said. “It is new, he said."]', "$.body[0]"),
        ('language="en", body=["“It sails, she said. “It is new,” he said."]', "$.body[0]"),
        ('language="en", body=["“It sails.", "It is new.", "“It is,” he said."]', "$.body[0]"),
        ('language="en", body=["It sails.” She said so."]', "$.body[0]"),
        ("""language="ko", body=['경제가 중요하다"고 말했다.']""", "$.body[0]"),
        ("""language="ja", body=['彼は"はいと言った。']""", "$.body[0]"),
        ('language="en", headline="“It sails"', "$.headline"),
        ('language="en", body=[Heading(content="It sails”"), "a"]', "$.body[0]"),
        ('language="en", body=[ListBlock(items=["“It sails", "b"])]', "$.body[0].items[0]"),
        (
            'images=[Image(captions=[ImageCaption(text="“A ferry")])]',
            "$.images[0].captions[0].text",
        ),
    ),
    "quotation-marks-mixed": (
        ('language="fr", body=["«Le bac repart«"]', "$.body[0]"),
        ('language="en", body=["“It sails\\", she said."]', "$.body[0]"),
        ('language="en", headline="”It sails“"', "$.headline"),
    ),
    "quotation-marks-foreign": tuple(
        (f'language="{tag}", body=["{words}, …"]', "$.body[0]")
        for tag, words in {
            "de": "“Ja”",
            "en": "„Yes“",
            "sv": "“Ja”",
            "pl": "“Tak”",
            "cs": "“Ano”",
            "hu": "“Igen”",
            "ru": "“Да”",
            "sr": "“Да”",
            "fi": "“Niin”",
        }.items()
    ),
    "entity-left": (
        *said_by("captain &amp; owner"),
        ('headline="Smith &amp Sons"', "$.headline"),
        ('headline="a&nbspb"', "$.headline"),
        ('headline="R&eacutesum&eacute"', "$.headline"),
        ('authors=[Contributor(name="Smith &amp; Sons")]', "$.authors[0].name"),
        ('section="News &amp; Views"', "$.section"),
        ('keywords=["R&amp;D"]', "$.keywords[0].value"),
        ('corrections=[Correction(text="It was 9&nbsp;km.")]', "$.corrections[0].text"),
        ('url="https://example.com/?a=1&amp;b=2"', "$.url"),
        ('provenance=[Provenance(disclosure="A &amp; B")]', "$.provenance[0].disclosure"),
        ('rights=Rights(notices=["A &amp; B"])', "$.rights.notices[0].value"),
        (
            'rights=Rights(holder=Concept(names=["A &amp; B"]))',
            "$.rights.holder.names[0].value",
        ),
        ('sponsor=Concept(names=["A &amp; B"])', "$.sponsor.names[0].value"),
        ('content_warnings=["Blood", "A &amp; B"]', "$.content_warnings[1]"),
        ('authors=[Contributor(biography="A &amp; B")]', "$.authors[0].biography"),
        ('videos=[Video(headline="A &amp; B")]', "$.videos[0].headline"),
        ('audios=[Audio(transcript="A &amp; B")]', "$.audios[0].transcript"),
        (
            'images=[Image(captions=[ImageCaption(label="&lt;")])]',
            "$.images[0].captions[0].label",
        ),
        ('body=[BlockQuote(blocks=["Yes."], attribution="A &amp; B")]', "$.body[0].attribution"),
        (
            'body=[BlockQuote(blocks=["Yes."], speaker=Speaker(printed="A &amp; B"))]',
            "$.body[0].speaker.printed",
        ),
        ('body=[Embed(fallback=["A &amp; B"])]', "$.body[0].fallback[0].content[0]"),
    ),
    "translation-stale": (
        (
            (
                'language="en", version=3, translations=[Translation(id="urn:example:uk", '
                'language="uk", version=4, source_language="en", source_version=3), '
                'Translation(language="pl", source_id="urn:example:uk", source_version=3)]'
            ),
            "$.translations[1]",
        ),
        (
            (
                'language="uk", source_language="en", source_version=2, '
                'translations=[Translation(language="en", version=3)]'
            ),
            "$",
        ),
        (
            (
                'language="uk", source_version=3, translations=[Translation(language="en", '
                'version=3), Translation(language="pl", source_version=2)]'
            ),
            "$.translations[1]",
        ),
    ),
    "text-garbled": tuple(
        (f"headline={garbled(text, encoding)!r}", "$.headline")
        for encoding, *texts in GARBLED
        for text in texts
    ),
    "markup-left": (
        *said_by("<b>captain</b>"),
        *(
            (f"headline='The ferry {markup} sails'", "$.headline")
            for markup in (
                "<person>Ann Lee</person>",
                "<location>",
                "<hl2>",
                '<chron norm="20260301">',
                '<media media-type="image">',
                "<media-caption>",
                "<block>",
                "<o:p></o:p>",
                "<st1:place>",
                '<?xml version="1.0"?>',
                '<time datetime="x">',
                "<button>",
                "<picture>",
                "<![endif]",
            )
        ),
        ('body=[Embed(title="The <b>ferry</b>")]', "$.body[0].title"),
        ('dateline=Dateline(text="<i>VILKHOVE</i>")', "$.dateline.text"),
    ),
    "caption-untranslated": (
        (
            (
                'language="en", images=[Image(captions=[ImageCaption(text="A ferry")])], '
                'translations=[Translation(language="en-GB", body=["Text."]), '
                'Translation(language="uk", body=["Текст."])]'
            ),
            "$.images[0].captions",
        ),
    ),
    "character-hidden": (
        *said_by("cap\\ufefftain"),
        ('title="Ferry\\ufeffs first day"', "$.title"),
        ('url="https://ex\\u200bample.com/ferry"', "$.url"),
        *(
            (f'headline="The fer\\{sign}ry sails"', "$.headline")
            for sign in "u200b u2060 u2063 ufffc uf0b7 u3164 u180e U000f0001".split()
        ),
        ('headline="Пор\\u200bом"', "$.headline"),
        (
            (
                'headline="\\U0001f3f4\\U000e0067\\U000e0062\\U000e0065\\U000e006e\\U000e0067\\U000e007f'
                ' a\\ufeffb"'
            ),
            "$.headline",
        ),
    ),
    "character-reversing": (
        ('url="https://example.com/\\u202egpj.exe"', "$.url"),
        (
            'body=[Paragraph(content=["a\\u2067b", Strong(content="c")]), "d\\u2069"]',
            "$.body[0].content[0]",
        ),
    ),
    "attribution-absent": (
        (
            (
                'body=[Paragraph(content=[InlineQuote(content="It sails.", '
                'speaker=Speaker(printed="Ann")), " They said so in Annecy and Hannover."])]'
            ),
            "$.body[0].content[0].speaker.printed",
        ),
    ),
    "paragraph-empty": tuple(
        (f'body=["a", Paragraph(content=[{content}]), "b"]', "$.body[1]")
        for content in (
            "LineBreak()",
            'LineBreak(), "\xa0"',
            'Strong(content="")',
            'Strong(content=[Emphasis(content=" "), LineBreak()])',
            '"\u200b"',
            '"\xad \ufeff"',
        )
    ),
    "heading-empty": (('body=[Heading(content="\u200b"), "a"]', "$.body[0]"),),
    "link-text-vague": tuple(
        (f'body=[Paragraph(content=[Link(href="a:b", content="{words}")])]', "$.body[0].content[0]")
        for words in "هنا|כאן|اینجا|यहाँ|εδώ|aici|Tıklayınız.|這裡|haga clic aquí|по ссылке".split(
            "|"
        )
    ),
    "paragraph-doubled": (
        (
            (
                'body=["a", Section(blocks=["It sails in May, she said.", '
                'Paragraph(content=["It sails in May, ", Strong(content="she"), " said."])])]'
            ),
            "$.body[1].blocks[1]",
        ),
        (
            (
                'body=["The ferry sails again in May, after nine years.", '
                '"The  ferry sails again in May, after\\xa0nine years."]'
            ),
            "$.body[1]",
        ),
    ),
    "author-cluttered": tuple(
        (f'authors=[Contributor(name="{name}")]', "$.authors[0].name")
        for name in (
            "John Smith, Political Editor",
            "Sven und Ole",
            "Olena Marchuk, Ivan Bondar",
            "Marchuk, reporter",
            "Олена Марчук і Іван Бондар",
            "Олена Марчук й Іван Бондар",
            "Juan Pérez y Ana Gómez",
            "Mario Rossi e Anna Bianchi",
            "Jan Kowalski i Anna Nowak",
            "Anna Schmidt/Peter Müller",
            "Anna Schmidt & Peter Müller",
            "Von Anna Schmidt",
            "Par Marie Dupont",
            "Por Juan Pérez",
            "Di Mario Rossi",
            "Door Jan Jansen",
            "Текст: Олена Марчук",
            "Фото: Олена Марчук",
            "Av Ola Nordmann",
            "Jan Jansen en Piet Pieters",
            "Petr Novák a Jana Malá",
            "Matti Meri ja Anna Suo",
            "Nagy Péter és Kis Anna",
            "Ion Popescu și Ana Ionescu",
            "Mehmet Öz ve Ayşe Kaya",
            "Jan Kowalski oraz Anna Nowak",
            "山田太郎、鈴木花子",
            "محمد علي وأحمد حسن",
            "记者 张伟",
            "Ann Roe (Reuters)",
            "Ann Roe/AFP",
        )
    ),
    "personal-phone": tuple(
        (f'body=["Call {number} before ten."]', "$.body[0].content[0]")
        for number in (
            "512-555-0133",
            "512.555.0133",
            "06.12.34.56.78",
            "044-123-45-67",
            "8 (495) 123-45-67",
            "+49\u201130\u2011123456",
            "+380 44 – 123 45 67",
            "０３－１２３４－５６７８",
            "+380 441 234 567",
            "0671234567",
            "٠٦٧١٢٣٤٥٦٧",
            "8-800-555-01-33",
            "1-800-555-0133",
            "08/123 45 67",
        )
    ),
    "personal-email": (
        *said_by("captain, olena.marchuk@example.com"),
        *(
            (f'body=["Write to {address}."]', "$.body[0].content[0]")
            for address in ("олена@приклад.укр", "olena.marchuk@пошта.укр")
        ),
    ),
}
