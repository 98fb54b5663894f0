"""A page with nothing wrong in it, and markup that comes near to what rules are for."""

GOOD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ferry to sail again | Example News</title>
<meta name="description" content="After nine years the ferry sails again.">
<meta name="robots" content="max-image-preview:large">
<link rel="canonical" href="https://example.com/en/ferry">
<link rel="alternate" hreflang="en" href="https://example.com/en/ferry">
<link rel="alternate" hreflang="uk" href="https://example.com/uk/ferry">
<link rel="alternate" hreflang="x-default" href="https://example.com/en/ferry">
<meta property="og:title" content="Ferry to sail again">
<meta property="og:type" content="article">
<meta property="og:image" content="https://example.com/ferry.jpg">
<meta property="og:url" content="https://example.com/en/ferry">
<meta property="og:locale" content="en_GB">
<meta property="article:published_time" content="2026-03-01T08:00:00Z">
<meta name="twitter:card" content="summary_large_image">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "NewsArticle", "@id": "https://example.com/en/ferry#article",
   "url": "https://example.com/en/ferry", "headline": "Ferry to sail again &amp; again",
   "image": [{"@type": "ImageObject", "url": "https://example.com/ferry.jpg"}],
   "datePublished": "2026-03-01T10:00:00+02:00", "dateModified": "2026-03-01T11:00:00+02:00",
   "inLanguage": "en-GB", "author": {"@id": "https://example.com/people/1"},
   "publisher": {"@type": "NewsMediaOrganization", "name": "Example News"}},
  {"@type": "Person", "@id": "https://example.com/people/1", "name": "Olena Marchuk",
   "url": "https://example.com/people/1"}]}
</script>
</head>
<body>
<header><nav aria-label="Languages"><ul>
<li><a href="/en/ferry" hreflang="en" lang="en" aria-current="page">English</a></li>
<li><a href="/uk/ferry" hreflang="uk" lang="uk">Українська</a></li>
</ul></nav></header>
<main>
<article>
<h1>Ferry to sail again</h1>
<p>By <a href="/people/1">Olena Marchuk</a>,
<time datetime="2026-03-01T10:00:00+02:00">1 March 2026</time></p>
<figure><img src="/ferry.jpg" alt="A white ferry on a wide river" width="1200" height="675">
<figcaption>The ferry leaves the landing stage on Sunday. Photo: A. Name/Example</figcaption>
</figure>
<p>The ferry will sail again, and that is good for those who live on the other bank of the
river.</p>
<h2 id="fares">Fares</h2>
<p>See <a href="#fares">the fares</a>, or <a href="https://example.com/timetable">the timetable</a>
of the boats that were on the river when it was closed.</p>
<table><tr><th scope="col">Who</th><th scope="col">Fare</th></tr>
<tr><td>Children</td><td>free</td></tr><tr><td>Bicycles</td><td>10</td></tr></table>
<h3>Children</h3>
<p>They go free, R&amp;D &lt; 3.</p>
</article>
</main>
</body>
</html>
"""

STORY = (
    "The ferry across the river will sail again in spring, nine years after it was laid up, and "
    "that is good for all who live on the other bank. The price of a ticket is not yet known."
)
READ_ELSEWHERE = (
    '<main><img src="a.jpg" alt="{words}"></main>',
    '<main><a href="/a" aria-label="{words}"><i></i></a></main>',
    '<main><p title="{words}">a</p></main>',
    '<meta name="description" content="{words}">',
    '<meta property="og:title" content="{words}">',
    '<meta name="twitter:description" content="{words}">',
    '<script type="application/ld+json">{{"@type":"NewsArticle","headline":"{words}"}}</script>',
)
"""Places beside the text whose words are read, read aloud, or shown where a page is shared."""


def elsewhere(words: str) -> tuple[str, ...]:
    """A page for each such place."""
    return tuple(place.format(words=words) for place in READ_ELSEWHERE)


MENDED: dict[str, tuple[str, ...]] = {
    "doctype-missing": ("\ufeff <!-- a --><!doctype HTML PUBLIC 'x'><p>a",),
    "charset-missing": ('<meta http-equiv=Content-Type content="text/html; charset=utf-8">',),
    "title-repeated": ("<title>a</title><svg><title>b</title></svg>",),
    "h1-missing": (
        '<h1><img alt="Example News" src="a.png"></h1>',
        '<div role="heading" aria-level="1">Ferry</div>',
        "<title>Ferry</title><main><h1>Ferry</h1></main>",
    ),
    "h1-repeated": ("<h1>a</h1><h1 hidden>b</h1><template><h1>c</h1></template>",),
    "heading-skipped": (
        "<h1>a</h1><div role=heading>b</div><h3>c</h3><h4 aria-level=2>d</h4>",
        "<h3>a</h3><h2>b</h2>",
        "<h1>a</h1><h4 style='display: none'>b</h4>",
    ),
    "heading-empty": ('<h2 aria-label="Fares"></h2><h2><img src=a alt="Fares"></h2>',),
    "main-missing": ("<div role=main>a</div>",),
    "main-repeated": ("<main>a</main><main hidden>b</main>",),
    "id-repeated": ("<p id=''>a<p id=''>b<template><p id=c></template><p id=c>",),
    "interactive-nested": ("<a><button>a</button></a><label>a <input></label>",),
    "table-header-missing": (
        "<table role=presentation><tr><td>a<td>b<tr><td>c<td>d</table>",
        "<table><tr><td>a<tr><td>b</table>",
    ),
    "frame-title-missing": (
        "<iframe src=a title=b></iframe><iframe src=c width=1 height=1></iframe>",
        "<noscript><iframe src=a></iframe></noscript>",
    ),
    "zoom-forbidden": ('<meta name=viewport content="width=device-width,maximum-scale=10">',),
    "alt-missing": ("<img src=a alt><img src=b role=presentation><img src=c aria-label=d>",),
    "alt-says-nothing": ('<img src=a alt="Image of the saint, 1204.jpg">',),
    "caption-missing": ("<figure><pre>code</pre></figure><figure><img src=a alt=''></figure>",),
    "link-text-missing": (
        "<a href=/><img src=a alt=b></a><a href=/ aria-label=c></a><a name=d></a>",
        "<a href=/ hidden></a><a href=/><svg aria-label=a></svg></a>",
    ),
    "link-text-vague": (
        '<a href=/ aria-label="More on fares">more</a><a href=/>more on fares</a>',
    ),
    "address-unsafe": (
        '<a href="javascript:void(0)">a</a><img alt="" src="data:image/png;base64,AA">',
        '<a href="https://example.com/?q=javascript:1">a</a><iframe src="about:blank"></iframe>',
    ),
    "link-as-button": ("<a href=#>a</a>",),
    "address-insecure": (
        '<link rel=canonical href="https://example.com/"><a href="http://example.com/">a</a>',
        '<img alt="" src="http://example.com/a.png">',
    ),
    "address-malformed": ('<a href="mailto:a b"></a><a href=" https://example.com/a%20b ">c</a>',),
    "anchor-unresolved": ("<a href=#>a</a><a href=#/b>b</a><a href=#c>c</a><a name=c></a>",),
    "markup-shown": ("<main><pre><i>&lt;b&gt;</i></pre><code>&lt;p&gt;</code>1 &lt; 2</main>",),
    "entity-shown": (
        "<main>Q&amp;A; AT&amp;T</main><script>'&amp;amp;'</script>",
        *elsewhere("Fares &amp; bridge"),
        '<main><img src="a.jpg" data-caption="&amp;amp;"></main><nav title="&amp;amp;"></nav>',
        '<meta name="author" content="&amp;amp;">',
    ),
    "text-garbled": ("<main>À la carte, âge, SÃO PAULO</main>",),
    "character-hidden": (
        "<main>ข้าม\u200bฟาก example.com/\u200bferry <i>\ue900</i> 渡し\u200bや</main>",
    ),
    "template-shown": ("<main>{ a } ${</main><script>{{ a }}</script>",),
    "canonical-repeated": ("<link rel=canonical href=/a><link rel=canonical href='/a '>",),
    "open-graph-type": ('<meta property="og:type" content="video.other">',),
    "open-graph-address-differs": (
        ('<link rel=canonical href="/a"><meta property="og:url" content="https://example.com/a">'),
        (
            '<link rel=canonical href="https://www.example.com/a/">'
            '<meta property="og:url" content="http://example.com/a">'
        ),
        *(
            '<link rel=canonical href="https://example.com/%D0%BF%D0%B0">'
            f'<meta property="og:url" content="https://example.com/{path}">'
            for path in ("па", "%d0%bf%d0%b0")
        ),
    ),
    "not-indexed": ('<meta name="robots" content="index, noarchive">',),
    "refreshed": ('<noscript><meta http-equiv=refresh content="0"></noscript>',),
    "language-unregistered": ('<html lang="sr-Latn"><p lang="">a<p lang="zh-Hant-TW">b',),
    "language-doubtful": (
        *(
            f'<html lang="en"><main{outer}><blockquote{inner}><p>Die Fähre wird wieder fahren, und '
            "das ist gut für alle, die auf dem anderen Ufer wohnen. Wir haben lange darauf "
            "gewartet, dass sie wieder fährt, und nun ist es endlich soweit.</p></blockquote>"
            "</main></html>"
            for outer, inner in ((' lang="de"', ""), ("", ' lang="de"'))
        ),
        '<html lang="ua"><main><p>Мер сказав у понеділок, що міст закрито на ремонт до весни.</p>',
        f"<html lang=uk><body><div><script>let ferry = '{STORY}'</script></div>",
    ),
    "hreflang-unregistered": (
        (
            '<link rel=alternate hreflang="x-default" href="https://example.com/">'
            '<link rel=alternate hreflang="en-GB" href="https://example.com/a">'
        ),
    ),
    "hreflang-self-missing": (
        (
            '<link rel=canonical href="https://example.com/a">'
            '<link rel=alternate type="application/rss+xml" href="/rss">'
        ),
        *(
            f'<link rel=canonical href="{canonical}">{known}<link rel=alternate hreflang="{tag}" '
            'href="https://example.com/a"><link rel=alternate hreflang=uk href="https://u.example">'
            for canonical, known, tag in (
                ("https://example.com/a", "", "x-default"),
                ("/a", "", "en"),
                ("/a", '<meta property="og:url" content="https://example.com/a">', "en"),
            )
        ),
    ),
    "modified-before-published": tuple(
        '<script type="application/ld+json">{"@type":"NewsArticle",'
        f'"datePublished":"{published}","dateModified":"{modified}"}}</script>'
        for published, modified in (
            ("2026-03-01T10:05:00Z", "2026-03-01T10:00:00Z"),
            ("2026-03-01T12:00:00+02:00", "2026-03-01T10:30:00Z"),
            ("2026-03-01T22:00:00", "2026-03-01T02:00:00"),
            ("2026-03-02", "2026-03-01T22:00:00Z"),
        )
    ),
    "hreflang-repeated": tuple(
        '<link rel=alternate hreflang="uk" href="https://example.com/uk">'
        f'<link rel=alternate hreflang="uk" href="https://example.com/b" {other}>'
        for other in ('type="application/rss+xml"', 'media="only screen and (max-width: 40em)"')
    ),
    "address-differs": (
        (
            '<link rel=canonical href="/a"><script type="application/ld+json">'
            '{"@type":"NewsArticle","url":"https://example.com/a"}</script>'
        ),
    ),
    "hreflang-contradicted": tuple(
        (
            f'<html lang="{tag}"><link rel=canonical href="https://example.com/a">'
            f'<link rel=alternate hreflang="{other}" href="https://example.com/a">'
        )
        for tag, other in (
            ("en", "en-GB"),
            ("nb", "no"),
            ("he", "iw"),
            ("id-ID", "in"),
            ("ua", "uk"),
        )
    ),
    "open-graph-language": (
        '<html lang="ua"><meta property="og:locale" content="uk_UA">',
        '<html lang="nb"><meta property="og:locale" content="no_NO">',
        '<html lang="fil"><meta property="og:locale" content="tl_PH">',
    ),
    "data-missing": (
        *(
            f'<div itemscope itemtype="{types}">a</div>'
            for types in (
                "https://schema.org/NewsArticle",
                "http://schema.org/BlogPosting",
                "https://schema.org/CreativeWork https://schema.org/Report",
            )
        ),
        *(
            f'<script type="application/ld+json{more}">{{"@type":"{kind}","headline":"a"}}</script>'
            for more, kind in (
                ("; charset=utf-8", "NewsArticle"),
                (" ;profile=https://www.w3.org/ns/json-ld#compacted", "Article"),
                ("", "SocialMediaPosting"),
                ("", "https://schema.org/MedicalScholarlyArticle"),
            )
        ),
    ),
    "data-published-missing": tuple(
        '<script type="application/ld+json">'
        f'{{"@type":"{kind}","{link}":[{{"@type":"NewsArticle","headline":"Boat"}}]}}</script>'
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry",'
        '"datePublished":"2026-03-01T10:00:00Z"}</script>'
        for kind, link in (("ItemList", "itemListElement"), ("WebPage", "significantLink"))
    ),
    "dates-differ": (
        (
            '<meta property="article:published_time" content="2026-03-01T12:00:00+02:00">'
            '<script type="application/ld+json">{"@type":"NewsArticle",'
            '"datePublished":"2026-03-01T10:00:00Z"}</script>'
        ),
    ),
    "headline-differs": (
        (
            '<h1>Ferry sails</h1><script type=\'application/ld+json\'>{"@type":"NewsArticle",'
            '"headline":"After nine years the ferry sails again"}</script>'
        ),
    ),
    "language-differs": (
        (
            '<html lang="no"><script type="application/ld+json">{"@type":"NewsArticle",'
            '"inLanguage":"nb-NO"}</script>'
        ),
    ),
}

FAULTY: dict[str, tuple[str, ...]] = {
    "alt-says-nothing": ('<img src=a alt="Photo 1."><img src=b alt="https://example.com/a">',),
    "alt-repeats-caption": (
        '<figure><img src=a alt="A “big” ferry"><figcaption>A "big" ferry!</figcaption></figure>',
        *(
            f'<html lang=en><figure><img src=a alt="A big ferry"><figcaption>{said}</figcaption>'
            for said in (
                'A big ferry <span class="photo-credit">Ann Roe</span>',
                "<span>A <b>big</b> ferry</span><small>© Ann Roe</small>",
                "A big ferry. Photo: Ann Roe",
                (
                    '<span class="nm-caption">A big ferry</span> <small class="nm-credit-line">'
                    '<span class="nm-credit">Ann Roe</span></small>'
                ),
            )
        ),
    ),
    "address-malformed": (
        '<a href="htps://example.com/fares">Fares</a>',
        '<img src="cdn.example.com:8080/a.jpg" alt="">',
        '<a href="www.example.com/fares">Fares</a>',
    ),
    "modified-before-published": (
        (
            '<script type="application/ld+json">{"@type":"NewsArticle",'
            '"datePublished":"2026-03-01T22:00:00Z","dateModified":"2026-03-01T21:45:00Z"}</script>'
        ),
    ),
    "h1-missing": ('<div role="heading">Ferry</div>',),
    "heading-empty": ('<div role="heading" aria-level="2"></div>',),
    "data-missing": (
        '<div itemscope itemtype="https://schema.org/Blog">a</div>',
        (
            '<script type="application/ld+json">{"@type":"ItemList","itemListElement":['
            '{"@type":"NewsArticle","headline":"Boat"}]}</script>'
        ),
    ),
    "data-broken": tuple(
        f'<script type="application/ld+json">{{"wordCount": {number}}}</script>'
        for number in ("-Infinity", "NaNs")
    ),
    "language-unregistered": ('<html lang="de_DE">', '<p lang="zh-CHS">'),
    "hreflang-unregistered": ('<link rel=alternate hreflang="en_US" href="https://example.com/">',),
    "language-doubtful": (
        (
            '<html lang="de"><article lang="en"><p>Die Fähre wird wieder fahren, und das ist gut '
            "für alle, die auf dem anderen Ufer wohnen. Wir haben lange darauf gewartet, dass sie "
            "wieder fährt.</p></article></html>"
        ),
        (
            '<html lang="en"><article><div lang="EN"><p>Die Fähre wird wieder fahren, und das ist '
            "gut für alle, die auf dem anderen Ufer wohnen. Wir haben lange darauf gewartet, dass "
            "sie wieder fährt.</p></div></article></html>"
        ),
        *(
            f'<html lang="uk"><body>{page}</body></html>'
            for page in (
                f"<article><a href=/b>Bridge closed</a></article><article><p>{STORY}</article>",
                f"<article><p>Міст закрито на ремонт до весни, сказав мер.</article><p>{STORY}",
                f"<main><article><div>{STORY}</div><div>{STORY}</div><p>Foto</article></main>",
                f"<div>{STORY}<br>{STORY}</div><p>Foto",
            )
        ),
    ),
    "markup-shown": (
        "<main>The &lt;o:p&gt;&lt;/o:p&gt; ferry</main>",
        *elsewhere("The &lt;b&gt;ferry&lt;/b&gt;"),
    ),
    "entity-shown": ("<main>Smith &amp;amp Sons</main>", *elsewhere("Fares &amp;amp; bridge")),
    "text-garbled": (*elsewhere("The ferryâ€™s day"), *elsewhere("Caf\ufffd")),
    "character-hidden": ("<main>The fer\ufeffry</main>", *elsewhere("The fer\u2060ry")),
    "character-reversing": elsewhere("Ferry \u202eslias"),
    "template-shown": elsewhere("{{ title }}"),
}
"""For each rule pages it must find something in, beside its own example."""
