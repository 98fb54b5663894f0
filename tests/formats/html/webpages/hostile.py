"""Mark-up that tries to run a script, and the places of a page where it may stand."""

from __future__ import annotations

from tests.formats.html.webpages.pages import MORE, TEXT, news, page

OURS = [
    "<svg><p><style><!--</style><img src=x onerror=evil()>--></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=evil()&gt;'>",
    "<template><img src=x onerror=evil()></template><template shadowrootmode=open><script>evil()</script></template>",
    "<iframe srcdoc='<script>evil()</script>'><iframe src='javascript:evil()'></iframe></iframe>",
    "<noscript><p title='</noscript><img src=x onerror=evil()>'></noscript>",
    "<a href='java\tscript:evil()'>x</a><a href='&#1;javascript:evil()'>x</a><a href='JaVaScRiPt&colon;evil()'>x</a>",
    "<a href='vbscript:evil()'>x</a><a href='data:text/html,<script>evil()</script>'>x</a>",
    "<form action='javascript:evil()'><button formaction='javascript:evil()'>x</button></form>",
    "<img srcset='javascript:evil() 1x, x onerror=evil() 2x' src=x onerror=evil()>",
    "<p data-nm='RawBlock' data-nm-format='xhtml' data-nm-content='<script>evil()</script>'>x</p>",
    "<div data-nm='Embed' data-nm-url='javascript:evil()'>x</div>",
    "<base href='javascript:/evil()//'><a href='x'>x</a>",
    "<object data='javascript:evil()'></object><embed src='javascript:evil()'>",
    "<blockquote cite='javascript:evil()'>x</blockquote><q cite='javascript:evil()'>y</q>",
]


def around(payload: str) -> list[str]:
    """A payload as a page, in a body, in a headline, in a caption, in data."""
    return [
        payload,
        page(f"<article><h1>Ferry to sail again</h1>{TEXT}<p>{payload}</p>{MORE}</article>"),
        page(f"<article><h1>{payload}</h1><figure><img src='/a.jpg' alt='x'><figcaption>{payload}</figcaption></figure>{TEXT}</article>"),
        page(data=news(headline=payload, description=payload, author=payload, articleSection=payload)),
    ]  # fmt: skip
