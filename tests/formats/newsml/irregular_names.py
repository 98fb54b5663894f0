"""Documents whose envelope and sections are spelled in another case, or stand in another place."""

from __future__ import annotations

from tests.formats.newsml.documents import NAR, Case, news_item, news_message, page

_TEXT = page("<p>Cracks were found.</p>")
_HELD = '<embargoed>2031-01-01T00:00:00Z</embargoed>\n<pubStatus qcode="stat:withheld"/>'
_ONE = news_item(attributes='guid="urn:a"', body=_TEXT)
_TWO = news_item(attributes='guid="urn:b"', body=_TEXT)
_PACKAGE = (
    news_item(attributes='guid="urn:p" version="1"')
    .replace("newsItem", "packageItem")
    .replace(
        "</packageItem>",
        '<groupSet root="g"><group id="g" role="x:r"><itemRef residref="urn:a"/></group></groupSet>'
        "</packageItem>",
    )
)
_PICTURE = news_item(
    content='<description role="drol:caption">A bridge</description>',
    body='<remoteContent href="https://example.com/a.jpg" contenttype="image/jpeg"/>',
).replace("ninat:text", "ninat:picture")
_PLAIN = _TEXT.removeprefix("<inlineXML").removesuffix("</inlineXML>")
_FOUND = '<span x:n="1">found</span>'
_CLASS = '<itemClass qcode="ninat:picture"/>'
_BOTH: dict[str, object] = {
    "[(a.id, a.text) for a in message.articles]": [
        ("urn:a", "Cracks were found."),
        ("urn:b", "Cracks were found."),
    ]
}

NAMES = [
    Case(
        about="an item in another case",
        document=news_message(_ONE, _TWO.replace("newsItem", "NewsItem")),
        typed=_BOTH,
        departs={"<NewsItem": "read as 'newsItem'"},
    ),
    Case(
        about="a package in another case",
        document=news_message(_ONE, _PACKAGE.replace("packageItem", "PackageItem")),
        typed={"message.packages[0].groups[0].members[0].residref": "urn:a"},
        departs={"<PackageItem": "read as 'packageItem'"},
    ),
    Case(
        about="an item by itself in another case",
        document=_ONE.replace("newsItem", "NEWSITEM"),
        typed={"article.text": "Cracks were found.", "message.alone": True},
        departs={"<NEWSITEM": "read as 'newsItem'"},
    ),
    Case(
        about="a set and a message in another case",
        document=news_message(_ONE, _TWO, more=' x:n="1" xmlns:x="urn:x"')
        .replace("itemSet", "itemset")
        .replace("newsMessage", "NewsMessage"),
        typed=_BOTH,
        departs={"<NewsMessage": "read as 'newsMessage'", "<itemset": "read as 'itemSet'"},
    ),
    *[
        Case(
            about=f"the class of a picture given as {said}",
            document=_PICTURE.replace('<itemClass qcode="ninat:picture"/>', said),
            typed={
                "article.kind": "picture",
                "[caption.text for caption in article.images[0].captions]": ["A bridge"],
            },
            departs={"<itemclass": "read as 'itemClass'"} if said.startswith("<itemclass") else {},
        )
        for said in (
            '<itemclass qcode="ninat:picture"/>',
            '<itemClass qcode="NINAT:PICTURE"/>',
            '<itemClass literal="picture"/>',
            '<itemClass qcode="x:photo"/>',
        )
    ],
    Case(
        about="names in another case in rights",
        document=news_item(
            first="<rightsInfo>\n<copyrightholder literal='Wire'/>\n<usageterms>None</usageterms>"
            "\n</rightsInfo>"
        ),
        typed={
            "article.rights.holder.literal": "Wire",
            "[terms.value for terms in article.rights.usage_terms]": ["None"],
        },
        departs={
            "<copyrightholder": "read as 'copyrightHolder'",
            "<usageterms": "read as 'usageTerms'",
        },
    ),
    Case(
        about="rights in another case with names in another case",
        document=news_item(
            first="<rightsinfo>\n<copyrightholder literal='Wire'/>\n<usageterms>None</usageterms>"
            "\n</rightsinfo>"
        ),
        typed={
            "article.rights.holder.literal": "Wire",
            "[terms.value for terms in article.rights.usage_terms]": ["None"],
        },
        departs={
            "<rightsinfo": "read as 'rightsInfo'",
            "<copyrightholder": "read as 'copyrightHolder'",
            "<usageterms": "read as 'usageTerms'",
        },
    ),
    Case(
        about="the language of subtitles before that of the content",
        document=news_item(
            language='<language tag="fr" role="lrol:subtitle"/>\n<language tag="en"/>'
        ),
        typed={"article.language": "en"},
    ),
    Case(
        about="items beside the header",
        document=news_message(_ONE, _TWO).replace("<itemSet>", "").replace("</itemSet>", ""),
        typed=_BOTH,
        departs={
            "<newsMessage": "no itemSet",
            _ONE.splitlines()[0]: "outside",
            _TWO.splitlines()[0]: "outside",
        },
    ),
    Case(
        about="properties in another case and another section",
        document=news_item(
            body=_TEXT,
            content="<PubStatus qcode='stat:withheld' x:n='1'/>"
            "<Embargoed>2099-01-01T00:00:00+00:00</Embargoed><headline>Closed</headline>",
        ),
        typed={
            "article.status": "withheld",
            "article.embargo is None": False,
            "article.headline": "Closed",
        },
        departs={
            "<PubStatus": "read as 'pubStatus', one of 'itemMeta'",
            "<Embargoed": "read as 'embargoed', one of 'itemMeta'",
        },
    ),
    Case(
        about="sections in another case",
        document=news_item(meta=_HELD, body=_TEXT, content="<headline>Closed</headline>")
        .replace("itemMeta", "ItemMeta")
        .replace("contentMeta", "CONTENTMETA")
        .replace("<contentSet", '<contentset x:n="1"')
        .replace("contentSet", "contentset"),
        typed={
            "article.status": "withheld",
            "article.embargo is None": False,
            "article.headline": "Closed",
            "article.language": "en",
            "article.text": "Cracks were found.",
        },
        departs={
            "<ItemMeta": "read as 'itemMeta'",
            "<CONTENTMETA": "read as 'contentMeta'",
            "<contentset": "read as 'contentSet'",
        },
    ),
    Case(
        about="a picture whose sections are in another case",
        document=news_item(body='<RemoteContent href="https://rivers.example/a.jpg"/>')
        .replace("ninat:text", "ninat:picture")
        .replace("itemMeta", "itemmeta")
        .replace("contentSet", "Contentset"),
        typed={"article.images[0].renditions[0].href": "https://rivers.example/a.jpg"},
        departs={
            "<itemmeta": "read as 'itemMeta'",
            "<Contentset": "read as 'contentSet'",
            "<RemoteContent": "read as 'remoteContent'",
        },
    ),
    Case(
        about="the text in another case, beside another text",
        document=news_item(
            body=f"{_TEXT.replace('inlineXML', 'inlineXml')}\n"
            '<InlineData contenttype="text/plain">Short</InlineData>'
        ),
        typed={"article.text": "Cracks were found.", "article.alternatives[0].content": "Short"},
        departs={"<inlineXml": "read as 'inlineXML'", "<InlineData": "read as 'inlineData'"},
    ),
    Case(
        about="a plain text in another case",
        document=news_item(
            body='<InlineData contenttype="text/plain">Cracks were found.</InlineData>'
        ),
        typed={"article.text": "Cracks were found."},
        departs={"<InlineData": "read as 'inlineData'"},
    ),
    *[
        Case(
            about=f"a {what} in another case with a prefix",
            document=news_item(
                body=f'<n:{name} xmlns:n="{NAR}"{said}</n:{name}>',
                first="<rightsInfo>\n<usageTerms>See <a href='https://example.org/'>here</a>"
                "</usageTerms>\n</rightsInfo>",
            ),
            typed={"article.text": "Cracks were found.", "article.alternatives": ()},
            departs={f"<n:{name}": f"read as '{meant}'"},
        )
        for what, name, meant, said in (
            ("page", "inlineXml", "inlineXML", _PLAIN),
            ("page of more", "INLINEXML", "inlineXML", _PLAIN.replace("found", _FOUND)),
            (
                "text of markup",
                "InlineData",
                "inlineData",
                ' contenttype="text/html">&lt;p&gt;Cracks &lt;i&gt;were&lt;/i&gt; found.&lt;/p&gt;',
            ),
        )
    ],
    *[
        Case(
            about=f"the class of a picture in {where}",
            document=_PICTURE.replace(_CLASS, "").replace(before, f"{_CLASS}{before}"),
            typed={
                "article.kind": "picture",
                "article.kind_code.qcode": "ninat:picture",
                "[caption.text for caption in article.images[0].captions]": ["A bridge"],
            },
            departs={_CLASS: "one of 'itemMeta'"},
        )
        for where, before in (
            ("the item, before its sections", "<itemMeta>"),
            ("the item, between them", "<contentMeta>"),
            ("contentMeta", "<description"),
            ("contentSet", "<remoteContent"),
        )
    ],
    Case(
        about="the class of a picture in a contentSet that is not public",
        document=_PICTURE.replace(_CLASS, "").replace(
            "<contentSet>", f'<contentSet pubconstraint="x:desk">{_CLASS}'
        ),
        typed={"article.kind": "text", "article.kind_code": None},
    ),
    Case(
        about="the class of a package outside of its section, in another case",
        document=_PACKAGE.replace('<itemClass qcode="ninat:text"/>', "").replace(
            "<contentMeta>", '<ItemClass qcode="ninat:composite"/>\n<contentMeta>'
        ),
        typed={"message.packages[0].item.kind_code.qcode": "ninat:composite"},
        departs={"<ItemClass": "one of 'itemMeta'"},
    ),
    Case(
        about="what belongs into other sections in rights",
        document=news_item(
            first="<rightsInfo>\n<usageTerms>None</usageTerms>\n<headline>Bridge open</headline>\n"
            "<creator literal='Olha Marchuk'/>\n</rightsInfo>"
        ),
        typed={"article.headline": "Bridge closed", "article.authors": ()},
        departs={
            "<headline>Bridge open": "rightsInfo has no 'headline'",
            "<creator": "rightsInfo has no 'creator'",
        },
    ),
    Case(
        about="a section in another case beside one that is right",
        document=news_item(rest="<ItemMeta><title>T</title></ItemMeta>"),
        typed={"article.title": None, "article.headline": "Bridge closed"},
        departs={"<ItemMeta": "kept as it is"},
    ),
    Case(
        about="the groups of a package in another case",
        document=_PACKAGE.replace("groupSet", "GroupSet"),
        typed={
            "message.packages[0].root": "g",
            "message.packages[0].groups[0].members[0].residref": "urn:a",
        },
        departs={"<GroupSet": "read as 'groupSet'"},
    ),
    Case(
        about="groups in another case, with more than a package can say",
        document=_PACKAGE.replace("groupSet", "GROUPSET").replace("<group ", "<group x:n='1' "),
        typed={"message.packages[0].groups[0].members[0].residref": "urn:a"},
        departs={"<GROUPSET": "read as 'groupSet'"},
    ),
    Case(
        about="groups in an item of news",
        document=_PACKAGE.replace("packageItem", "newsItem"),
        typed={"article.headline": "Bridge closed"},
        departs={"<groupSet": "an item of news has no 'groupSet'"},
    ),
    Case(
        about="content in a package",
        document=_PACKAGE.replace("<groupSet", f"<contentSet>\n{_TEXT}\n</contentSet>\n<groupSet"),
        typed={"message.packages[0].root": "g", "message.packages[0].item.body": ()},
        departs={"<contentSet": "kept as it is"},
    ),
    Case(
        about="a message within the text of an item",
        document=news_message(
            _ONE,
            news_item(
                attributes='guid="urn:b"', body=f"<inlineXML>{news_message(_TWO)}</inlineXML>"
            ),
        ),
        typed={"[a.id for a in message.articles]": ["urn:a", "urn:b"]},
    ),
]
