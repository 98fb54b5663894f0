"""Items and messages as feeds send them: order, places, catalogues, envelopes, other items."""

from __future__ import annotations

from newsmodel.model import Catalog, Concept, OtherItem, Scheme, Text
from tests.formats.newsml.documents import CATALOG, GUID, NAR, Case, lines, news_item, news_message

ITEMS = [
    Case(
        about="no catalogue: codes stay as they are",
        document=news_item(content='<subject qcode="x:1"/>', first=""),
        typed={"article.catalogs": (), "article.subjects": (Concept(qcode="x:1"),)},
    ),
    Case(
        about="two versions of IPTC's catalogue, and one inline",
        document=news_item(
            first=f"""<catalogRef href="{CATALOG.replace("41", "18")}"/>
            <catalogRef href="{CATALOG}"/>
            <catalog><scheme alias="x" uri="http://example.org/x/"/></catalog>"""
        ),
        typed={
            "article.catalogs": (
                Catalog(href=CATALOG.replace("41", "18")),
                Catalog(href=CATALOG),
                Catalog(schemes=(Scheme(alias="x", uri="http://example.org/x/"),)),
            )
        },
    ),
    Case(
        about="no rights, no language of the content",
        document=news_item(language=""),
        typed={"article.rights": None, "article.language": "en"},
    ),
    Case(
        about="no language at all",
        document=news_item(language="", attributes=f'guid="{GUID}" version="1"'),
        typed={"article.language": None},
    ),
    Case(
        about="rights of which nothing is said",
        document=news_item(
            first="<rightsInfo><copyrightHolder/><copyrightNotice/><usageTerms/></rightsInfo>"
        ),
        typed={
            "article.rights.holder": Concept(),
            "article.rights.notices": (Text(value=""),),
            "article.rights.usage_terms": (Text(value=""),),
        },
    ),
    Case(
        about="properties of no namespace",
        document=news_item(
            meta='<link xmlns="" rel="irel:seeAlso" href="https://rivers.example/"/>',
            content='<headline>Bridge closed</headline><headline xmlns="">Second deck</headline>',
        ),
        typed={"article.headlines": (), "article.links": (), "article.headline": "Bridge closed"},
        departs={"<link": "no namespace", "<headline xmlns": "no namespace"},
    ),
    Case(
        about="an element called as the place of the body is",
        document=news_item(body="<body><p>Story</p></body>"),
        typed={"article.body": ()},
        departs={"<body": "contentSet has no 'body'"},
    ),
    Case(
        about="properties in the wrong place",
        document=news_item(meta="<located><name>Old Town</name></located>"),
        typed={
            "article.headline": "Bridge closed",
            "article.places": (Concept(names=["Old Town"]),),
            "[(each.place, each.content) for each in article.extensions]": [
                ("contentMeta/located[='Old Town']/parent()", "itemMeta")
            ],
        },
        departs={"<located": "contentMeta"},
    ),
    Case(
        about="properties in the wrong place that say more than a field holds",
        document=news_item(
            meta="""
            <contentModified>2030-01-02T10:00:00Z</contentModified>
            <located qcode="geo:1" rank="x"><name>Old Town</name><mark/></located>""",
            content="<headline>Bridge closed</headline>",
            about='<located qcode="geo:2"/>',
            rest="<keyword>Bridges</keyword>",
        ),
        typed={
            "article.modified.day": 2,
            "[place.qcode for place in article.places]": ["geo:2", "geo:1"],
            "article.keywords[0].value": "Bridges",
            "[e.place for e in article.extensions if e.content.startswith('<')]": [
                "contentMeta/located[='geo:1']/mark[1]"
            ],
        },
        departs={
            "<contentModified": "contentMeta",
            '<located qcode="geo:1"': "contentMeta",
            "<keyword": "contentMeta",
        },
    ),
    Case(
        about="properties in the wrong place whose field is taken, or that cannot be read",
        document=news_item(
            meta="<urgency>9</urgency>\n<contentModified>soon</contentModified>",
            about="<urgency>3</urgency>",
        ),
        typed={
            "article.urgency": 3,
            "article.modified": None,
            "[each.place for each in article.extensions]": [
                "itemMeta/contentModified",
                "itemMeta/urgency",
            ],
        },
        departs={"<urgency>9": "urgency", "<contentModified": "contentModified"},
    ),
    Case(
        about="properties in the wrong order",
        document=news_item(
            meta='<signal qcode="sig:update"/>\n<edNote>Late</edNote>',
            content="<headline>Bridge closed</headline>\n<creator><name>Ann Lee</name></creator>",
        ),
        typed={
            "article.authors[0].name": "Ann Lee",
            "article.editor_notes[0].text": "Late",
            "article.signals[0].qcode": "sig:update",
        },
        departs={"<edNote": "edNote", "<creator": "creator"},
    ),
    Case(
        about="elements the standard has not, in its own namespace",
        document=news_item(meta="<desk>Call the desk</desk>"),
        typed={"article.editor_notes": (), "'Call the desk' in str(article.extensions)": True},
        departs={"<desk": "desk"},
        hidden=("Call the desk",),
    ),
    Case(
        about="names in another case",
        document=news_item(
            meta="<ednote>Call the desk</ednote>\n<Signal qcode='sig:update' x:a='b'/>",
            content="<HEADLINE xml:lang='en'>Bridge closed</HEADLINE>",
        ),
        typed={
            "article.editor_notes[0].text": "Call the desk",
            "article.signals[0].qcode": "sig:update",
            "article.headline": "Bridge closed",
        },
        departs={"<ednote": "edNote", "<Signal": "Signal", "<HEADLINE": "HEADLINE"},
        hidden=("Call the desk",),
    ),
    Case(
        about="a plain lang attribute",
        document=news_item(attributes=f'guid="{GUID}" version="1" xml:lang="en" lang="en"'),
        typed={"article.language": "en"},
        departs={"<newsItem": "lang"},
    ),
    Case(
        about="versions that are no numbers",
        document=news_item(attributes=f'guid="{GUID}" version="1.5" xml:lang="en"'),
        typed={"article.version": None},
        departs={"<newsItem": "version"},
    ),
    Case(
        about="no id",
        document=news_item(attributes='version="1" xml:lang="en"'),
        typed={"article.id": "", "article.dialect.identified": False},
        departs={"<newsItem": "guid"},
    ),
    Case(
        about="a kind and a status in other words than IPTC's",
        document=news_item(meta='<pubStatus qcode="own:usable"/>').replace("ninat:", "icls:"),
        typed={
            "article.kind": "text",
            "article.kind_code.qcode": "icls:text",
            "article.status": "usable",
            "article.status_code.qcode": "own:usable",
        },
    ),
    Case(
        about="comments, processing instructions and CDATA sections",
        document="<!-- one --><?two?>"
        + news_item(
            meta="<!-- three -->",
            content="<headline><![CDATA[A < B & C]]></headline><keyword>a<!-- four -->b</keyword>",
            rest="<!-- five -->",
        ),
        typed={"article.headline": "A < B & C", "article.keywords": (Text(value="ab"),)},
    ),
    Case(
        about="words between the properties of an item, and within its metadata",
        document=news_item(meta="loose words", rest="more words"),
        typed={"article.headline": "Bridge closed"},
        departs={"<newsItem": "more words", "<itemMeta": "loose words"},
    ),
    Case(
        about="sections that stand twice",
        document=news_item(
            rest="<itemMeta><title>T</title></itemMeta>\n"
            "<contentMeta><slugline>S</slugline></contentMeta>"
        ),
        typed={"article.headline": "Bridge closed"},
        departs={"<itemMeta><title>": "itemMeta", "<contentMeta><slugline>": "contentMeta"},
    ),
    Case(
        about="assertions as an encyclopaedia",
        document=news_item(
            about='<located literal="hall"/>',
            rest="""
            <assert literal="hall"><name>Old Hall</name><POIDetails><position latitude="1.5"
            longitude="2"/><contactInfo><address><line>1 River Street</line><locality
            literal="Old Town"/></address></contactInfo></POIDetails></assert>
            <assert qcode="x:9"><x:founded>1900</x:founded><sameAs uri="http://example.org"/></assert>
            """,
        ),
        typed={
            "article.assertions[0].literal": "hall",
            "article.assertions[0].place.position.latitude": 1.5,
            "str(article.assertions[0].place.contacts[0].addresses[0].lines[0])": "1 River Street",
            "article.assertions[1].same_as[0].uri": "http://example.org",
        },
    ),
]

_PACKAGE = lines(f"""
    <packageItem xmlns="{NAR}" guid="urn:p" version="1">
    <itemMeta><itemClass qcode="ninat:composite"/></itemMeta>
    <groupSet root="g">
    <group id="g" role="group:main" mode="pgrmod:seq"><title>Bridge</title>
    <itemRef residref="urn:a" version="1"><title>Text</title></itemRef>
    <edNote>In that order</edNote><groupRef idref="h"/></group>
    <group id="h" role="group:side"><conceptRef qcode="x:1"/></group>
    </groupSet></packageItem>
""")
_PLAN = f'<planningItem xmlns="{NAR}" guid="urn:p" version="2"><newsCoverageSet/></planningItem>'

ENVELOPES = [
    Case(
        about="attributes that nothing has, and what is no item among the items",
        document=news_message(
            news_item().replace("<itemMeta>", '<itemMeta mood="calm">'),
            "<mood>calm</mood>",
            '<x:mood xmlns:x="urn:example:own">glad</x:mood>',
            header='<header mood="calm">\n<sent>2030-01-01T10:00:00+00:00</sent>\n</header>',
            more=' lang="en"',
        ),
        typed={"[i.kind for i in message.items]": ["text", "mood", "mood"]},
        departs={
            "<newsMessage": "lang",
            "<header": "mood",
            "<itemMeta": "mood",
            "<mood": "no item",
            "<x:mood": "no item",
        },
    ),
    Case(
        about="several items, among them a package and a concept",
        document=news_message(
            news_item(attributes='guid="urn:a" version="1"', language=""),
            news_item(attributes='guid="urn:b" version="1"', language=""),
            _PACKAGE,
            '<conceptItem guid="urn:c"><concept><conceptId qcode="x:1"/></concept></conceptItem>',
        ),
        typed={
            "[type(i).__name__ for i in message.items]": [
                "Article",
                "Article",
                "Package",
                "OtherItem",
            ],
            "[i.id for i in message.items]": ["urn:a", "urn:b", "urn:p", "urn:c"],
            "message.packages[0].root": "g",
            "message.packages[0].groups[0].members[0].title": "Text",
            "message.items[3].kind": "conceptItem",
        },
    ),
    Case(
        about="an item of another kind by itself",
        document=_PLAN,
        typed={
            "message.items": (
                OtherItem(
                    kind="planningItem",
                    id="urn:p",
                    version=2,
                    content=_PLAN,
                ),
            ),
            "message.alone": True,
        },
    ),
    Case(
        about="text between the items, and attributes of the set",
        document=news_message(news_item())
        .replace("<itemSet>", '<itemSet x:n="1" xmlns:x="urn:example">stray <!-- a --> words')
        .replace("<header", "more<header"),
        typed={"len(message.items)": 1},
        departs={"<newsMessage": "more", "<itemSet": "stray"},
    ),
    Case(
        about="a package whose groups have ids that are no names",
        document=news_message(
            '<packageItem guid="urn:p" version="1"><groupSet root="1"><group id="1">'
            '<itemRef residref="urn:a" x:n="2" xmlns:x="urn:example"/></group></groupSet>'
            "</packageItem>"
        ),
        typed={"message.packages[0].groups[0].id": "1"},
    ),
    Case(
        about="a package whose set of groups is empty",
        document=news_message(
            '<packageItem guid="urn:p" version="1"><groupSet root="g"/></packageItem>'
        ),
        typed={"message.packages[0].root": "g", "message.packages[0].groups": ()},
    ),
    Case(
        about="a package without an id and without metadata",
        document=news_message(
            '<packageItem><groupSet root="g"><group id="g"/></groupSet></packageItem>'
        ),
        typed={"message.packages[0].id": "", "message.packages[0].root": "g"},
        departs={"<packageItem": "guid"},
    ),
    Case(
        about="a header in capitals, and a wrong namespace for schemas",
        document=news_message(
            news_item(),
            header="<Header><Sent>2030-01-01 10:00</Sent><Sender>Example</Sender></Header>",
            more=' xmlns:xsi="http://www.w3.org/2001/XMLSchema" xsi:schemaLocation="a b"',
        ),
        typed={"message.header.sender": "Example", "message.header.sent.hour": 10},
        departs={"<Header": "Header"},
    ),
    Case(
        about="a header out of order, with values that are none",
        document=news_message(
            news_item(),
            header=lines(f"""
            <header>
            <sent>yesterday</sent>
            <priority>12</priority>
            <catalogRef href="{CATALOG}"/>
            </header>"""),
        ),
        typed={
            "message.header.sent": None,
            "message.header.priority": None,
            "message.header.catalogs": (Catalog(href=CATALOG),),
        },
        departs={"<sent": "sent", "<priority": "priority", "<catalogRef": "catalogRef"},
    ),
    Case(
        about="attributes with carriage returns, and names in other scripts",
        document=news_item(
            attributes=f'guid="{GUID}" xml:lang="e&#13;n" नाम="1" \u2c00="2"'
        ).replace('conformance="power"', 'conformance="po&#13;wer"'),
        typed={"article.dialect.conformance": "po\nwer", "article.dialect.language": "e\nn"},
        departs={"<newsItem": "no attribute"},
    ),
    Case(
        about="a prefix nobody declared",
        document=news_item(attributes=f'guid="{GUID}" version="1" xml:lang="en" xsi:type="a"'),
        typed={"article.headline": "Bridge closed", "article.id": GUID},
        departs={"<newsItem": "xsi"},
        recover=True,
    ),
    Case(
        about="a document cut off",
        document=news_item(content="<headline>Bridge closed</headline>\n<slugline>cut").partition(
            "cut"
        )[0],
        typed={"article.headline": "Bridge closed"},
        departs={"<slugline": "not well-formed"},
        recover=True,
    ),
    Case(
        about="no namespace at all",
        document=news_item().replace(f' xmlns="{NAR}"', ""),
        typed={"article.headline": "Bridge closed", "len(message.findings)": 1},
        departs={"<newsItem": "namespace"},
        recover=True,
    ),
]
