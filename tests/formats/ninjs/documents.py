"""Documents as agencies and IPTC's examples have them, in words of our own."""

from __future__ import annotations

from typing import Any

Object = dict[str, Any]

TEXT_1: Object = {
    "uri": "http://ninjs.example.com/newsitems/ferry",
    "type": "composite",
    "profile": "text-photo",
    "versioncreated": "2024-01-10T09:00:00Z",
    "copyrightnotice": "Copyright 2024 Example Press, www.example.com",
    "language": "en",
    "person": [
        {"name": "Olha Marchuk", "rel": "about", "scheme": "http://example.com/m/", "code": "0h"}
    ],
    "place": [
        {"name": "Vilkhove", "rel": "mentions"},
        {"name": "Ukraine", "rel": "mentions", "scheme": "http://cv.example.org/a2/", "code": "ua"},
        {"name": "Delta", "geometry_geojson": {"type": "Point", "coordinates": [29, 45.5]}},
    ],
    "organisation": [{"name": "River Lines SpA", "symbols": [{"ticker": "RIV", "exchange": "X"}]}],
    "byline": "M. Ivchenko and P. Danylenko",
    "located": "Vilkhove, Ukraine",
    "headline": "River ferry to sail again",
    "body_text": "VILKHOVE (EP) -- The ferry sails. The captain is glad.",
    "body_xhtml": "<p>VILKHOVE (EP) -- The ferry sails.</p><p>The captain is glad.</p>",
    "associations": {
        "mainpic": {
            "uri": "http://ninjs.example.com/newsitems/ferry-photo",
            "type": "picture",
            "versioncreated": "2024-01-09T08:12:00Z",
            "byline": "Marta Ivchenko",
            "headline": "The ferry",
            "description_text": "The ferry at the landing stage. ",
            "description_xhtml": "<p>The ferry at the</ br> landing stage. </p>",
            "renditions": {
                "main": {
                    "href": "http://files.example.com/big.jpg", "mimetype": "image/jpg",
                    "title": "Mid Resolution", "height": 281, "width": 429,
                },
                "small": {"href": "http://files.example.com/small.jpg", "height": 117},
            },
        }
    },
}  # fmt: skip

NEW_IN_14: Object = {
    "$standard": {
        "name": "ninjs", "version": "1.4",
        "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.4.json",
    },
    "uri": "http://ninjs.example.com/newsitems/tests",
    "headline": "Three new properties",
    "headline_test_text": "A headline of another sort",
    "description_caption_xhtml": "A description of another sort",
    "contentcreated": "2022-04-21T12:34:56+00:00",
    "expires": "2022-12-31T23:59:59+00:00",
    "altids": {"itemid": "(ep):f40b", "etag": "(ep):6868"},
    "trustindicator": [
        {
            "scheme": "http://cv.iptc.org/newscodes/trustindicator/", "code": "editorialPolicy",
            "title": "Our standards", "href": "https://example.com/standards",
        }
    ],
    "infosource": [{"name": "EP", "rel": "supplier"}],
    "genre": [{"name": "Feature", "scheme": "http://cv.iptc.org/newscodes/genre/", "code": "F"}],
    "mimetype": "text/plain",
    "wordcount": 12,
}  # fmt: skip

VIDEO_2: Object = {
    "uri": "http://api.example.com/media/v/content/0cc8?qt=H1K&et=0a3",
    "type": "video",
    "version": "0",
    "firstcreated": "2019-11-14T18:50:56Z",
    "pubstatus": "usable",
    "usageterms": "Editorial use only.",
    "ednote": "EPWhollyOwned",
    "language": "en",
    "descriptions": [{"role": "caption", "value": "The ferry leaves. (Nov. 14)"}],
    "headlines": [{"role": "main", "value": "Ferry leaves"}],
    "people": [{"literal": "850c", "name": "Olha", "uri": "http://cv.example.org/id/850c"}],
    "places": [
        {
            "literal": "661c", "name": "Ukraine", "uri": "http://cv.example.org/id/661c",
            "geometry_geojson": {"type": "Point", "coordinates": [32, 49]},
        },
        {"literal": "6618", "name": "Eastern Europe", "uri": "http://cv.example.org/id/6618"},
    ],
    "subjects": [{"literal": "a", "name": "National"}],
    "infosources": [{"name": "EXAMPLE PRESS"}],
    "title": "UA Ferry (CR)",
    "slugline": "UA Ferry (CR)",
    "located": "Vilkhove",
    "renditions": [
        {
            "name": "main", "title": "Full Resolution", "format": "MPEG",
            "href": "http://api.example.com/0cc8/download?role=main&ai=2cc/2f4",
            "sizeinbytes": 1880522908, "width": 640, "height": 360, "duration": 128929,
            "contenttype": "video/mpeg",
        },
        {"name": "script_nitf", "format": "IIM", "contenttype": "text/xml"},
    ],
}  # fmt: skip

_HTML = (
    '<html><head><title>Ferry</title></head><body><article> <section data-charcount="17">'
    '<h1>Ferry</h1><div class="dat"><span class="source">EP</span></div>'
    '<div class="bodytext"> <p>The ferry sails, says <a href="https://example.com/a">Radio</a>.'
    "</p><blockquote>I am glad, says Olha Marchuk.</blockquote></div> <figure>"
    '<img uri="sdlk" src="https://files.example.com/a001.jpg" alt="The ferry."'
    ' data-assoc-ref="a001" data-uri="http://example.com/media/image/sdlk"/>'
    '<div class="byline">Marta Ivchenko/EP</div><figcaption>The ferry.</figcaption></figure>'
    " </section> </article></body></html>"
)  # fmt: skip

BODIES_2: Object = {
    "uri": "http://example.com/media/text/ferry-a0f2",
    "type": "text",
    "altids": [{"role": "originaltransmissionreference", "value": "a0f2"}],
    "representationtype": "full",
    "genres": [{"literal": "INR", "uri": "http://example.com/sector/INR", "name": "Home"}],
    "profile": "PUBL",
    "version": "1",
    "versioncreated": "2021-05-26T13:40:18+02:00",
    "pubstatus": "usable",
    "copyrightholder": "EP",
    "language": "en",
    "urgency": 3,
    "slugline": "ferry",
    "headlines": [{"role": "main", "value": "Ferry"}],
    "descriptions": [{"role": "text", "value": "The ferry sails"}],
    "bodies": [
        {
            "role": "text", "charcount": 985, "contenttype": "text/plain",
            "value": "Ferry\nEP\nThe ferry sails, says Radio.\n\u2013 I am glad, says Marchuk.",
        },
        {"role": "html5", "contenttype": "text/html", "charcount": 1170, "value": _HTML},
        {
            "role": "epnitf", "contenttype": "application/xml", "charcount": 1170,
            "value": '<EPNITF><HEAD><MODVER ID="1:00"><SLUGG>m&ouml;te</SLUGG></HEAD></EPNITF>',
        },
        {"role": "richhtml5", "contenttype": "text/html", "value": f"{_HTML}\n        \n    "},
    ],
    "associations": [
        {
            "name": "a001", "by": "Marta Ivchenko/EP", "representationtype": "partial",
            "descriptions": [{"value": "The ferry."}], "type": "picture",
            "uri": "http://example.com/media/image/sdlk",
            "renditions": [
                {
                    "name": "r00", "title": "Hires", "contenttype": "image/jpeg",
                    "href": "https://files.example.com/a001.jpg", "sizeinbytes": 10326191,
                    "width": 4724, "height": 3149,
                },
            ],
        }
    ],
    "people": [
        {
            "name": "Olha Marchuk",
            "contactinfo": [{"type": "phone", "role": "work", "value": "+46 (0)8-000 00 00"}],
        }
    ],
    "subjects": [
        {
            "literal": "16000000", "name": "Transport", "uri": "http://example.com/sub/16000000",
            "rel": "classifies", "creator": "system", "relevance": 98, "confidence": 58,
        }
    ],
    "expires": "2023-05-31T00:00:00+02:00",
    "places": [
        {"name": "Ukraine"},
        {"geojson": {"coordinates": [18.2979, 57.6381], "type": "Point"}, "name": "Delta"},
    ],
    "rightsinfo": {
        "langid": "http://www.w3.org/ns/odrl/2/", "encodedrights": "<policy>none</policy>",
    },
    "standard": {
        "name": "EPNINJS", "version": "2.1", "schema": "https://example.com/epninjs_2.1.json",
    },
}  # fmt: skip

EVENT_3: Object = {
    "standard": {
        "name": "ninjs", "version": "3.1",
        "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
    },
    "uri": "urn:example.com:2024-ferry-press-conference",
    "type": "event",
    "title": "Press conference on the ferry",
    "eventDetails": {
        "dates": {"expectedStartDate": "2024-07-11", "endDate": "2024-07-12T10:00:00Z"},
        "organiser": {"name": "River Lines", "symbols": [{"symbol": "RIV", "exchange": "X"}]},
    },
    "plannedCoverage": [
        {
            "type": "picture", "title": "Photographs", "urgency": 4,
            "dates": {"expectedStartDate": "2024-07-11T10:00:00Z"},
            "itemCount": {"rangeFrom": 2, "rangeTo": 5},
        }
    ],
    "places": [
        {
            "name": "Town hall",
            "contactInfo": [
                {"type": "physical", "address": {"locality": "Vilkhove", "lines": ["Quay 1"]}},
                {"type": "url", "value": "https://example.com/hall"},
            ],
        }
    ],
    "events": [{"id": "e1", "name": "Season", "uri": "http://example.com/e/1"}],
    "infoSources": [{"name": "River Lines", "role": "http://example.com/role/organiser"}],
}  # fmt: skip

RELATED_3: Object = {
    "uri": "http://example.com/text/1",
    "type": "text",
    "versionCreated": "2024-01-10T09:00:00Z",
    "headlines": [{"value": "Ferry", "contentType": "text/plain"}, {"value": "Ships"}],
    "digitalSourceType": {
        "uri": "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits", "name": "Edited",
    },
    "associations": [
        {
            "name": "background", "rel": "seeAlso", "type": "text",
            "uri": "http://example.com/text/0", "headlines": [{"value": "Nine years without"}],
            "bodies": [{"role": "text", "value": "There was no ferry."}], "urgency": 5,
        },
        {
            "name": "chart", "rel": "illustration", "type": "graphic",
            "uri": "http://example.com/graphic/1", "copyrightHolder": "EP",
            "renditions": [
                {
                    "name": "web", "href": "https://files.example.com/chart.png", "width": 800,
                    "poi": {"x": 3, "y": 4}, "aspectRatio": "16:9",
                }
            ],
        },
        {"name": "part", "uri": "http://example.com/text/2"},
    ],
}  # fmt: skip

_NITF = """<?xml version="1.0" encoding="UTF-8"?>
<nitf version="-//IPTC//DTD NITF 3.6//EN">
 <head>
  <title>Ferry</title>
  <docdata><urgency ed-urg="5"/></docdata>
 </head>
 <body>
  <body.head>
   <hedline>
    <hl1 id="headline">Ferry</hl1>
   </hedline>
   <byline>By Ann Sample</byline>
  </body.head>
  <body.content>
   <block id="lead">
    <p class="lead" lede="true">It sails.</p>
   </block>
   <block class="content">
    <p class="text">“It floats,” she said.</p>
   </block>
  </body.content>
 </body>
</nitf>
"""

PRESS_3: Object = {
    "uri": "http://example.com/press/ferry",
    "title": "Ferry: meeting the press",
    "descriptions": [
        {"role": "text", "contentType": "text/plain", "value": "Ask.\n\nThere is coffee."}
    ],
    "eventDetails": {
        "dates": {"startDate": "2024-01-10T10:00:00+02:00"}, "organiser": {"name": "River Lines"},
    },
    "places": [
        {
            "name": "Landing stage",
            "contactInfo": [
                {
                    "address": {
                        "lines": ["1 River Street", "Old Town"], "locality": "Vilkhove",
                        "area": "Delta", "postalCode": "12345", "country": "Ukraine",
                    }
                },
                {"type": "url", "value": "https://example.com/press"},
            ],
        }
    ],
    "bodies": [
        {
            "role": "nitf", "contentType": "text/vnd.IPTC.NITF",
            "value": _NITF,
        },
        {
            "role": "text", "contentType": "text/plain",
            "value": "It sails.\r\n\r\n    on Monday;\r\n    on Friday.",
        },
    ],
    "people": [{"name": "The captain, Olha Marchuk"}],
    "organisations": [
        {"name": "River Lines", "literal": "RL", "uri": "https://example.com/river-lines"}
    ],
}  # fmt: skip

PICTURE_3: Object = {
    "uri": "http://agency.example.com/item/1",
    "type": "picture",
    "versionCreated": "2024-01-08T08:12:00Z",
    "by": "Marta Ivchenko",
    "rightsInfo": {"langid": "http://w3.org/ns/odrl/2/", "encodedRights": '{"prohibitions":[]}'},
    "headlines": [{"role": "main", "value": "Ferry"}],
    "descriptions": [{"role": "text", "value": "The ferry (46) at the landing stage"}],
    "renditions": [
        {
            "name": "main", "format": "JPEG Baseline", "contentType": "image/jpg", "width": 512,
            "href": "https://files.example.com/big.jpg?1",
            "extensions": {"mirror:eu": "https://eu.example.com/big.jpg", "hash:sha256": "e3b0"},
        },
        {"name": "small", "title": "Low", "href": "https://files.example.com/small.jpg"},
    ],
}  # fmt: skip

ALL: dict[str, tuple[str, Object]] = {
    "text-1": ("1.6", TEXT_1),
    "new-in-1.4": ("1.4", NEW_IN_14),
    "video-2": ("2.1", VIDEO_2),
    "bodies-2": ("2.1", BODIES_2),
    "event-3": ("3.1", EVENT_3),
    "related-3": ("3.1", RELATED_3),
    "press-3": ("3.1", PRESS_3),
    "picture-3": ("3.1", PICTURE_3),
}
"""Each with the version it is of."""
