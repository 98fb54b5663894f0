"""Bodies and texts as feeds send them; each case is written in the shape of a real irregularity."""

from __future__ import annotations

from xml.sax.saxutils import escape

from newsmodel.model import (
    AlternativeText,
    Emphasis,
    ImageCaption,
    Paragraph,
    Rendition,
    Strong,
)
from tests.formats.newsml.documents import XHTML, Case, lines, news_item, page

_HTML = (
    "<html><head><title>Bridge closed</title></head><body><p>Cracks <b>found</b>.</p></body></html>"
)
_CRACKS = (Paragraph(content=("Cracks ", Strong(content="found"), ".")),)


def _item(body: str) -> str:
    return news_item(body=body)


def _nitf(body: str, more: str = ' xmlns="http://iptc.org/std/NITF/2006-10-18/"') -> str:
    return news_item(
        body=f'<inlineXML contenttype="application/nitf+xml"><nitf{more}>{body}</nitf></inlineXML>'
    )


_FOUND = page("<p>Cracks found.</p>")


def _xml(inside: str) -> str:
    return _item(f'<inlineXML contenttype="application/xhtml+xml">{inside}</inlineXML>')


def _several(about: str, inside: str, text: str, departs: str) -> Case:
    return Case(
        about=about,
        document=_xml(inside),
        typed={"article.text": text},
        departs={"<inlineXML": departs},
    )


_LINKS = (
    "<html{}><head><base href='https://example.org/river/'/></head><body><p>"
    "<a href='/cracks?a=1&amp;b'>a</a> <a href='#pier'>b</a> <a href='mailto:ann@lee.example'>c</a>"
    "</p><figure><img src='pier.jpg'/></figure></body></html>"
)
_BASED = {
    "in XHTML": "<inlineXML>{}</inlineXML>".format(_LINKS.replace("{}", f' xmlns="{XHTML}"')),
    "escaped": f"<inlineData>{escape(_LINKS.replace('{}', ''))}</inlineData>",
}

_LONG = (
    f'<p xmlns="{XHTML}">Bridge closed on Monday.</p>'
    f'<p xmlns="{XHTML}">Cracks were found in a pier.</p>'
)

_SPORTSML = "application/sportsml+xml"
_SPORTS = (
    "<sports-content><sports-metadata><sports-title>Cup</sports-title></sports-metadata>"
    "{}</sports-content>"
)
_MATCH = (
    '<sports-event><team><team-metadata><name>Mill</name><name role="nrol:full">Mill Rovers</name>'
    '</team-metadata><team-stats score="2"><sub-score score="1"/></team-stats><player>'
    '<player-metadata><name first="Ann" last="Lee"/></player-metadata></player></team>'
    '<team><team-metadata><name full="Weir United"/></team-metadata><team-stats score="1"/></team>'
    "</sports-event>"
)
_POINTS = "<standing>{}</standing>".format(
    "".join(
        [
            f'<team><team-metadata><name>{name}</name></team-metadata><team-stats standing-points="'
            f'{points}"><outcome-totals wins="{wins}"/><rank value="{rank}"/></team-stats></team>'
            for rank, name, wins, points in ((1, "Mill Rovers", 3, 9), (2, "Weir United", 1, 3))
        ]
    )
)

BODIES = [
    _several("paragraphs without a page", "<p>One.</p><p>Two.</p>", "One.\nTwo.", "one element"),
    _several(
        "a heading beside a division",
        "<h1>Head</h1><div><p>One.</p></div>",
        "Head\nOne.",
        "one element",
    ),
    _several("words before the element", "Intro. <p>One.</p>", "Intro.\nOne.", "one element"),
    _several(
        "two bodies in one page",
        f'<html xmlns="{XHTML}"><body><p>One.</p></body><body><p>Two.</p></body></html>',
        "One.\nTwo.",
        "one body",
    ),
    _several(
        "words of a page outside its body",
        f'<html xmlns="{XHTML}"><h1>Head</h1><body><p>One.</p></body>End.</html>',
        "Head\nOne.\nEnd.",
        "one body",
    ),
    _several(
        "a paragraph beside a document in NITF",
        '<nitf xmlns=""><body><body.content><p>One.</p></body.content></body></nitf><p>Two.</p>',
        "One.\nTwo.",
        "one element",
    ),
    _several(
        "a CDATA section with HTML",
        "<![CDATA[<p>One.</p><p>Two.</p>]]>",
        "One.\nTwo.",
        "escaped",
    ),
    _several(
        "a page whose body is escaped",
        f'<html xmlns="{XHTML}"><body>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</body></html>',
        "One.\nTwo.",
        "escaped",
    ),
    _several(
        "a page of several parts, each of which is escaped",
        f'<html xmlns="{XHTML}"><body><p>&lt;p&gt;One.&lt;/p&gt;</p>'
        "<div>&lt;h2&gt;Two&lt;/h2&gt;&lt;p&gt;Three.&lt;/p&gt;</div></body></html>",
        "One.\nTwo\nThree.",
        "escaped",
    ),
    Case(
        about="a page of which one part shows markup",
        document=_xml(
            f'<html xmlns="{XHTML}"><body><p>&lt;p&gt;One.&lt;/p&gt;</p><p>It is.</p></body></html>'
        ),
        typed={"article.text": "<p>One.</p>\nIt is."},
    ),
    *[
        Case(
            about=f"{what} in inlineData that is not escaped",
            document=_item(f'<inlineData contenttype="{kind}">{inside}</inlineData>'),
            typed={"article.text": "One.\nTwo."},
            departs={"<inlineData": "holds elements"},
        )
        for what, kind, inside in (
            ("a page", "text/html", "<html><body><p>One.</p><p>Two.</p></body></html>"),
            ("paragraphs", "text/html", f'<p xmlns="{XHTML}">One.</p><p xmlns="{XHTML}">Two.</p>'),
            (
                "NITF",
                "application/nitf+xml",
                "<nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>",
            ),
        )
    ],
    *[
        Case(
            about=f"{what} beside a shorter text",
            document=_item(
                f'<inlineXML contenttype="application/xhtml+xml">{inside}</inlineXML>\n'
                '<inlineData contenttype="text/plain" rendition="x:sms">Bridge shut.</inlineData>'
            ),
            typed={
                "article.text": "Bridge closed on Monday.\nCracks were found in a pier.",
                "[each.content for each in article.alternatives]": ["Bridge shut."],
            },
            departs={"<inlineXML": "more than one element"},
        )
        for what, inside in (
            ("paragraphs", _LONG),
            ("paragraphs, the first of them empty,", f'<p xmlns="{XHTML}"/>{_LONG}'),
            ("a head and a body", f'<head xmlns="{XHTML}"/><body xmlns="{XHTML}">{_LONG}</body>'),
        )
    ],
    *[
        Case(
            about=f"{root} that stands in contentSet itself",
            document=_item(f"<{root} xmlns='{namespace}'>{inside}</{root}>"),
            typed={"article.text": "One."},
            departs={f"<{root}": "a page stands in 'contentSet' itself"},
        )
        for root, namespace, inside in (
            ("html", XHTML, "<body><p>One.</p></body>"),
            (
                "nitf",
                "http://iptc.org/std/NITF/2006-10-18/",
                "<body><body.content><p>One.</p></body.content></body>",
            ),
        )
    ],
    Case(
        about="a page without words in inlineData",
        document=_item('<inlineData contenttype="text/html"><html/></inlineData>'),
        typed={"article.body": ()},
    ),
    Case(
        about="a result in SportsML",
        document=_item(
            f'<inlineXML contenttype="{_SPORTSML}">{_SPORTS.format(_MATCH)}</inlineXML>'
        ),
        typed={
            "article.text": "Cup\nMill Rovers\t2\nWeir United\t1\nAnn Lee\nMill",
            "[type(block).__name__ for block in article.body]": [
                "Paragraph",
                "Table",
                "ListBlock",
                "Paragraph",
            ],
        },
    ),
    Case(
        about="a result in SportsML with a player who is kept from readers, and a note",
        document=_item(
            f'<inlineXML contenttype="{_SPORTSML}">'
            + _SPORTS.format(_MATCH).replace("<player>", '<player hidden="hidden">Secret')
            + "</inlineXML>"
        ),
        typed={"'Mill Rovers' in article.text": True},
    ),
    Case(
        about="a result in SportsML with words about a player",
        document=_item(
            f'<inlineXML contenttype="{_SPORTSML}">'
            + _SPORTS.format(_MATCH).replace("</player>", "<note>Sent off</note></player>")
            + "</inlineXML>"
        ),
        typed={
            "article.text": "Cup\nMill Rovers\t2\nWeir United\t1\nAnn Lee\nMill\nSent off",
        },
    ),
    Case(
        about="a table of points in SportsML",
        document=_item(
            f'<inlineXML contenttype="{_SPORTSML}">{_SPORTS.format(_POINTS)}</inlineXML>'
        ),
        typed={
            "article.text": "Cup\n\trank\twins\tstanding points\n"
            "Mill Rovers\t1\t3\t9\nWeir United\t2\t1\t3",
        },
    ),
    Case(
        about="subtitles where a text would stand",
        document=_item(
            '<inlineXML contenttype="application/ttml+xml"><tt xmlns="http://www.w3.org/ns/ttml">'
            "<body><p>Water</p></body></tt></inlineXML>"
        ),
        typed={"article.body": ()},
    ),
    Case(
        about="a page in contentSet itself that is not for readers",
        document=news_item(
            content="<headline>Cracks</headline>",
            body=f'<html xmlns="{XHTML}" pubconstraint="x:no"><body><p>Water</p></body></html>',
        ),
        typed={"article.body": ()},
        hidden=("Water",),
    ),
    Case(
        about="words in contentSet itself",
        document=_item("The bridge was closed."),
        typed={"article.text": ""},
        departs={"<contentSet": "text stands between the properties"},
    ),
    Case(
        about="plain words with signs as in markup",
        document=_xml("<p>a &lt; b, c &gt; d: &lt;ann@lee.example&gt;</p>"),
        typed={"article.text": "a < b, c > d: <ann@lee.example>"},
    ),
    Case(
        about="codes and comparisons of wire copy, with signs as in markup",
        document=_item(
            '<inlineData contenttype="text/plain">Mills &lt;MIL.N&gt; rose.\n\nWeirs &lt;WEIR.N&gt;'
            " fell: x&lt;y and y&gt;z, &lt;mailto:ann@lee.example&gt;.</inlineData>"
        ),
        typed={
            "article.text": "Mills <MIL.N> rose.\nWeirs <WEIR.N> fell: x<y and y>z,"
            " <mailto:ann@lee.example>."
        },
    ),
    *[
        Case(
            about=f"a page whose addresses lead from a base, {about}",
            document=_item(body),
            typed={
                "[node.href for node in article.body[0].content[::2]]": [
                    "https://example.org/cracks?a=1&b",
                    "#pier",
                    "mailto:ann@lee.example",
                ],
                "article.images[0].renditions[0].href": "https://example.org/river/pier.jpg",
            },
        )
        for about, body in _BASED.items()
    ],
    Case(
        about="the name of an element within plain text",
        document=_item(
            '<inlineData contenttype="text/plain">Cracks.\n\nThey found a &lt;script&gt; tag.\n\n'
            "The rest.</inlineData>"
        ),
        typed={"article.text": "Cracks.\nThey found a <script> tag.\nThe rest."},
    ),
    Case(
        about="the name of an element within a page",
        document=_xml("<p>Use &lt;table&gt; for cracks.</p>"),
        typed={"article.text": "Use <table> for cracks."},
    ),
    Case(
        about="HTML that took over the namespace of the news item",
        document=_item(f'<inlineXML contenttype="application/xhtml+xml">{_HTML}</inlineXML>'),
        typed={"article.body": _CRACKS},
    ),
    Case(
        about="HTML in capitals: its attributes are read as its elements are",
        document=_xml(
            '<HTML><BODY><P>Cracks, <SPAN LANG="fr">dit-on</SPAN>. <a HREF="mailto:a@b.example">'
            'Write</a></P><P CLASS="nonpublic">desk only</P>'
            '<FIGURE><IMG SRC="a.jpg" ALT="A bridge"/>'
            "<FIGCAPTION>The bridge.</FIGCAPTION></FIGURE></BODY></HTML>"
        ),
        typed={
            "article.body[0].content[1].language": "fr",
            "article.body[0].content[3].href": "mailto:a@b.example",
            "article.body[1].public": False,
            "article.images[0].renditions": (Rendition(href="a.jpg"),),
            "article.images[0].captions": (ImageCaption(text="The bridge.", alt_text="A bridge"),),
        },
        hidden=("desk only",),
    ),
    *[
        Case(
            about=f"a page with {name} in capitals, all else in small letters",
            document=_item(
                page("<p>Cracks were found.</p>")
                .replace(f"<{name}>", f"<{name.upper()}>")
                .replace(f"</{name}>", f"</{name.upper()}>")
            ),
            typed={"article.text": "Cracks were found."},
        )
        for name in ("head", "title", "body")
    ],
    Case(
        about="HTML in no namespace",
        document=_item(
            f'<inlineXML contenttype="application/xhtml+xml">{_HTML}</inlineXML>'.replace(
                "<html>", '<html xmlns="">'
            )
        ),
        typed={"article.body": _CRACKS},
    ),
    Case(
        about="a misspelt media type: xhtml/xml",
        document=_item(page("<p>Cracks <b>found</b>.</p>", content_type="xhtml/xml")),
        typed={"article.body": _CRACKS},
    ),
    Case(
        about="a misspelt media type: application/xhtml+html",
        document=_item(page("<p>Cracks <b>found</b>.</p>", content_type="application/xhtml+html")),
        typed={"article.body": _CRACKS},
    ),
    Case(
        about="HTML in a CDATA section, said to be plain text",
        document=_item(
            '<inlineData contenttype="text/plain">'
            "<![CDATA[<p>Cracks <em>found</em> &amp; shown.</p><p>More</p>]]></inlineData>"
        ),
        typed={
            "article.body": (
                Paragraph(content=("Cracks ", Emphasis(content="found"), " & shown.")),
                Paragraph(content="More"),
            ),
            "article.alternatives": (),
        },
    ),
    Case(
        about="HTML escaped twice",
        document=_item(
            '<inlineData contenttype="text/html">&lt;p&gt;It&amp;#39;s shut.&lt;/p&gt;</inlineData>'
        ),
        typed={"article.text": "It's shut."},
    ),
    Case(
        about="plain text, a blank line between paragraphs",
        document=_item(
            '<inlineData contenttype="text/plain">Cracks.\n\nMore &lt; less.</inlineData>'
        ),
        typed={"article.text": "Cracks.\nMore < less."},
    ),
    Case(
        about="words without any markup where XML should stand",
        document=_item("<inlineXML>Cracks found.</inlineXML>"),
        typed={"article.text": "Cracks found."},
    ),
    Case(
        about="blocks within paragraphs, empty paragraphs, words between blocks",
        document=_item(page("<p><h3>Cracks</h3><p>in piers</p></p><p/>loose <i>words</i>")),
        typed={"article.text.split()": "Cracks in piers loose words".split()},
    ),
    Case(
        about="elements and attributes nobody else has",
        document=_item(
            page('<p data-x="1" itemprop="text">Cracks</p><own-box id="c1"><p>Chart</p></own-box>')
        ),
        typed={
            "article.text": "Cracks\nChart",
            "article.body[0].attributes": (("data-x", "1"), ("itemprop", "text")),
        },
    ),
    *[
        Case(
            about=f"a vocabulary of somebody's own with names of HTML, as {content_type}",
            document=_item(
                f'<inlineXML contenttype="{content_type}">'
                + lines("""
                <BODY xmlns="" ID="8:10">
                 <TEXT>
                  <TITEL>Bridge closed</TITEL>
                  <DAT><TOWN>Lee</TOWN><SOURCE>The desk</SOURCE></DAT>
                  <LEAD><P>On Monday.</P></LEAD>
                  <MAIN><SAID>Sorry.</SAID><P>As <B>before</B>.</P><MID>Cracks</MID></MAIN>
                  <MAKER>Ann Roe</MAKER>
                 </TEXT>
                 <TEXT><TITEL>Facts</TITEL><UL><LI>One</LI></UL></TEXT>
                </BODY>
                """)
                + "</inlineXML>"
            ),
            typed={
                "article.text": "Bridge closed\nLee\nThe desk\nOn Monday.\nSorry.\n"
                "As before.\nCracks\nAnn Roe\nFacts\nOne"
            },
        )
        for content_type in ("application/ownnitf+xml", "application/nitf+xml", "text/xml")
    ],
    Case(
        about="several texts of one content are never merged",
        document=_item(
            page("<p>Cracks found.</p>")
            + lines("""
            <inlineData contenttype="text/plain" rendition="x:head">Bridge</inlineData>
            <inlineData contenttype="text/plain" rendition="x:all" wordcount="1">Cracks</inlineData>
            """)
        ),
        typed={
            "article.text": "Cracks found.",
            "article.alternatives": (
                AlternativeText(content="Bridge", role="x:head", content_type="text/plain"),
                AlternativeText(
                    content="Cracks", role="x:all", content_type="text/plain", word_count=1
                ),
            ),
        },
    ),
    Case(
        about="two bodies: the one with more text counts, the other is kept",
        document=_item(page("<p>Cracks found.</p>") + page("<p>Short one.</p>")),
        typed={
            "article.text": "Cracks found.",
            "[(t.content_type, 'Short one.' in t.content) for t in article.alternatives]": [
                ("application/xhtml+xml", True)
            ],
        },
    ),
    *(
        Case(about=about, document=_item(body), typed={"article.text": text, **more})
        for about, body, text, more in (
            (
                "two bodies of the same length: the first counts",
                page("<p>Cracks found.</p>") + page("<p>Others found.</p>"),
                "Cracks found.",
                {"len(article.alternatives)": 1},
            ),
            (
                "a teaser as words, then the whole text",
                "<inlineXML>Teaser for all the pages there are.</inlineXML>" + _FOUND,
                "Cracks found.",
                {"article.alternatives[0].content": "Teaser for all the pages there are."},
            ),
            (
                "a teaser as a page, then the whole text",
                page("<p>Cracks.</p>", more=' rendition="x:teaser" id="t1"') + _FOUND,
                "Cracks found.",
                {"article.alternatives[0].role": "x:teaser"},
            ),
            (
                "an empty page, then the text",
                '<inlineXML contenttype="application/xhtml+xml"/><inlineData>Cracks.</inlineData>',
                "Cracks.",
                {"article.alternatives": ()},
            ),
            (
                "a page with a title alone, then the text",
                page("") + "<inlineData>Cracks.</inlineData>",
                "Cracks.",
                {"article.headline": "Bridge closed"},
            ),
            (
                "plain texts: the longest counts",
                """<inlineData rendition="x:headline">Bridge</inlineData>
                <inlineData rendition="x:text">Cracks found.</inlineData>""",
                "Cracks found.",
                {"article.alternatives[0].content": "Bridge"},
            ),
            (
                "what is about the text, then the text",
                '<inlineXML contenttype="application/rdf+xml"><r:RDF xmlns:r="urn:example:rdf">'
                "<r:tool>Of all the programs the longest name</r:tool></r:RDF></inlineXML>"
                + _FOUND,
                "Cracks found.",
                {"article.alternatives[0].content_type": "application/rdf+xml"},
            ),
            (
                "data for programs, then the text",
                """<inlineData contenttype="application/json">{"cracks": [1, 2, 3]}</inlineData>
                <inlineData contenttype="text/plain">Cracks.</inlineData>""",
                "Cracks.",
                {"article.alternatives[0].content_type": "application/json"},
            ),
            (
                "data for programs alone",
                '<inlineData contenttype="application/json">{"cracks": [1, 2, 3]}</inlineData>',
                "",
                {"article.alternatives[0].content": '{"cracks": [1, 2, 3]}'},
            ),
            (
                "a picture as letters",
                '<inlineData contenttype="image/jpeg" encoding="enc:base64">Q3JhY2tz</inlineData>',
                "",
                {"article.alternatives": (), "article.body": ()},
            ),
            (
                "a longer text in another language",
                page("<p>Risse in einem Pfeiler</p>", more=' xml:lang="de-AT"') + _FOUND,
                "Cracks found.",
                {"article.alternatives[0].language": "de-AT"},
            ),
            (
                "a text in another language alone",
                page("<p>Risse</p>", more=' xml:lang="de"'),
                "Risse",
                {"article.alternatives": ()},
            ),
        )
    ),
    Case(
        about="a picture beside the text",
        document=_item(
            page("<p>Cracks found.</p>")
            + '<remoteContent href="http://example.org/b.jpg" contenttype="image/jpeg" width="8"/>'
        ),
        typed={
            "article.text": "Cracks found.",
            "article.images[0].renditions": (
                Rendition(href="http://example.org/b.jpg", content_type="image/jpeg", width=8),
            ),
        },
    ),
    Case(
        about="a vocabulary of somebody's own: what stands among elements alone is a block",
        document=_item(
            """<inlineXML contenttype="application/x-river+xml"><STORY xmlns=""><PART>
            <RUBRIC>Cracks found</RUBRIC>
            <PLACE><TOWN>Old Town</TOWN><DESK>our reporter</DESK></PLACE>
            <SAID>Three beams <TERM>failed</TERM>, <WHO>Ann</WHO> <WHO>Lee</WHO> says.</SAID>
            </PART></STORY></inlineXML>"""
        ),
        typed={
            "[block.text for block in article.body]": [
                "Cracks found",
                "Old Town",
                "our reporter",
                "Three beams failed, Ann Lee says.",
            ]
        },
    ),
    Case(
        about="a vocabulary of somebody's own: its parts have titles",
        document=_xml(
            '<chapter xmlns="urn:example:book"><title>How <i>it</i> began</title><para>See <title>'
            "Bridges</title>.</para><section><title>Then</title><para>Two.</para></section>"
            "<div><head>Last</head><para>Three.</para></div></chapter>"
        ),
        typed={
            "article.body[0].text": "How it began",
            "article.body[0].level": 2,
            "article.body[1].text": "See Bridges.",
            "article.body[2].blocks[0].level": 3,
            "article.text": "How it began\nSee Bridges.\nThen\nTwo.\nLast\nThree.",
        },
    ),
    Case(
        about="no content in the contentSet",
        document=_item(" "),
        typed={"article.body": ()},
    ),
    Case(
        about="an empty body",
        document=_item("<inlineXML/>"),
        typed={"article.body": (), "article.text": ""},
    ),
    Case(
        about="NITF, in its own namespace",
        document=_nitf(
            "<body><body.head><hedline><hl1>Bridge closed</hl1></hedline></body.head>"
            "<body.content><p>Cracks <em>found</em>.</p></body.content></body>"
        ),
        typed={"article.text": "Cracks found."},
    ),
    Case(
        about="NITF in the namespace of the news item, its headline without a hedline",
        document=_nitf(
            "<body><body.head><headline><hl1>Bridge closed</hl1></headline></body.head>"
            "<body.content><block><p>Cracks found.</p></block></body.content></body>",
            more="",
        ),
        typed={"article.text": "Cracks found.", "article.headline": "Bridge closed"},
    ),
]

_SECRET = (
    "<head><title>Names of witnesses</title></head><body><p>Ask the night desk</p>"
    "<p><img src='http://example.org/witness.jpg'/></p></body>"
)
_SECRET_NITF = (
    "<body><body.head><hedline><hl1>Names of witnesses</hl1></hedline></body.head><body.content>"
    "<p>Ask the night desk</p><media><media-reference source='http://example.org/witness.jpg'/>"
    "</media></body.content></body>"
)
_KEPT_BACK = {
    "a page": f'<inlineXML><html xmlns="{XHTML}" {{no}}>{_SECRET}</html></inlineXML>',
    "a page, escaped": f"<inlineData>{escape(f'<html {{no}}>{_SECRET}</html>')}</inlineData>",
    "NITF": f"<inlineXML><nitf {{no}}>{_SECRET_NITF}</nitf></inlineXML>",
    "NITF, escaped": f"<inlineData>{escape(f'<nitf {{no}}>{_SECRET_NITF}</nitf>')}</inlineData>",
}

NOT_PUBLIC = [
    Case(
        about="notes and texts that are marked as not public",
        document=news_item(
            meta="""
            <edNote role="x:desk" pubconstraint="x:secret">Ask the night desk first</edNote>
            <edNote>Second note for desks</edNote>
            """,
            body=page("<p>Cracks found.</p>")
            + '<inlineData rendition="x:nonpublic">Names of the witnesses</inlineData>'
            + '<inlineData pubconstraint="x:secret">Where the witnesses live</inlineData>',
        ),
        typed={
            "article.text": "Cracks found.",
            "[n.public for n in article.editor_notes]": [False, True],
            "article.editor_notes[0].constraint": "x:secret",
            "[t.public for t in article.alternatives]": [False, False],
        },
        hidden=(
            "Ask the night desk",
            "Second note for desks",
            "Names of the witnesses",
            "Where the witnesses live",
        ),
    ),
    Case(
        about="a section of the body that is not public",
        document=_item(
            page('<p>Cracks found.</p><section class="np-nonpublic"><p>Ask the desk</p></section>')
        ),
        typed={"article.text": "Cracks found.", "article.body[1].public": False},
        hidden=("Ask the desk",),
    ),
    Case(
        about="no public text at all",
        document=_item('<inlineData pubconstraint="x:secret">Names of the witnesses</inlineData>'),
        typed={"article.body": (), "article.alternatives[0].public": False},
        hidden=("Names of the witnesses",),
    ),
    Case(
        about="the text that is not public comes first",
        document=_item(
            page("<p>Names of the witnesses</p>", more=' pubconstraint="x:secret"')
            + page("<p>Cracks found.</p>")
        ),
        typed={"article.text": "Cracks found.", "article.alternatives[0].public": False},
        hidden=("Names of the witnesses",),
    ),
    Case(
        about="the plain text that is not public, by its role, comes first",
        document=_item(
            '<inlineData rendition="x:nonpublic">Names of the witnesses</inlineData>'
            "<inlineData>Cracks found.</inlineData>"
        ),
        typed={"article.text": "Cracks found.", "article.alternatives[0].public": False},
        hidden=("Names of the witnesses",),
    ),
    Case(
        about="properties of which some are not public",
        document=news_item(
            about="""
            <creator literal="7" pubconstraint="x:secret"><name>Ann Hidden Lee</name></creator>
            """,
            content="""
            <keyword pubconstraint="x:secret">a very secret keyword</keyword>
            <subject qcode="x:1" pubconstraint="x:secret"><name>the secret subject</name></subject>
            <headline pubconstraint="x:secret">A headline for desks</headline>
            <by pubconstraint="x:secret">By somebody unnamed here</by>
            <description role="drol:summary" pubconstraint="x:secret">Sum of secrets</description>
            """,
            body=page("<p>Cracks found.</p>"),
        ),
        typed={"article.subjects[0].public": False},
        hidden=(
            "Ann Hidden Lee",
            "a very secret keyword",
            "the secret subject",
            "A headline for desks",
            "By somebody unnamed here",
            "Sum of secrets",
        ),
    ),
    Case(
        about="an only element that is not public",
        document=_xml('<div class="np-nonpublic"><p>Ask the night desk</p></div>'),
        typed={"article.body[0].public": False},
        hidden=("Ask the night desk",),
    ),
    Case(
        about="a page whose body is not public",
        document=news_item(
            content="<headline>Cracks</headline>",
            body=f'<inlineXML><html xmlns="{XHTML}"><body class="nonpublic">'
            "<p>Ask the night desk</p></body></html></inlineXML>",
        ),
        typed={"article.body[0].public": False},
        hidden=("Ask the night desk",),
    ),
    *[
        Case(
            about=f"a text that is not public as a whole: {about}",
            document=news_item(body=body, content="<slugline>Cracks</slugline>").replace(
                "{no}", 'class="np-nonpublic"'
            ),
            typed={"article.headline": None, "article.body[0].public": False, "article.text": ""},
            hidden=("Ask the night desk", "Names of witnesses", "witness.jpg"),
        )
        for about, body in _KEPT_BACK.items()
    ],
    Case(
        about="escaped markup in a part that is not public",
        document=_xml('<div class="np-nonpublic">&lt;p&gt;Ask the night desk&lt;/p&gt;</div>'),
        typed={"article.body[0].public": False},
        hidden=("Ask the night desk",),
    ),
    Case(
        about="a caption that is not public",
        document=news_item(
            content='<description role="drol:caption" pubconstraint="x:s">Who is who</description>'
            '<description pubconstraint="x:s">Who stands where</description>'
        ).replace("ninat:text", "ninat:picture"),
        typed={"article.images[0].captions": ()},
        hidden=("Who is who", "Who stands where"),
    ),
    Case(
        about="a file that is not public",
        document=_item(
            page("<p>Cracks found.</p>")
            + '<remoteContent href="http://example.org/secret.jpg" pubconstraint="x:secret"/>'
        ),
        typed={"article.images[0].renditions[0].public": False},
        hidden=("secret.jpg",),
    ),
    Case(
        about="a body beside the element it belongs into",
        document=_item(f"<body><p>Stray</p></body>{page('<p>Cracks <x:own>found</x:own>.</p>')}"),
        typed={"article.text": "Cracks found."},
        departs={"<body": "body"},
    ),
]
