"""Properties of items as feeds send them: codes, labels, dates, notes and links."""

from __future__ import annotations

from datetime import UTC, datetime

from newsmodel.model import (
    Concept,
    Contributor,
    Dateline,
    Embargo,
    Heading,
    ImageCaption,
    Link,
    Paragraph,
    Section,
    Text,
)
from tests.formats.newsml.documents import XHTML, Case, news_item

_IPTC = "http://cv.iptc.org/newscodes/"
_OWN_ALIASES = f"""<catalog>
<scheme alias="d" uri="{_IPTC}descriptionrole/"/>
<scheme alias="ir" uri="{_IPTC}itemrelation/"/>
</catalog>"""


def _picture(content: str) -> str:
    return news_item(content=content).replace("ninat:text", "ninat:picture")


def _of_picture(*descriptions: str) -> str:
    return news_item(content="\n".join(descriptions)).replace("ninat:text", "ninat:picture")


PROPERTIES = [
    Case(
        about="a dateline and captions that say in which direction they run, and how sure they are",
        document=_of_picture(
            '<dateline xml:lang="ar" dir="rtl">Nahr</dateline>',
            '<description role="drol:caption" xml:lang="ar" dir="rtl">Jisr</description>',
            '<description role="drol:caption" xml:lang="en" confidence="40" relevance="70"'
            ' rank="1">The bridge</description>',
        ),
        typed={
            "article.dateline": Dateline(text="Nahr", language="ar"),
            "article.images[0].captions": (
                ImageCaption(text="Jisr", language="ar"),
                ImageCaption(text="The bridge", language="en"),
            ),
        },
    ),
    Case(
        about="a picture whose first description without a role is its caption",
        document=_of_picture(
            '<description x:mark="y">The mill</description>', "<description>More</description>"
        ),
        typed={
            "article.images[0].captions": (ImageCaption(text="The mill"),),
            "article.descriptions": (Text(value="More"),),
        },
    ),
    Case(
        about="a picture with a caption, and a description without a role",
        document=_of_picture(
            "<description>More</description>",
            '<description role="drol:caption">The mill</description>',
        ),
        typed={
            "article.images[0].captions": (ImageCaption(text="The mill"),),
            "article.descriptions": (Text(value="More"),),
        },
    ),
    Case(
        about="captions of a picture in two languages, one of which has the role",
        document=_of_picture(
            '<description xml:lang="en">The mill</description>',
            '<description role="drol:caption" xml:lang="uk">Млин</description>',
        ),
        typed={
            "article.images[0].captions": (
                ImageCaption(text="The mill", language="en"),
                ImageCaption(text="Млин", language="uk"),
            ),
        },
    ),
    Case(
        about="codes with a space, and codes without a scheme",
        document=news_item(
            meta="""
            <role qcode="plain"/>
            <link rel="semantics" href="http://example.org/"/>
            """,
            content='<subject qcode="market:OLD TOWN"/>',
        ),
        typed={
            "article.subjects[0].qcode": "market:OLD TOWN",
            "article.role.qcode": "plain",
            "article.links[0].href": "http://example.org/",
        },
        departs={"<role": "plain", "<link": "semantics", "<subject": "OLD TOWN"},
    ),
    Case(
        about="links as drafts of the standard had them",
        document=news_item(
            meta='<link rel="irel:dependsOn" guidref="urn:x:2" hreftype="image/jpeg" version="2"/>'
        ),
        typed={
            "article.links[0]": Link(
                rel="irel:dependsOn", residref="urn:x:2", content_type="image/jpeg", version=2
            )
        },
        departs={"<link": "draft"},
    ),
    Case(
        about="rights that name two holders",
        document=news_item(
            first="<rightsInfo>\n<copyrightHolder literal='Wire'/>\n<copyrightHolder literal='Ms'/>"
            "\n</rightsInfo>"
        ),
        typed={"article.rights.holder.literal": "Wire"},
        departs={"<copyrightHolder literal='Ms'": "'copyrightHolder' stands more than once"},
    ),
    Case(
        about="words where a name should stand",
        document=news_item(
            first="<rightsInfo><copyrightHolder>The  Mill</copyrightHolder></rightsInfo>",
            content="<creator>Ann Lee</creator><headline>Bridge closed</headline>",
            about="<located>Fenny<broader/></located>",
        ),
        typed={
            "article.rights.holder": Concept(names=["The Mill"]),
            "article.authors": (Contributor(name="Ann Lee"),),
            "article.places[0].name": "Fenny",
        },
        departs={"<rightsInfo": "words", "<located": "words", "<creator": "words"},
    ),
    Case(
        about="addresses that are none, and an environment that is no code",
        document=news_item(
            meta='<link rel="irel:seeAlso" href="1:2"/>',
            content='<altId environment="the web">77</altId>',
        ),
        typed={"article.links[0].href": "1:2", "article.alt_ids[0].environment": "the web"},
        departs={"<link": "href", "<altId": "environment"},
    ),
    Case(
        about="headlines with a role each, one of which says that it is the headline",
        document=news_item(
            content='<headline role="x:subtitle">Cracks</headline>\n'
            '<headline role="x:Title">Bridge closed</headline>'
        ),
        typed={
            "article.headline": "Bridge closed",
            "article.headlines": (Text(value="Cracks", role="x:subtitle"),),
        },
    ),
    Case(
        about="people and labels with codes that have no scheme",
        document=news_item(
            about='<creator qcode="AnnLee"/>\n<contributor qcode="BoDahl"/>',
            content='<headline role="short">Cracks</headline>\n<headline>Bridge</headline>',
        ),
        typed={
            "article.headline": "Bridge",
            "article.headlines[0].value": "Cracks",
            "len(article.authors + article.contributors)": 2,
        },
        departs={"<creator": "AnnLee", "<contributor": "BoDahl", "<headline role": "short"},
    ),
    Case(
        about="two links to one target, one of them with a code that is none",
        document=news_item(
            meta="""
            <link rel="irel:seeAlso" residref="urn:other"/>
            <link rel="semantics" residref="urn:other"/>
            """
        ),
        typed={"article.links[0].rel": "irel:seeAlso", "article.links[1].rel": None},
        departs={'<link rel="semantics"': "semantics"},
    ),
    Case(
        about="a dozen names for the newsroom: the first counts, the order is kept",
        document=news_item(meta="".join(f"<title>Name {number}</title>" for number in range(12))),
        typed={"article.title": "Name 0"},
    ),
    Case(
        about="a code and a literal on one element",
        document=news_item(content='<subject qcode="x:1" literal="one" type="cpnat:person"/>'),
        typed={"article.subjects": (Concept(qcode="x:1", literal="one", type="person"),)},
    ),
    Case(
        about="concepts with nothing but a name, and with nothing at all",
        document=news_item(
            about="""
            <located><name>Old Town</name></located>
            <creator><name>Ann Lee</name></creator>
            """,
            content="""
            <subject type="cpnat:person"><name>Bo Dahl</name></subject>
            <subject/>
            """,
        ),
        typed={
            "article.places": (Concept(names=["Old Town"]),),
            "article.authors": (Contributor(name="Ann Lee"),),
            "article.subjects": (Concept(type="person", names=["Bo Dahl"]), Concept()),
        },
    ),
    Case(
        about="empty elements, which are not absent",
        document=news_item(
            meta="<embargoed/>\n<title/>",
            content="<keyword/><slugline/><headline/><by/><creditline/><description/>",
        ),
        typed={
            "article.embargo": Embargo(),
            "article.title": "",
            "article.keywords": (Text(value=""),),
            "(article.slugline, article.headline, article.byline, article.credit)": ("",) * 4,
            "article.dateline": None,
            "article.summary": None,
        },
    ),
    Case(
        about="an empty urgency, which is no number",
        document=news_item(about="<urgency/>"),
        typed={"article.urgency": None, "article.headline": "Bridge closed"},
        departs={"<urgency": "urgency"},
    ),
    Case(
        about="the headline twice, and one with a role",
        document=news_item(
            content="""
            <headline>Bridge closed</headline>
            <headline role="hld:subHeadline">Cracks found</headline>
            <headline>Bridge closed</headline>
            """
        ),
        typed={
            "article.headline": "Bridge closed",
            "article.headlines[0]": Text(value="Cracks found", role="hld:subHeadline"),
            "article.headlines[1]": Text(value="Bridge closed"),
        },
    ),
    Case(
        about="no headline but one with a role",
        document=news_item(content='<headline role="hld:sub">Cracks found</headline>'),
        typed={
            "article.headline": None,
            "article.headlines": (Text(value="Cracks found", role="hld:sub"),),
        },
    ),
    Case(
        about="dates that are none, and dates that are half one",
        document=news_item(
            meta="""
            <firstCreated>2030-01-01 10:00:00</firstCreated>
            <embargoed>tomorrow</embargoed>
            <expires>2030-13-40T99:00:00Z</expires>
            """,
            about="""
            <contentCreated>2030</contentCreated>
            <contentModified>2030-01-01T10:00:00+1000</contentModified>
            """,
        ),
        typed={
            "article.first_created.isoformat()": "2030-01-01T10:00:00",
            "article.embargo": Embargo(),
            "article.expires": None,
            "article.modified.isoformat()": "2030-01-01T10:00:00+10:00",
            "'2030-01-01T10:00:00+1000' in str(article.extensions)": True,
        },
        departs={
            "<firstCreated": "10:00:00",
            "<embargoed": "embargoed",
            "<expires": "expires",
            "<contentModified": "+1000",
        },
    ),
    Case(
        about="a year alone, which the standard allows",
        document=news_item(about="<contentCreated>2030</contentCreated>"),
        typed={"'>2030<' in str(article.extensions)": True},
    ),
    Case(
        about="dates without an offset, with a fraction of a second, between spaces",
        document=news_item(
            meta="""
            <firstCreated> 2030-01-01T10:00:00.500Z </firstCreated>
            <embargoed>2030-01-01T10:00:00</embargoed>
            """
        ),
        typed={
            "article.first_created": datetime(2030, 1, 1, 10, 0, 0, 500_000, UTC),
            "article.embargo": Embargo(until=datetime(2030, 1, 1, 10)),  # noqa: DTZ001
        },
    ),
    Case(
        about="a language that is no language",
        document=news_item(
            attributes='guid="urn:x" version="1" xml:lang="en_US"', language='<language tag="a_b"/>'
        ),
        typed={"article.language": None, "article.headline": "Bridge closed"},
        departs={"<newsItem": "en_US", "<language": "language"},
    ),
    Case(
        about="the language of the content is not that of the item",
        document=news_item(language='<language tag="en-GB"/>'),
        typed={"article.language": "en-GB", "article.dialect.language": "en"},
    ),
    Case(
        about="several languages of the content",
        document=news_item(language='<language tag="en"/><language tag="de"/>'),
        typed={"article.language": "en"},
    ),
    Case(
        about="links within links, with a file name",
        document=news_item(
            meta="""
            <link rel="irel:seeAlso" residref="urn:other"><title>Pictures</title>
            <filename>b.jpg</filename>
            <link rel="x:in" href="http://example.org/"><title>One</title></link></link>
            """
        ),
        typed={
            "article.links": (
                Link(
                    rel="irel:seeAlso",
                    residref="urn:other",
                    title="Pictures",
                    links=(Link(rel="x:in", href="http://example.org/", title="One"),),
                ),
            )
        },
        departs={"<filename": "filename"},
    ),
    Case(
        about="XHTML in a note",
        document=news_item(
            meta=f"""
            <edNote role="x:pad"><section xmlns="{XHTML}" class="notepad"><h2>Notes</h2>
            <p>Call the desk</p></section></edNote>
            """
        ),
        typed={
            "article.editor_notes[0].text": "Notes\nCall the desk",
            "article.editor_notes[0].blocks": (
                Section(
                    attributes=(("class", "notepad"),),
                    blocks=(Heading(content="Notes"), Paragraph(content="Call the desk")),
                ),
            ),
        },
        hidden=("Call the desk",),
    ),
    Case(
        about="words and XHTML in a note",
        document=news_item(meta=f'<edNote>Call <b xmlns="{XHTML}">the desk</b> now</edNote>'),
        typed={"article.editor_notes[0].text": "Call the desk now"},
        hidden=("the desk",),
    ),
    Case(
        about="line breaks in a definition",
        document=news_item(
            content='<subject qcode="x:1"><definition>A bridge.<br/>Old.</definition></subject>'
        ),
        typed={"article.subjects[0].definitions": (Text(value="A bridge.\nOld."),)},
    ),
    Case(
        about="kinds of properties interleaved: the order of each kind is kept",
        document=news_item(
            content="""
            <keyword>bridge</keyword><subject qcode="x:2"/>
            <keyword>cracks</keyword><subject qcode="x:1"/>
            <keyword>bridge</keyword>
            """
        ),
        typed={
            "[str(k) for k in article.keywords]": ["bridge", "cracks", "bridge"],
            "[s.qcode for s in article.subjects]": ["x:2", "x:1"],
        },
    ),
    Case(
        about="elements and attributes of others",
        document=news_item(
            meta='<x:desk x:code="7">Sports</x:desk>',
            content='<headline x:type="a">One</headline>\n<subject qcode="x:1" x:s="9"/>\n<x:y/>',
        ),
        typed={
            "article.headline": "One",
            "article.subjects": (Concept(qcode="x:1"),),
            "[e.place.rpartition('}')[2] for e in article.extensions if '[=' not in e.place]": [
                "type",
                "y",
                "desk",
            ],
        },
        hidden=("Sports",),
    ),
    Case(
        about="two summaries, one of them in another language",
        document=news_item(
            content="""
            <description role="drol:summary">Cracks were found.</description>
            <description role="drol:summary" xml:lang="de">Risse im Pfeiler.</description>
            """
        ),
        typed={
            "article.summary": "Cracks were found.",
            "article.descriptions": (
                Text(value="Risse im Pfeiler.", role="summary", language="de"),
            ),
        },
    ),
    *(
        Case(
            about=f"a summary by another name: {role}",
            document=news_item(
                content=f"<headline>Bridge</headline><description {role}>Cracks.</description>",
                first=_OWN_ALIASES,
            ),
            typed={"article.summary": "Cracks.", "article.descriptions": ()},
        )
        for role in (
            'role="d:summary"',
            'role="x:abstract"',
            'role="descRole:intro" xml:lang="en"',
            f'roleuri="{_IPTC}descriptionrole/summary"',
        )
    ),
    Case(
        about="an intro before the summary",
        document=news_item(
            content="""
            <headline>Bridge closed</headline>
            <description role="descRole:intro">Cracks found in a bridge.</description>
            <description role="drol:summary">Cracks.</description>
            """
        ),
        typed={
            "article.summary": "Cracks.",
            "article.descriptions": (
                Text(value="Cracks found in a bridge.", role="descRole:intro"),
            ),
        },
    ),
    Case(
        about="a headline that is none, by the address of its role",
        document=news_item(
            content="""
            <headline roleuri="http://example.org/roles/subtitle">Cracks</headline>
            <headline roleuri="http://example.org/roles/main">Bridge closed</headline>
            """
        ),
        typed={"article.headline": "Bridge closed", "article.headlines": (Text(value="Cracks"),)},
    ),
    Case(
        about="the captions of a picture first, its alternative texts then",
        document=_picture("""
            <description role="drol:caption" xml:lang="en">The mill.</description>
            <description role="x:Caption" xml:lang="uk">Млин.</description>
            <description role="drol:altText" x:by="b" xml:lang="uk">Крила</description>
            <description role="descRole:altText" x:by="a" xml:lang="en">Sails</description>
        """),
        typed={
            "article.images[0].captions": (
                ImageCaption(language="en", text="The mill.", alt_text="Sails"),
                ImageCaption(language="uk", text="Млин.", alt_text="Крила"),
            ),
        },
    ),
    Case(
        about="a caption and an alternative text by the addresses of their roles",
        document=_picture(f"""
            <description roleuri="{_IPTC}descriptionrole/altText">Sails</description>
            <description roleuri="{_IPTC}descriptionrole/caption">The mill.</description>
        """),
        typed={
            "article.images[0].captions": (ImageCaption(text="The mill.", alt_text="Sails"),),
            "article.descriptions": (),
        },
    ),
    Case(
        about="relations by another alias and by their addresses",
        document=news_item(
            meta=f"""
            <link rel="ir:seeAlso" residref="urn:example:1"/>
            <link reluri="{_IPTC}itemrelation/seeAlso" residref="urn:example:2"/>
            <link rel="http://example.org/relations/near" residref="urn:example:3"/>
            """,
            first=_OWN_ALIASES,
        ),
        typed={
            "[link.rel for link in article.links]": [
                "ir:seeAlso",
                f"{_IPTC}itemrelation/seeAlso",
                "http://example.org/relations/near",
            ]
        },
    ),
    Case(
        about="attributes and elements that the standard has nowhere",
        document=news_item(
            meta='<edNote mood="calm">Call first</edNote>',
            content="""
            <headline mood="calm" x:desk="night">Bridge closed</headline>
            <keyword mood="calm">bridges</keyword>
            <subject qcode="x:1" mood="calm"><name>Bridges</name></subject>
            <subject qcode="x:2"><mood>calm</mood><x:mood>glad</x:mood></subject>
            """,
        ),
        typed={"article.headline": "Bridge closed", "len(article.subjects)": 2},
        departs={
            "<edNote": "edNote/@mood",
            "<headline": "headline/@mood",
            "<keyword": "keyword/@mood",
            '<subject qcode="x:1"': "subject/@mood",
            '<subject qcode="x:2"': "'mood'",
        },
    ),
    Case(
        about="a translator in a scheme of somebody's own",
        document=news_item(
            about='<contributor role="x:translator"><name>Ann Lee</name></contributor>'
        ),
        typed={"article.translators[0].name": "Ann Lee", "article.contributors": ()},
    ),
    Case(
        about="markup in a headline",
        document=news_item(content="<headline>Bridge <x:b>closed</x:b></headline>"),
        typed={"article.headline": "Bridge closed"},
    ),
    *[
        Case(
            about=f"ruby in a headline, {about}",
            document=news_item(content=f"<headline><ruby>{ruby}</ruby>が閉鎖</headline>"),
            typed={"article.headline": "橋(はし)が閉鎖"},
        )
        for about, ruby in {
            "without parentheses": "<rb>橋</rb><rt>はし</rt>",
            "with parentheses": "<rb>橋</rb><rp>(</rp><rt>はし</rt><rp>)</rp>",
        }.items()
    ],
]
