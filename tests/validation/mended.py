"""For each rule an article it has nothing to say of, though it comes near.

Each line is the arguments of an article: what the rule's own example says, put right, or something
else that a careless rule would take for a fault.
"""

ENGLISH = "The ferry sails again, and that is good for all who live on the other bank of the river."
GERMAN = (
    "Die Fähre wird wieder fahren, und das ist gut für alle, die auf dem anderen Ufer wohnen. Wir "
    "haben lange darauf gewartet, dass sie wieder fährt, und nun ist es endlich soweit. Am Montag "
    "wird die erste Fähre von der Stadt zu den Inseln fahren, und alle sollen mit ihr fahren."
)
MENDED: dict[str, tuple[str, ...]] = {
    "headline-missing": (
        'kind="picture"',
        'status="canceled"',
        'headline="Ferry"',
    ),
    "body-missing": (
        'status="canceled", headline="Ferry"',
        'body=["It sails."]',
        'body=[Figure(image_id="urn:example:2")]',
        'body=[Embed(url="https://example.com/video"), " "]',
    ),
    "heading-skipped": (
        'body=[Heading(content="Fares", level=3), "a", Heading(content="Times", level=2)]',
        'body=[Heading(content="Fares", level=2), Heading(content="Times", level=3)]',
    ),
    "heading-empty": ('body=[Heading(content="Fares")]',),
    "heading-last": (
        'body=[Heading(content="Fares"), "Twenty hryvnias."]',
        'body=[Heading(content="Fares"), Section(blocks=["Twenty hryvnias."]), " "]',
        'body=["a", Section(public=False, blocks=[Heading(content="Fares")])]',
    ),
    "headline-repeated": (
        'headline="Ferry", body=["Ferry and bridge are back."]',
        'body=["Ferry"]',
    ),
    "opening-outdated": (
        'headline="Ferry sails", body=[Heading(content="Ferry  sails", level=1), "It sails."]',
        'headline="“Ferry” sails", body=[Heading(content="\'FERRY\' SAILS", level=1), "It sails."]',
        'byline="By Ann Lee", body=["By Ann LEE, dpa", "It sails."]',
        'headline="Ferry", body=[Heading(content="Fares", level=2), "It sails in May."]',
        'body=[Heading(content="Ferry", level=1), "By Jan Kos"]',
        'byline="By Ann Lee", body=["By Ann Lee", "By Monday it sailed.", "By Jan Kos"]',
        'byline="By Ann Lee", body=["By far the newest ferry"]',
        'headline="Ferry", body=["It sails.", Heading(content="Fares", level=1), "Twenty."]',
    ),
    "paragraph-empty": (
        'body=[Paragraph(content=[RawInline(format="xhtml", content="<b/>")])]',
        'body=["a", Paragraph(content=[Strong(content=[RawInline(format="x", content="y")])])]',
        'body=["a", Paragraph(content=[Strong(content="b"), LineBreak()]), "c\\u200b"]',
    ),
    "paragraph-doubled": (
        'body=["Yes.", "No.", "Yes."]',
        'body=["Yes, she said.", "Yes, she said.", "* * *", "* * *"]',
        (
            'body=["It sails in May, she said.", Heading(content="Fares"), '
            '"It sails in May, she said."]'
        ),
        (
            'body=["The ferry sails again in May, after nine years.", '
            'BlockQuote(blocks=["The ferry sails again in May, after nine years."])]'
        ),
        (
            'language="en", body=["The ferry sails again in May, after nine years."], '
            'translations=[Translation(body=["The ferry sails again in May, after nine years."])]'
        ),
    ),
    "markup-left": (
        'headline="If a < b and c > d, is a<p?"',
        'headline="I <3 the <ferry>"',
        (
            'body=[Paragraph(content=["Write ", Code(content=["<b>A</b> &amp; {{ name }} &nbsp", '
            'Strong(content="<i>")])]), Preformatted(content="<p> &nbsp; {{ who }}")]'
        ),
    ),
    "entity-left": (
        (
            'body=[Paragraph(content=["Write ", Code(content=["<b>A</b> &amp; {{ name }} &nbsp", '
            'Strong(content="<i>")])]), Preformatted(content="<p> &nbsp; {{ who }}")]'
        ),
        'url="https://example.com/?a=1&b=2;c=3"',
        'headline="Marks & Spencer; AT&T; Q&A"',
        'headline="&ferry; R&D; Q&A Sons&Co &amplifier"',
        'url="https://example.com/?a=1&amp=2&uacute=3"',
        'sponsor=Concept(names=["A &amp; B"], public=False)',
        'contributors=[Contributor(name="A &amp; B", concept=Concept(public=False))]',
        (
            'body=[BlockQuote(blocks=["Yes."], speaker=Speaker(printed="a driver", anonymous=True, '
            'person=Concept(names=["A &amp; B"])))]'
        ),
        'images=[Image(instructions="A &amp; B")]',
    ),
    "character-hidden": (
        'headline="naïve\\u00adté, example.com/\\u200bferry, 9\\u2060km, x\\u2062y"',
        'headline="ข้าม\\u200bฟาก, 渡し\\u200bや, ចម្លង\\u200bទន្លេ, ᠰᠠᠶᠢᠨ\\u180eᠠ"',
        'headline="می\\u200cخواهم"',
        'headline="\\U0001f3f4\\U000e0067\\U000e0062\\U000e0073\\U000e0063\\U000e0074\\U000e007f"',
    ),
    "character-reversing": (
        'body=[Paragraph(content=["a \\u2067b", Strong(content="c\\u2069"), " d"])]',
        'headline="\\u2067שלום\\u2069 and \\u202bשלום\\u202c"',
        'headline="a\\u200fb\\u200e"',
    ),
    "character-lost": ('headline="Café ?"',),
    "text-garbled": (
        'headline="À la carte: âge, Ângela, Ñandú, SÃO PAULO, ÃÂ"',
        'headline="Ð and ð are letters of Icelandic, â of Romanian"',
        'headline="“AMANHû, disse; IRMÃ…, MAÇÃ’S, a letra Ã – ROMÃ\xa0»"',
        'headline="Of 50 Å² and 30Å³: «BOM DIA, ALEMÃ», 繧繝彩色の仏像、繧繝縁、繧繝"',
        'headline="À\xa0«\xa0LA UNE\xa0», à\xa0«\xa0Elle\xa0», «está»… ¿Ñ…? 5.º"',
        'headline="PÄŤDESIAT, KĹŽE, BÄŞ, BLÅ”, Å’s, ÅÄÖ…, Ä…tsch, È™, 3×°4, Ø…"',
        'headline="СІРІЙ СРЂЯ, В»Я, Р…, С…С…, СЈАЈ; ЛАНЂ"',
        'headline="锛子 and √2π, ‚Ärger‘, ”A”, 30 °C, £5, ½ ƒ¼"',
    ),
    "placeholder-left": (
        (
            'body=[Paragraph(content=["Write ", Code(content=["<b>A</b> &amp; {{ name }} &nbsp", '
            'Strong(content="<i>")])]), Preformatted(content="<p> &nbsp; {{ who }}")]'
        ),
        'body=["The tank, a XXL one, and [sic] stood at Ipsum Road."]',
        'headline="Super Bowl XXX"',
    ),
    "language-missing": ('language="en"', 'kind="picture"'),
    "language-unregistered": (
        (
            'language="sr-Latn", translations=[Translation(language="zh-Hant-TW"), '
            'Translation(language="de-CH-1996"), Translation(language="x-klingon")]'
        ),
        'links=[Link(href="https://example.com/", hreflang="x-default")]',
    ),
    "language-doubtful": (
        'language="ua", body=["Мер сказав у понеділок, що міст закрито на ремонт до весни."]',
        (
            'images=[Image(captions=[ImageCaption(language="ua", text="Мер сказав у понеділок, що '
            'міст закрито на ремонт до весни.")])]'
        ),
        'language="en", body=["Пором."]',
        'language="mul", body=["Пором знову ходитиме через річку, і це добре для тих, хто там."]',
        *(
            f'language="en", body=[{passage}, "The ferry will sail again, and that is good for all '
            'who live on the other bank of the river and work here."]'
            for passage in (
                f'Paragraph(language="de", content="{GERMAN}")',
                f'Paragraph(content=[LanguageSpan(language="de", content="{GERMAN}")])',
                f'BlockQuote(language="de", blocks=["{GERMAN}"])',
            )
        ),
        (
            'language="nn", body=["Ferja skal gå over elva igjen, og det er bra for dei som bur på '
            'den andre sida, seier kommunen til avisa."]'
        ),
        (
            'language="en", body=["The ferry will sail again, and that is good for those who live '
            "on "
            'the other bank. \\"C\'est la vie\\", says the captain."]'
        ),
        (
            'language="gsw", body=["Das Boot fährt wieder über den Fluss, und das ist gut für '
            "alle, "
            'die auf der anderen Seite wohnen."]'
        ),
    ),
    "language-unmarked": (
        'language="ua", body=["Мер сказав у понеділок, що міст закрито на ремонт до весни."]',
        'language="en", body=["Мер сказав у понеділок, що міст закрито на ремонт до весни."]',
        (
            'language="en", body=[Paragraph(content=["She quoted: ", LanguageSpan(language="uk", '
            'content="Реве та стогне Дніпр широкий.")])]'
        ),
        'language="en", body=["The boat is called Ластівка."]',
        'language="uk", body=["Корабель зветься Queen Mary."]',
        'language="ja", body=["渡し船は五月に再び運航する予定だという。"]',
        'language="mr", body=["राज्य सरकारने आज पुढील वर्षाच्या अर्थसंकल्पाला मंजुरी दिली."]',
        'language="ko", body=["여객선이 오월에 다시 다닌다고 한다. 船이 다닌다."]',
        'language="vi", body=["Phà sẽ chạy lại vào tháng Năm, sau chín năm nghỉ."]',
        *(
            f'language="{tag}", body=["{text}"]'
            for tag, text in {
                "uk-Latn": "Porom znovu khodytyme cherez richku, i tse dobre dlia tykh.",
                "az-Cyrl": "Бүтүн инсанлар ләјагәт вә һүгугларына ҝөрә азад.",
                "arb": "هذا الخبر مكتوب باللغة العربية الفصحى وهو قصير",
                "rue": "Вшыткы люде родять ся свободны і рівны в достойности",
                "mul": "Пором знову ходитиме через річку, і це добре для тих.",
            }.items()
        ),
    ),
    "translation-repeated": (
        'translations=[Translation(language="pt"), Translation(language="pt-BR")]',
        "translations=[Translation(), Translation()]",
    ),
    "translation-into-itself": ('language="en", translations=[Translation(language="en-GB")]',),
    "translation-language-missing": ('translations=[Translation(language="uk")]',),
    "translation-identical": (
        (
            'language="en", headline="Olena Marchuk at the Grand Hotel", translations=[Translation('
            'language="uk", headline="Olena Marchuk at the Grand Hotel")]'
        ),
        (
            'language="en", headline="Olena Marchuk, Ivan Bondar", translations=[Translation('
            'language="de", headline="Olena Marchuk, Ivan Bondar", body=["a"])]'
        ),
        (
            'language="en", body=["a"], translations=[Translation(language="uk"), '
            'Translation(language="de")]'
        ),
        *(
            f'language="en", body=["It sails.", {piece}], translations=[Translation(language='
            f'"{tag}", body=["{GERMAN}", {piece}])]'
            for tag in ("de", "uk", "und")
            for piece in (
                '"Ministry of Foreign Affairs of Samples, Bank of Examples, Institute of Ferries"',
                '"+380 44 000 00 00, 12.05.2026, https://example.com/the-ferry-is-to-sail-again"',
                '"Read more about it"',
                f'"{GERMAN}"',
                f'Paragraph(language="en", content="{ENGLISH}")',
                f'Paragraph(content=["Roe: ", LanguageSpan(language="en", content="{ENGLISH}")])',
                f'BlockQuote(language="en", blocks=["{ENGLISH}"])',
                f'Paragraph(content=[Link(content="{ENGLISH}", href="https://example.com/")])',
                f'Preformatted(content="{ENGLISH}")',
                'Paragraph(content=["Die ", Mention(content="中华人民共和国改革委员会"), "."])',
                (
                    'Paragraph(content=["The ferry is on the river in the dark,", LineBreak(), '
                    '"and what it is to all of us is not the boat"])'
                ),
            )
        ),
        (
            f'language="en", body=["{ENGLISH}"], translations=[Translation(language="en-GB", '
            f'body=["{ENGLISH}", "It does."])]'
        ),
        (
            f'language="de", body=["{ENGLISH}", "{GERMAN}"], translations=[Translation('
            f'language="en", body=["{ENGLISH}", "It does."])]'
        ),
        (
            f'language="en", images=[Image(captions=[ImageCaption(text="{ENGLISH}"), ImageCaption('
            f'language="en-GB", text="{ENGLISH}"), ImageCaption(language="de", text="Olena")])], '
            f'translations=[Translation(language="de", body=["{GERMAN}"])]'
        ),
    ),
    "translation-stale": (
        'version=3, translations=[Translation(language="uk", source_version=3)]',
        'translations=[Translation(language="uk", source_version=3)]',
        (
            'version=3, language="en", translations=[Translation(id="urn:example:uk", '
            'language="uk", version=1, source_language="en", source_version=3), '
            'Translation(language="pl", source_id="urn:example:uk", source_version=1)]'
        ),
        (
            'version=1, language="uk", source_id="urn:example:en", source_version=3, translations='
            '[Translation(id="urn:example:en", language="en", version=3), '
            'Translation(language="pl", source_id="urn:example:en", source_version=3), '
            'Translation(language="de", source_id="urn:example:elsewhere", source_version=3)]'
        ),
    ),
    "translation-from-the-future": (
        'version=3, translations=[Translation(language="uk", source_version=3)]',
        (
            'version=3, language="en", translations=[Translation(id="urn:example:uk", '
            'language="uk", version=5, source_language="en", source_version=3), '
            'Translation(language="pl", source_id="urn:example:uk", source_version=5)]'
        ),
        (
            'version=1, language="uk", source_id="urn:example:en", source_version=3, translations='
            '[Translation(id="urn:example:en", language="en", version=3), '
            'Translation(language="pl", source_id="urn:example:en", source_version=3), '
            'Translation(language="de", source_id="urn:example:elsewhere", source_version=3)]'
        ),
    ),
    "translation-source": (
        (
            'language="en", source_language="de", '
            'translations=[Translation(language="uk", source_language="en")]'
        ),
    ),
    "translation-empty": (
        'translations=[Translation(language="uk", url="https://example.com/uk")]',
    ),
    "translation-headline-missing": ('translations=[Translation(language="uk")]',),
    "translation-figures": (
        (
            'images=[Image(id="urn:example:2")], body=["a", Figure(image_id="urn:example:2")], '
            'translations=[Translation(language="uk"), Translation(language="de", '
            'body=[Figure(image_id="urn:example:2"), "b"])]'
        ),
    ),
    "caption-untranslated": (
        (
            'images=[Image(captions=[ImageCaption(language="pt", text="Balsa")])], '
            'translations=[Translation(language="pt-BR", body=["Texto."])]'
        ),
        (
            'images=[Image(captions=[ImageCaption(text="A ferry")])], '
            'translations=[Translation(language="uk", body=["Текст."])]'
        ),
        (
            'images=[Image(captions=[ImageCaption(language="en", credit="A. Name")])], '
            'translations=[Translation(language="uk", body=["Текст."])]'
        ),
        (
            'images=[Image(captions=[ImageCaption(language="en", text="A")])], '
            'translations=[Translation(language="uk")]'
        ),
    ),
    "translation-address-missing": (
        'translations=[Translation(language="uk", url="https://example.com/uk")]',
    ),
    "translation-address-repeated": (
        'translations=[Translation(language="uk"), Translation(language="de")]',
    ),
    "quote-empty": ('body=[Paragraph(content=[InlineQuote(content="No")])]',),
    "speaker-missing": (
        'body=[Embed(fallback=[BlockQuote(blocks=["A post from elsewhere."])])]',
        'body=[Paragraph(content=[InlineQuote(content="No", speaker=Speaker(anonymous=True))])]',
        'body=["Never", BlockQuote(blocks=["Never"], kind="pull")]',
        (
            'body=[Paragraph(content=[InlineQuote(id="q", content="No,", '
            'speaker=Speaker(printed="she")), " she said, ", InlineQuote(id="q", '
            'content="never.")])]'
        ),
    ),
    "speaker-revealed": (
        'body=[BlockQuote(blocks=["No"], speaker=Speaker(printed="a driver", anonymous=True))]',
        'body=[BlockQuote(blocks=["No"], speaker=Speaker(person=Concept(literal="ann")))]',
    ),
    "quote-speakers-differ": (
        (
            'body=[Paragraph(content=[InlineQuote(id="q", content="No,", '
            'speaker=Speaker(printed="Olena Marchuk")), InlineQuote(id="q", content="never.", '
            'speaker=Speaker(printed="Marchuk")), InlineQuote(id="q", content="ever.", '
            'speaker=Speaker(printed="she"))])]'
        ),
        *(
            'language="en", body=[Paragraph(content=[InlineQuote(id="q", content="No.", '
            f'speaker=Speaker(person=Concept({one})))])], translations=[Translation(language="uk", '
            'body=[Paragraph(content=[InlineQuote(id="q", content="Ні.", '
            f"speaker=Speaker(person=Concept({two})))])])]"
            for one, two in (
                ('qcode="p:1"', 'qcode="p:1", names=["Лі"]'),
                ('qcode="p:1"', 'qcode="q:2"'),
                ('uri="https://example.com/p/1"', 'uri="https://example.org/q/2"'),
                ('names=["Ann Lee"]', 'names=["Енн Лі"]'),
                ('qcode="p:1"', 'uri="https://example.com/p/1"'),
            )
        ),
    ),
    "attribution-absent": (
        (
            'body=[Paragraph(content=[InlineQuote(content="はい", '
            'speaker=Speaker(printed="市長")), "と市長は言った。"])]'
        ),
        (
            'body=[Paragraph(content=[InlineQuote(content="No,", attribution="said Olena Marchuk", '
            'speaker=Speaker(printed="Marchuk")), " said Olena Marchuk."])]'
        ),
        (
            'body=[BlockQuote(blocks=["No."], attribution="Olena Marchuk", '
            'speaker=Speaker(printed="Olena Marchuk"))]'
        ),
    ),
    "pull-quote-absent": (
        (
            'body=["\\"We waited for years\\", she said.", '
            'BlockQuote(kind="pull", blocks=["“We waited for years”"])]'
        ),
    ),
    "quote-untranslated": (
        (
            'language="en", body=[Paragraph(content=[InlineQuote(content="No.")]), '
            'BlockQuote(kind="pull", blocks=["No."])], translations=[Translation(language="uk", '
            'body=[Paragraph(content=[InlineQuote(content="Ні.")])]), Translation(language="de")]'
        ),
        (
            'language="en", body=[Paragraph(content=[InlineQuote(id="a", content="No.")]), '
            'Paragraph(content=[InlineQuote(content="Yes.")])], translations=[Translation('
            'language="uk", body=[Paragraph(content=[InlineQuote(content="Так.")]), '
            'Paragraph(content=[InlineQuote(id="a", content="Ні.")])])]'
        ),
    ),
    "quote-translated-from-itself": (
        (
            'language="en", body=[Paragraph(content=[InlineQuote(content="No.", '
            'original=Text(value="Ні.", language="uk"))])]'
        ),
        (
            'language="en", body=[Paragraph(language="fr", content=[InlineQuote(content="Non.", '
            'original=Text(value="No.", language="en"))])]'
        ),
    ),
    "quotation-mark-unpaired": (
        'language="ar", body=["قال: ”نعم“، وقالت: ”لا“، وأضافت."]',
        'language="ur", headline="اس نے کہا ”یہ بڑا دن ہے“ اور گیا"',
        """language="he", headline='יו"ר הוועדה ב"ידיעות": "לא נוותר"'""",
        """language="he", body=['לפי ב"ידיעות החוף", יו"ר הוועדה וח"כ אמרו ל"החוף": "לא".']""",
        """language="en", body=["“He’s 6'5\\" and fast,” he said.", "“It’s 9\\" long.”"]""",
        'language="en", headline="“The 55” screen broke,” he said"',
        'body=["“It sails again.", "“It does,” she said."]',
        'body=["He is 6\'2\\" tall.", "\\"Yes\\", „ja“, «oui»."]',
        'body=["“It begins here", "goes on", "and ends.”"]',
        'body=["»Ja«, sagte sie.", "”Ja”, sade hon."]',
        'language="en", body=["“A.", "“B.", "“C.”", "He said “no” to it."]',
        'language="en", body=["He is 6\'2\\" tall and said “hello”."]',
        'language="fr", body=["« Le bac », dit-elle.", "» Le bac en direct", "À lire ici »"]',
        'language="ru", body=["«Он сказал: «Паром ходит»."]',
        'language="he", body=["צה\\"ל הודיע על המעבורת."]',
        'language="ja", body=["彼は「渡し船が『再び』出る」と言った。"]',
        """language="ko", body=['『강』의 작가는 "강은 흐른다"고 썼다.', '"맑다"며 웃었다.']""",
        'language="en", headline="The 12\\" record", summary="“It sails again, and…"',
    ),
    "quotation-marks-mixed": (
        'language="ar", body=["قال: ”نعم“، وقالت: ”لا“، وأضافت."]',
        'language="ur", headline="اس نے کہا ”یہ بڑا دن ہے“ اور گیا"',
        """language="he", headline='יו"ר הוועדה ב"ידיעות": "לא נוותר"'""",
        """language="he", body=['לפי ב"ידיעות החוף", יו"ר הוועדה וח"כ אמרו ל"החוף": "לא".']""",
        """language="en", body=["“He’s 6'5\\" and fast,” he said.", "“It’s 9\\" long.”"]""",
        'language="en", headline="“The 55” screen broke,” he said"',
        'language="en", body=["“The ferry sails,” she said."]',
        'language="de", body=["„Ja“, sagte sie. »Nein«, sagte er. „Ja”, sagte sie. «Gut.»"]',
        'language="fi", body=["”Niin”, hän sanoi. »Niin», hän sanoi."]',
        'language="zh", body=["他说“你好”，然后走了。"]',
    ),
    "quotation-marks-foreign": (
        'language="de", body=["»Ja«, sagte sie. „Nein“, sagte er."]',
        'language="en", body=["The paper is called «Правда». “Yes,” she said. “No.”"]',
        'language="sv", body=["”Ja”, sade hon. ”Nej”, sade han."]',
        'language="uk", body=["\\"Так\\", – сказала вона. \\"Ні\\"."]',
        'language="de", body=["«Ja», sagte sie."]',
        'language="es", body=["“Sí”, dijo. «No», dijo."]',
        'language="pl", body=["„Tak”, powiedziała. «Nie»."]',
    ),
    "figure-unresolved": (
        'videos=[Video(id="urn:example:2")], body=[Figure(image_id="urn:example:2")]',
    ),
    "credit-missing": (
        (
            'images=[Image(captions=[ImageCaption(credit="A. Name")]), Image(credit="B. Name"), '
            'Image(creator=Contributor(name="C. Name"))]'
        ),
        (
            'images=[Image(captions=[ImageCaption(photographers=["A. Name"])]), Image(creator='
            'Contributor(concept=Concept(names=["C. Name"])))]'
        ),
        'videos=[Video(captions=[ImageCaption(agencies=["Example"])])]',
    ),
    "caption-missing": (
        'language="en", images=[Image(captions=[ImageCaption(printed="A")])]',
        'language="nn", images=[Image(captions=[ImageCaption(language="no", text="Ei ferje")])]',
        'images=[Image(captions=[ImageCaption(language="de", text="A")])]',
        'language="ua", images=[Image(captions=[ImageCaption(language="uk", text="A")])]',
        (
            'language="en", translations=[Translation(language="uk", body=[Figure(image_id="b")])],'
            ' images=[Image(id="b", captions=[ImageCaption(language="uk", text="A")])]'
        ),
        (
            'language="en", translations=[Translation(language="de")], '
            'images=[Image(captions=[ImageCaption(language="en", text="A ferry"), '
            'ImageCaption(language="fr", alt_text="Un bac")])]'
        ),
    ),
    "alt-text-missing": (
        *(
            f'language="{tag}", images=[Image(captions=[ImageCaption(language="{other}", text="A",'
            ' alt_text="B")])]'
            for tag, other in (("no", "nb"), ("nn", "no"), ("he", "iw"), ("fil", "tl"))
        ),
        *(
            f'language="{tag}", images=[Image(captions=[ImageCaption(text="A"), ImageCaption('
            f'language="{other}", alt_text="Б")])]'
            for tag, other in (("ua", "uk"), ("uk", "ua"), ("ua", "ua"))
        ),
        'language="en-US", images=[Image(captions=[ImageCaption(language="en", alt_text="A")])]',
        'language="en", images=[Image(captions=[ImageCaption(language="en-GB", alt_text="A")])]',
        (
            'language="en", images=[Image(captions=[ImageCaption(language="en", alt_text=""), '
            'ImageCaption(language="uk", text="Пором")])], translations=[Translation('
            'language="uk", url="https://example.com/uk")]'
        ),
        'language="en", images=[Image(captions=[ImageCaption(alt_text="")])]',
        'language="en", images=[Image(captions=[ImageCaption(language="en", alt_text="A")])]',
    ),
    "alt-text-repeats-caption": (
        'images=[Image(captions=[ImageCaption(text="", alt_text="")])]',
        'images=[Image(captions=[ImageCaption(text="A ferry", alt_text="A white ferry")])]',
    ),
    "alt-text-says-nothing": (
        'images=[Image(captions=[ImageCaption(alt_text="Image of the saint by an unknown hand")])]',
        *(
            f"images=[Image(captions=[ImageCaption(alt_text={alt!r})])]"
            for alt in ("", "Photo of a ferry 1", "Ferry 2", "U2", "7", "Image 2 of the ferry, lit")
        ),
    ),
    "media-rights-missing": ('images=[Image(rights=Rights(notices=["© Example"]))]',),
    "media-file-missing": ('images=[Image(renditions=[Rendition(href="a.jpg")])]',),
    "media-not-usable": (
        'images=[Image(id="urn:example:2"), Image(id="urn:example:3", status="withheld")]',
    ),
    "lead-image-repeated": ('images=[Image(role="lead"), Image(role="gallery")]',),
    "caption-repeated": (
        'images=[Image(captions=[ImageCaption(language="en", text="A"), ImageCaption(text="A")])]',
    ),
    "lead-image-missing": ("images=[Image()]",),
    "lead-image-small": (
        (
            'images=[Image(renditions=[Rendition(href="a.jpg", width=1200, height=675), '
            'Rendition(href="b.jpg", width=100, height=50)])]'
        ),
        'images=[Image(renditions=[Rendition(href="a.jpg")])]',
    ),
    "time-without-offset": (
        "published=datetime(2026, 3, 1, tzinfo=UTC), created=date(2026, 3, 1)",
    ),
    "embargo-without-offset": ("embargo=Embargo(until=datetime(2026, 3, 1, tzinfo=UTC))",),
    "embargo-open-ended": ("embargo=Embargo(until=datetime(2026, 3, 1, tzinfo=UTC))",),
    "embargo-broken": (
        (
            "embargo=Embargo(until=datetime(2026, 3, 1, 10, tzinfo=UTC)), translations=["
            'Translation(language="uk", published=datetime(2026, 3, 1, 10, tzinfo=UTC), '
            "embargo=Embargo(until=datetime(2026, 3, 1, 9, tzinfo=UTC)))]"
        ),
        (
            "published=datetime(2026, 3, 1, 10, tzinfo=UTC), "
            "embargo=Embargo(until=datetime(2026, 3, 1, 10, tzinfo=UTC))"
        ),
        "scheduled=datetime(2026, 3, 1, 10, tzinfo=UTC), embargo=Embargo()",
        (
            "published=datetime(2026, 3, 1, tzinfo=UTC), images=[Image(role='lead'), "
            "Image(embargo=Embargo(until=datetime(2026, 3, 9, tzinfo=UTC)))]"
        ),
        (
            "published=datetime(2026, 3, 9, tzinfo=UTC), images=[Image(role='lead', "
            "embargo=Embargo(until=datetime(2026, 3, 1, tzinfo=UTC)))]"
        ),
    ),
    "dates-disordered": (
        "published=datetime(2026, 3, 1, 22), modified=datetime(2026, 3, 1, 2)",
        "published=datetime(2026, 3, 2, 9, tzinfo=UTC), modified=datetime(2026, 3, 1, 22)",
        "first_created=datetime(2026, 3, 1), version_created=datetime(2026, 3, 5, tzinfo=UTC)",
        "first_created=datetime(2026, 3, 2), version_created=datetime(2026, 3, 1, 20, tzinfo=UTC)",
        "created=date(2026, 3, 1), modified=datetime(2026, 3, 1, 9, tzinfo=UTC)",
        (
            "published=datetime(2026, 3, 1, 9, 5, tzinfo=UTC), "
            "modified=datetime(2026, 3, 1, 9, 0, tzinfo=UTC)"
        ),
        (
            "first_created=datetime(2026, 3, 1, 23, tzinfo=UTC), "
            "version_created=datetime(2026, 3, 1, 22)"
        ),
    ),
    "kill-unexplained": (
        (
            'status="canceled", editor_notes=[EditorNote(blocks=["Wrong."])], '
            'translations=[Translation(language="uk", status="canceled")]'
        ),
        'status="canceled", editor_notes=[EditorNote(blocks=["Wrong figures."])]',
        'status="canceled", corrections=[Correction(text="Withdrawn.", kind="retraction")]',
        'status="withheld"',
    ),
    "embargo-not-shared": (
        (
            "embargo=Embargo(), translations=["
            'Translation(language="uk", embargo=Embargo(), body=["Текст."])]'
        ),
        'translations=[Translation(language="uk", embargo=Embargo(), body=["Текст."])]',
        *(
            (
                "embargo=Embargo(until=datetime(2026, 3, 5, tzinfo=UTC)), translations=["
                f'Translation(language="uk", embargo=Embargo({until}), body=["Текст."])]'
            )
            for until in (
                "until=datetime(2026, 3, 5, tzinfo=UTC)",
                "until=datetime(2026, 3, 9, tzinfo=UTC)",
                "",
            )
        ),
    ),
    "withheld-translation-usable": (
        (
            'status="canceled", translations=[Translation(language="uk", status="canceled", '
            'body=["Текст."])]'
        ),
    ),
    "correction-undated": ('corrections=[Correction(text="a", date=date(2026, 3, 1))]',),
    "correction-empty": ('corrections=[Correction(text="The fare is 20.")]',),
    "correction-too-early": (
        (
            "version=3, published=datetime(2026, 3, 1, 22, tzinfo=UTC), "
            'corrections=[Correction(text="a", date=date(2026, 3, 1), version=2)]'
        ),
    ),
    "address-unsafe": (
        (
            'body=[Paragraph(content=[Link(href="https://example.com/javascript:1", content="a"), '
            'Link(href="mailto:info@example.com", content="b"), Link(href="#top", content="c")])]'
        ),
        'images=[Image(renditions=[Rendition(href="data:image/png;base64,AAAA")])]',
    ),
    "address-malformed": (
        (
            'url="https://xn--e1afmkfd.example/a%20b?q=%D0%BF#c", '
            'links=[Link(href="https://приклад.укр/шлях"), Link(href="http://[::1]:8000/"), '
            'Link(href="tel:+380441234567")]'
        ),
        'links=[Link(href="urn:example:2"), Link(href="com.example.app:/fares")]',
    ),
    "address-unusable": (
        'links=[Link(href="mailto:a@example.com"), Link(href="tel:+380441234567")]',
        (
            'images=[Image(renditions=[Rendition(href="https://example.com/a.jpg"), '
            'Rendition(href="ftp://example.com/a.tif")])]'
        ),
        'images=[Image(renditions=[Rendition(href="ftp://example.com/a.jpg", public=False)])]',
        'url="htps://example.com/ferry"',
        'url="javascript:alert(1)"',
    ),
    "address-relative": (
        (
            'images=[Image(renditions=[Rendition(href="photo-1.jpg")])], '
            'body=[Paragraph(content=[Link(href="#fares", content="Fares")])]'
        ),
    ),
    "id-repeated": ('images=[Image(id="urn:example:2"), Image(), Image()]',),
    "id-blank": ('id="urn:newsml:example.com:20260301:a"',),
    "id-not-uri": ('id="tag:example.com,2026:a"', 'id="https://example.com/a"'),
    "anchor-repeated": (
        (
            'body=[Heading(content="A", attributes={"id": "a"}), '
            'Heading(content="B", attributes={"id": "b", "class": "a"})], '
            'translations=[Translation(body=[Heading(content="A", attributes={"id": "a"})])]'
        ),
    ),
    "anchor-unresolved": (
        (
            'body=[Heading(content="A", attributes={"id": "größe"}), '
            'Paragraph(content=[Link(href="#gr%C3%B6%C3%9Fe", content="B")])]'
        ),
        (
            'body=[Heading(content="A", attributes={"id": "a"}), '
            'Paragraph(content=[Link(href="#a", content="A"), Link(href="#", content="up")])]'
        ),
    ),
    "machine-made-undisclosed": (
        (
            'provenance=[Provenance(digital_source_type="digitalCapture"), '
            'Provenance(digital_source_type="trainedAlgorithmicMedia", disclosure="Made by AI")]'
        ),
    ),
    "machine-translation-undeclared": (
        (
            'translations=[Translation(language="uk", method="human"), Translation(language="de", '
            'method="machine", provenance=[Provenance(disclosure="Translated by machine")])]'
        ),
    ),
    "machine-made-contradicted": (
        (
            'method="human", provenance=[Provenance(scope="image", '
            'digital_source_type="trainedAlgorithmicMedia")]'
        ),
    ),
    "machine-made-unreviewed": (
        (
            'provenance=[Provenance(digital_source_type="trainedAlgorithmicMedia", '
            'reviewed_by="Olena Marchuk"), Provenance(digital_source_type="digitalCapture")]'
        ),
    ),
    "machine-made-picture": (
        'images=[Image(captions=[ImageCaption(credit="Ai Weiwei/Example", text="Kiel, Mai")])]',
        (
            'images=[Image(credit="AI-generated", provenance=[Provenance('
            'digital_source_type="trainedAlgorithmicMedia")])]'
        ),
    ),
    "rights-missing": (
        'rights=Rights(holder=Concept(names=["Example"]))',
        'rights=Rights(holder=Concept(qcode="a:b"), notices=[""])',
        'rights=Rights(links=[Link(href="https://example.com/terms")])',
        'status="canceled"',
    ),
    "version-missing": ("version=1",),
    "version-time-missing": ("version_created=datetime(2026, 3, 1, tzinfo=UTC)",),
    "provider-missing": ('provider=Concept(names=["Example"])',),
    "subject-missing": ('keywords=["ferry"]',),
    "concept-empty": ('subjects=[Concept(literal="a"), Concept(names=["Ferry"])]',),
    "code-malformed": ('subjects=[Concept(qcode="medtop:20000587"), Concept(qcode="a:b c:d")]',),
    "label-repeated": (
        (
            'headlines=[Text(value="A", role="a"), Text(value="B", role="b"), '
            'Text(value="C", role="a", language="uk"), Text(value="D", role="a", rank=2)]'
        ),
    ),
    "link-relation-missing": ('links=[Link(rel="irel:seeAlso", residref="urn:example:2")]',),
    "link-target-missing": ('links=[Link(residref="urn:example:2")]',),
    "file-undescribed": (
        (
            'images=[Image(renditions=[Rendition(href="a.jpg", content_type="image/jpeg")])], '
            'authors=[Contributor(name="A", image=Rendition(href="b.jpg"))]'
        ),
    ),
    "address-missing": ('url="https://example.com/a"',),
    "published-missing": ("published=datetime(2026, 3, 1, 9, tzinfo=UTC)",),
    "published-date-only": ("published=datetime(2026, 3, 1, 0, 1, tzinfo=UTC)",),
    "author-missing": (
        'authors=[Contributor(name="Olena Marchuk")]',
        'authors=[Contributor(concept=Concept(qcode="pers:1", names=["Olena Marchuk"]))]',
        'authors=[Contributor(concept=Concept(literal="Olena Marchuk"))]',
    ),
    "author-cluttered": (
        *(
            f'authors=[Contributor(name="{name}")]'
            for name in (
                "National Oceanic and Atmospheric Administration",
                "José Ortega y Gasset",
                "Von Miller",
                "Von Der Leyen",
                "Par Lagerkvist",
                "Por Somsak",
                "Johnson & Johnson",
                "AFP/Reuters",
                "Ann Roe (Annie)",
                "Jana z Lesa a Luk",
                "Boer en Tuinder",
                "Boerderij en het Land",
                "Mehmet Ve Kaya",
                "محمد علي وليد حسن",
                "Av Levin",
                "Ja Rule",
            )
        ),
        'authors=[Contributor(name="Rock and Roll Ltd", concept=Concept(type="organisation"))]',
        (
            'authors=[Contributor(name="Marchuk, Olena"), Contributor(name="Ivan Bondar, Jr."), '
            'Contributor(name="Olena Marchuk-Bondar")]'
        ),
        (
            'authors=[Contributor(name="Byron von Oden"), Contributor(name="José Ortega y '
            'Gasset"), '
            'Contributor(name="Example News"), Contributor(name="Od Nua")]'
        ),
    ),
    "author-page-missing": (
        (
            'authors=[Contributor(name="A", links=[Link(href="https://example.com/a")]), '
            'Contributor(name="B", concept=Concept(uri="https://example.com/b"))]'
        ),
    ),
    "publisher-missing": ('publisher=Concept(names=["Example"])',),
    "summary-missing": ('summary="It sails again."',),
    "headline-long": ('headline="' + "a" * 110 + '"',),
    "link-text-missing": (
        (
            'images=[Image(id="urn:example:2")], body=[Paragraph(content=[Link('
            'href="https://example.com/", content=[RawInline(format="xhtml", content="<img/>")])])]'
        ),
        'links=[Link(href="https://example.com/")]',
    ),
    "link-text-vague": (
        'body=[Paragraph(content=[Link(href="https://example.com/", content="more on ferries")])]',
    ),
    "link-text-address": (
        'body=[Paragraph(content=[Link(href="https://example.com/", content="example.com")])]',
    ),
    "table-header-missing": (
        (
            'body=[Table(rows=[TableRow(cells=[TableCell(content="a", header=True), '
            'TableCell(content="b")]), TableRow(cells=[TableCell(content="c"), '
            'TableCell(content="d")])])]'
        ),
        'body=[Table(rows=[TableRow(cells=[TableCell(content="a")])])]',
    ),
    "embed-title-missing": (
        (
            'body=[Embed(url="https://video.example/1", title="The ferry"), '
            'Embed(url="https://video.example/2", fallback=["The ferry"])]'
        ),
    ),
    "transcript-missing": ('videos=[Video(transcript="It sails.")]',),
    "heading-in-disguise": (
        'body=["a", Paragraph(content=[Strong(content="It sails again.")]), "b"]',
        'body=["a", Paragraph(content=[Strong(content="What"), " it costs"]), "b"]',
    ),
    "personal-email": (
        'body=["Write to privacy@example.com, jobs@example.com or noreply@example.com."]',
        (
            'body=["Write to redaktion@example.com, or on X to @example."], '
            'editor_notes=[EditorNote(blocks=["olena.marchuk@example.com"])]'
        ),
    ),
    "personal-phone": (
        'body=["The party won +1 234 567 votes and +100 000 000 euros, up +5 000 000."]',
        'body=["Case 08/12345 U, ISBN 0306406152; the sets ended 0-6, 03-06 07-05."]',
        'body=["1 000 000 000 гривень, 15\\xa0050\\xa0000\\xa0000 грн"]',
        'body=["It is 192.168.100.10, of 3.4.2026-5.4.2026, version 10.20.30.40, 1.234.567.890."]',
        (
            'body=["On 01.02.2026, 2026-03-01 and 05/06/2005 some 1 000 000 or 12,345,678 people, '
            '0.123456789 and 3-2, 2020-2024, ISBN 978-3-16-148410-0, 10 000 - 12 000."], '
            'editor_notes=[EditorNote(blocks=["+380 44 123 45 67"])]'
        ),
    ),
    "personal-account": (
        (
            'body=["DE00 3704 0044 0532 0130 00, 1234 5678 9012 3456, doi '
            '10.1038/s4-4111111111111111"]'
        ),
    ),
}
