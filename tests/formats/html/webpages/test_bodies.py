"""The text of an article, and nothing of what stands around it."""

from __future__ import annotations

import re

import pytest

from newsmodel import (
    BlockQuote,
    Divider,
    Embed,
    Emphasis,
    Figure,
    Heading,
    Link,
    ListBlock,
    Paragraph,
    Strong,
    Table,
)
from newsmodel.formats import html, json
from tests.formats.html.webpages.pages import FERRY, MORE, TEXT, news, page, read, read_with

PARAGRAPHS = "\n".join(FERRY)
LONG = (
    f"{TEXT}<p>{FERRY[0]} And so on.</p><p>{FERRY[1]} And on.</p><p>{FERRY[2]} And on it goes.</p>"
)


def lines(inner: str, *, around: str = "{}") -> list[str]:
    """The lines of the text of a page that holds them in its article."""
    markup = (
        f"<article><h1>Ferry to sail again</h1><div class='article-body'>{inner}</div></article>"
    )
    return read(page(around.format(markup))).text.split("\n")


def test_headings_lists_and_quotations_stand_in_order() -> None:
    inner = (
        f"<p>{FERRY[0]}</p><h2>Who <em>pays</em></h2><p>{FERRY[1]}</p><ul><li>One</li><li>Two</li></ul>"
        f"<blockquote><p>“My grandmother sailed on it.”</p></blockquote><ol start=3><li>Three</li></ol>"
        f"<h3>Prices</h3><table><tr><th>Ticket</th><td>2</td></tr></table><hr><p>{FERRY[2]}</p>"
    )
    article = read(page(f"<article><h1>Ferry to sail again</h1>{inner}</article>"))
    kinds = [
        Paragraph,
        Heading,
        Paragraph,
        ListBlock,
        BlockQuote,
        ListBlock,
        Heading,
        Table,
        Divider,
        Paragraph,
    ]
    assert [type(block) for block in article.body] == kinds
    assert [(each.level, each.text) for each in article.headings] == [
        (2, "Who pays"),
        (3, "Prices"),
    ]
    assert article.body[5].start == 3  # type: ignore[attr-defined]  # a list


@pytest.mark.parametrize(
    ("rel", "kept"),
    [
        ("Sponsored nofollow noopener", "sponsored nofollow"),
        ("ugc", "ugc"),
        ("noopener external", None),
    ],
)
def test_links_that_were_paid_for_stay_marked(rel: str, kept: str | None) -> None:
    shop = f'<p>{FERRY[0]} See <a href="https://example.com/x" rel="{rel}">the shop</a>.</p>'
    article = read(page(f"<article><h1>Ferry to sail again</h1>{TEXT}{shop}</article>"))
    (link,) = [n for b in article.body for n in getattr(b, "content", ()) if isinstance(n, Link)]
    assert link.rel == kept


def test_running_text_keeps_its_links_and_stress_and_nothing_of_the_publishers_own() -> None:
    inner = f'<p class="x-1" id="p1" data-t="1" style="color:red" onclick="x()">The <a href="/county" class="l" target="_blank">county</a> <span class="b">says <b>yes</b></span> and <i>no</i>. {FERRY[0]}</p>{TEXT}'
    first = read(page(f"<article><h1>Ferry to sail again</h1>{inner}</article>")).body[0]
    assert isinstance(first, Paragraph)
    assert first.attributes == ()
    assert first.content[:6] == (
        "The ",
        Link(href="https://www.example.org/county", content=("county",)),
        " says ",
        Strong(content=("yes",)),
        " and ",
        Emphasis(content=("no",)),
    )


def test_a_formula_is_read_once_where_it_stands() -> None:
    formula = (
        "<math><semantics><mrow><mi>E</mi><mo>=</mo><mn>5</mn></mrow>"
        "<annotation encoding='application/x-tex'>E = 5</annotation></semantics></math>"
    )
    assert lines(f"<p>{FERRY[0]} Let {formula} be.</p>{LONG}")[0] == f"{FERRY[0]} Let E=5 be."


FURNITURE = [
    '<div class="share-buttons"><p>Share this article with all of your many friends today</p></div>',
    '<div class="newsletter-signup"><h3>Newsletter</h3><p>Get our newsletter every morning at eight.</p></div>',
    "<aside><h3>Background</h3><p>Ferries have sailed here since the year of the great flood.</p></aside>",
    '<section class="related-articles"><h2>More on this</h2><p>Bridge to be closed for the whole winter</p></section>',
    '<div class="article__teaser"><a href="/x"><p>Another story that you will want to read now</p></a></div>',
    "<ul><li><a href='/a'>Bridge closed for the winter</a></li><li><a href='/b'>Bus fares to rise again</a></li></ul>",
    "<p><a href='/a'>Read more: Bridge closed for the winter</a></p>",
    "<p><strong>Lesen Sie auch:</strong> <a href='/a'>Brücke im Winter gesperrt</a></p>",
    "<p>À lire aussi : <a href='/a'>Le pont fermé tout l’hiver</a></p>",
    '<div class="ad-slot">Advertisement</div><div id="outbrain_widget"><p>You may like these other stories too.</p></div>',
    "<p hidden>What nobody is to see before the summer comes around.</p>",
    '<p style="display: none">What nobody is to see before the summer comes around.</p>',
    '<p style="color:red;visibility: hidden">What nobody is to see before the summer is here.</p>',
    '<div aria-hidden="true"><p>What nobody is to see before the summer comes around.</p></div>',
    '<div class="comments"><p>Max: I have always said so, and nobody listened to me!</p></div>',
    "<form><label>Your e-mail</label><input><button>Send</button></form>",
    "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav><script>track()</script><style>p{}</style>",
    "<template><p>What scripts will put here when they are done with it.</p></template>",
    "<svg><text>What is drawn</text></svg>",
    '<div class="author-bio"><p>Olha Marchuk has written about rivers for twenty years.</p></div>',
    '<div class="tags"><a href="/t/ferry">ferry</a> <a href="/t/river">river</a></div>',
    "<h2>More from this section</h2>",
]  # fmt: skip


@pytest.mark.parametrize("furniture", FURNITURE)
def test_what_is_no_part_of_the_text_is_left_out(furniture: str) -> None:
    assert lines(LONG + furniture) == lines(LONG)
    assert lines(f"<p>{FERRY[2]} First.</p>{furniture}{LONG}") == [
        f"{FERRY[2]} First.",
        *lines(LONG),
    ]


HIDDEN = [
    '<figure hidden><img src="secret.jpg" alt="secret"><figcaption>The secret</figcaption></figure>',
    '<div style="display:none"><figure><img src="secret.jpg" alt="secret"></figure></div>',
    '<figure><img style="visibility:hidden" src="secret.jpg" alt="secret"></figure>',
    '<video hidden src="secret.mp4"></video>',
    '<audio style="display: none" src="secret.mp3"></audio>',
    '<iframe hidden src="https://www.youtube.com/embed/secret"></iframe>',
    "<p>The sum is known. <math hidden><mi>secret</mi></math></p>",
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_pictures_players_and_formulas_that_are_hidden_are_not_read(hidden: str) -> None:
    for markup in (LONG + hidden + LONG, hidden + LONG):
        assert "secret" not in json.dumps(read(page(markup)))
    shown = re.sub(r' (?:hidden|style="[^"]*")', "", hidden)
    assert "secret" in json.dumps(read(page(LONG + shown + LONG)))


def test_a_headline_is_read_without_what_is_hidden_in_it() -> None:
    hidden = "<span hidden>Top </span><math hidden><mi>x</mi></math>"
    assert read(page(f"<article><h1>{hidden}Ferry to sail</h1>{LONG}</article>")).headline == (
        "Ferry to sail"
    )


@pytest.mark.parametrize(
    "name", ["related", "teaser", "advertorial ads", "widget share", "newsletter-text"]
)
def test_a_name_that_holds_most_of_the_text_tells_nothing(name: str) -> None:
    markup = f'<div class="{name}"><article><h1>Ferry to sail again</h1>{LONG}</article></div>'
    assert len(read(page(markup)).body) == 6
    each = "".join(
        f'<div class="{name}"><p>{words} {n}</p></div>' for n, words in enumerate(FERRY * 3)
    )
    assert len(read(page(f"<article><h1>Ferry to sail again</h1>{each}</article>")).body) == 9


def test_a_box_among_the_paragraphs_is_none_of_them() -> None:
    box = '<div class="css-9q"><div class="css-8z"><p>Four weeks for one crown</p><p>Cancel at any time</p></div></div>'
    paragraphs = "".join(f'<p class="css-1a">{words} {n}.</p>' for n, words in enumerate(FERRY * 3))
    assert len(lines(paragraphs + box + paragraphs.replace("The", "Yet the"))) == 15


def test_the_standfirst_comes_first() -> None:
    stand = "Nine years after it was laid up, the ferry of Vilkhove is to sail again."
    for markup in (
        f'<p class="standfirst">{stand}</p>',
        f"<h2 class='article-lead'>{stand}</h2>",
        f"<p>{stand}</p>",
    ):
        head = f'<meta name="description" content="{stand}">'
        body = f"<article><header><h1>Ferry to sail again</h1>{markup}</header><div class='body'>{LONG}</div></article>"
        assert read(page(body, head=head)).text.split("\n")[:2] == [stand, FERRY[0]]


def test_a_short_standfirst_is_one_where_it_is_called_so_and_a_sentence() -> None:
    for line in ("It took nine years.", "Updated at noon", "As of 5 March 2030."):
        body = f"<h1>Ferry to sail again</h1><p class='standfirst'>{line}</p><div>{TEXT}</div>"
        first = read(page(f"<article>{body}</article>")).body[0].text
        assert first == (line if "years" in line else FERRY[0])


def test_a_standfirst_that_the_data_cut_short_is_one() -> None:
    stand = (
        "Nine years after it was laid up, the ferry of Vilkhove is to sail again, says the county."
    )
    head = f'<meta name="description" content="{stand[:70]}…">'
    body = f"<article><header><h1>Ferry to sail again</h1><p>{stand}</p></header><div class='body'>{LONG}</div></article>"
    assert read(page(body, head=head)).text.split("\n")[:2] == [stand, FERRY[0]]


def test_the_headline_is_not_repeated_nor_what_stands_over_it() -> None:
    inner = f"<div><a href='/'>Home</a> › Region</div><p>Transport</p><h1>Ferry to sail again</h1>{LONG}"
    assert read(page(f"<article>{inner}</article>")).text.startswith(FERRY[0])


def test_a_pull_quote_that_repeats_the_text_is_not_counted_twice() -> None:
    quote = "<blockquote>the engine is new, and the landing stage was mended</blockquote>"
    assert lines(LONG + quote + MORE) == lines(LONG + MORE)


@pytest.mark.parametrize("words", ["No.", "Never!", "The engine is new."])
def test_a_short_quotation_is_none_that_is_pulled_from_the_text(words: str) -> None:
    said = f"<p>Will you go? It was not known.</p><blockquote><p>{words}</p></blockquote>"
    assert words in lines(TEXT + said + MORE)


TWEET = (
    "<blockquote class='twitter-tweet'><p lang='en' dir='ltr'>{words}</p>&mdash; Mayor (@mayor) "
    "<a href='https://twitter.com/mayor/status/{number}'>March 5, 2030</a></blockquote>"
)
POSTS = ("The ferry is back, everybody!", "Nine years were too long, all of them.")


@pytest.mark.parametrize(
    "around",
    ["{}", "<div class='social-media-embed'>{}</div>",
     "<figure class='wp-block-embed is-provider-twitter wp-block-embed-twitter'><div>{}</div></figure>"],
)  # fmt: skip
def test_posts_are_quotations_in_their_places(around: str) -> None:
    first, second = (
        around.format(TWEET.format(words=words, number=number))
        for number, words in enumerate(POSTS)
    )
    inner = f"{TEXT}{first}<p>Later she wrote once more, and said so:</p>{second}{MORE}"
    article = read(page(f"<article><h1>Ferry to sail again</h1><div>{inner}</div></article>"))
    kinds = [type(block) for block in article.body]
    assert kinds == [*[Paragraph] * 3, BlockQuote, Paragraph, BlockQuote, *[Paragraph] * 2]
    quotes = [block for block in article.body if isinstance(block, BlockQuote)]
    assert [quote.blocks[0].text for quote in quotes] == list(POSTS)
    assert {quote.attribution for quote in quotes} == {"Mayor (@mayor) March 5, 2030"}
    assert quotes[1].source_url == "https://twitter.com/mayor/status/1"


def test_a_post_without_words_is_an_embed() -> None:
    link = "<a href='https://pictures.example.org/p/1'>{}</a>"
    post = (
        "<blockquote class='instagram-media' data-instgrm-permalink='https://pictures.example.org/p/1'>"
        f"{link.format('View this post')}<p>{link.format('A post shared by M')}</p></blockquote>"
    )
    found = read(
        page(f"<article><h1>Ferry to sail again</h1><div>{TEXT}{post}{MORE}</div></article>")
    )
    (embed,) = [block for block in found.body if isinstance(block, Embed)]
    assert embed.url == "https://pictures.example.org/p/1"
    assert [block.text for block in embed.fallback] == ["View this post", "A post shared by M"]
    assert "View this post" not in found.text


def test_a_post_that_nobody_sees_is_none_of_the_text() -> None:
    hidden = TWEET.replace("class=", "style='display:none' class=").format(words=POSTS[0], number=1)
    assert POSTS[0] not in lines(TEXT + hidden + MORE)


SAID = "<p>“It is older than I am.”</p>"
SIGNED = [
    "<figure><blockquote>{}</blockquote><figcaption>— Olha Marchuk, captain</figcaption></figure>",
    "<div><figure><blockquote>{}</blockquote></figure><figcaption><div class='Quote__quotee'>Olha Marchuk</div><div class='Quote__role'>captain</div></figcaption></div>",
    "<blockquote>{}<footer>— <cite>Olha Marchuk</cite>, captain</footer></blockquote>",
    "<blockquote>{}<footer><cite><span class='a'>Olha Marchuk</span> <span class='b'>captain</span></cite></footer></blockquote>",
    "<blockquote>{}<figcaption><cite>Olha Marchuk, captain</cite></figcaption></blockquote>",
    "<blockquote>{}<p>— <cite>Olha Marchuk</cite>, captain</p></blockquote>",
    "<blockquote class='pullquote'>{}<p class='author'>Olha Marchuk, captain</p></blockquote>",
    "<blockquote class='zitat'>{}<div><span class='zitat__name'>Olha Marchuk, captain</span></div></blockquote>",
    "<blockquote>{}</blockquote><p class='attribution'>— Olha Marchuk, captain</p>",
    "<blockquote>{}</blockquote><p class='blockquote__author'>Olha Marchuk, captain</p>",
    "<div class='citation'><blockquote>{}</blockquote><div class='auteur'>Olha Marchuk, captain</div></div>",
    "<blockquote>{}<p>— Olha Marchuk, captain</p></blockquote>",
    "<blockquote>{}</blockquote><p>― Olha Marchuk, captain</p>",
    "<blockquote><p>“It is older than I am.” — <cite>Olha Marchuk, captain</cite></p></blockquote>",
    "<blockquote>{}<p><cite>Olha Marchuk, captain</cite></p></blockquote>",
    "<blockquote><p>“It is older than I am.”</p><span class='quote-author'>Olha Marchuk</span><span class='quote-author'>captain</span></blockquote>",
    "<blockquote>{}</blockquote><p>— Olha Marchuk, captain</p><p>— We sail at nine, said Jan Kos.</p>",
    "<blockquote><p>“It is older than I am.”<br><cite>Olha Marchuk, captain</cite></p></blockquote>",
    "<div class='quote'>{}<span class='quote-author'>Olha Marchuk, captain</span></div>",
    "<div class='pull-quote'>{}<div class='pull-quote__author'>— Olha Marchuk, captain</div></div>",
    "<figure><blockquote>{}</blockquote><figcaption><img src='/o.png'> Olha Marchuk, captain</figcaption></figure>",
    "<blockquote>“It is older than I am.”<footer>Olha Marchuk, captain<b hidden>secret</b></footer></blockquote>",
]  # fmt: skip


@pytest.mark.parametrize("markup", SIGNED)
def test_the_attribution_of_a_quotation_is_told_from_its_words(markup: str) -> None:
    article = read(
        page(f"<article><h1>Ferry to sail again</h1>{TEXT}{markup.format(SAID)}{MORE}</article>")
    )
    (found,) = [block for block in article.body if isinstance(block, BlockQuote)]
    assert [block.text for block in found.blocks] == ["“It is older than I am.”"]
    assert found.attribution == "Olha Marchuk, captain"


UNSIGNED = [
    "<blockquote><p>— It is older than I am.</p><p>— Olha Marchuk</p></blockquote>",
    "<blockquote><p>It is older than <cite>The Ferry</cite></p></blockquote>",
    "<blockquote><p>It is older than I am.</p></blockquote><p>— And older than I, said Olha Marchuk.</p>",
    "<blockquote><p class='has-source-serif-font'>It is older than I am.</p><p class='has-source-serif-font'>It sails</p></blockquote>",
    "<blockquote><p>It is older than I am.</p><p class='has-source-serif-font'>It sails at last.</p></blockquote>",
    "<blockquote><p class='name'>Make Ferries Great</p><p class='name'>Again and again</p></blockquote>",
    "<blockquote class='citation'>Make Ferries Great</blockquote><blockquote class='citation'>It sails</blockquote>",
    "<blockquote><p>It is older than I am.</p></blockquote><cite>The Vilkhove Times</cite> first told it.",
    "<blockquote><p>It is older than I am.</p></blockquote><cite>Olha Marchuk</cite> <em>first</em> told it.",
    "<blockquote><p>On the list are:</p><p>- Olha Marchuk</p><p>- Jan Kos</p></blockquote>",
    "<blockquote><p>On the list are:</p></blockquote><p>- Olha Marchuk</p><p>- Jan Kos</p>",
    "<div class='quote'><p>It is older than I am.</p><p class='name'>The ferry</p></div>",
    "<blockquote><p>It is older than I am.</p><footer hidden>Olha Marchuk</footer></blockquote>",
    "<blockquote><p>It is older than I am.</p><p class='author' hidden>Olha Marchuk</p></blockquote>",
]  # fmt: skip


@pytest.mark.parametrize("markup", UNSIGNED)
def test_words_of_a_quotation_are_no_attribution(markup: str) -> None:
    article = read(page(f"<article><h1>Ferry to sail again</h1>{TEXT}{markup}{MORE}</article>"))
    assert all(b.attribution is None for b in article.body if isinstance(b, BlockQuote))
    assert ("Olha" in article.text) == ("Olha" in markup and "hidden" not in markup)


@pytest.mark.parametrize("element", ["<cite>{}</cite>", "<span class='attribution'>{}</span>"])
@pytest.mark.parametrize("words", ["It sails.", "Why not?", "At last!", "It sails,", "Он плывёт…"])
@pytest.mark.parametrize("name", ["Olha Marchuk", "Town of Vilkhove", "captain"])
def test_what_is_marked_at_the_end_of_a_quotation_tells_whose_it_is(
    element: str, words: str, name: str
) -> None:
    quote = f"<blockquote><p>{words} {element.format(name)}</p></blockquote>"
    article = read(page(f"<article><h1>Ferry to sail again</h1>{TEXT}{quote}{MORE}</article>"))
    (found,) = [block for block in article.body if isinstance(block, BlockQuote)]
    assert found.attribution == name
    assert found.text == f"{words}\n{name}"


@pytest.mark.parametrize("markup", [
    "<div class='destaque'><p>The ferry sails on Monday.</p><p class='autor'>Jan Kos</p></div>",
    "<div class='stock-quote'><p>Shares fell three per cent.</p><p class='name'>Vilkhove Ferries</p></div>",
    "<section class='quotes'><h3>“What they say”</h3><p>“It sails.”</p><p class='source'>Jan Kos</p></section>",
])  # fmt: skip
def test_a_box_without_words_in_marks_is_no_quotation_whatever_it_is_called(markup: str) -> None:
    article = read(page(f"<article><h1>Ferry to sail again</h1>{TEXT}{markup}{MORE}</article>"))
    assert not any(isinstance(block, BlockQuote) for block in article.body)


def test_the_caption_of_a_picture_beside_a_quotation_is_no_attribution() -> None:
    shown = "<img src='/mayor-portrait.jpg' width='900' height='600'>"
    caption = "<figcaption>The captain in her cabin. Photo: Jan Kos/Example</figcaption>"
    markup = f"<figure>{shown}<blockquote>{SAID}</blockquote>{caption}</figure>"
    article = read(page(f"<article><h1>Ferry to sail again</h1>{TEXT}{markup}{MORE}</article>"))
    (found,) = [each for image in article.images for each in image.captions]
    assert (found.text, found.credit) == ("The captain in her cabin.", "Jan Kos/Example")


def test_a_pull_quote_of_somebody_whom_the_text_does_not_name_is_kept() -> None:
    quote = f"<blockquote><p>{FERRY[1]}</p><footer>{{}}</footer></blockquote>"
    for name, count in (("Olha Marchuk, captain", 1), ("The county, in a letter", 0)):
        inner = f"<article><h1>Ferry to sail again</h1>{TEXT}{quote.format(name)}{MORE}</article>"
        body = read(page(inner)).body
        assert sum(isinstance(block, BlockQuote) for block in body) == count


def test_paragraphs_may_be_parted_by_empty_lines_or_stand_in_other_elements() -> None:
    assert lines("<br><br>".join(FERRY)) == list(FERRY)
    assert lines("".join(f"<div><span>{words}</span></div>" for words in FERRY)) == list(FERRY)
    assert lines(f"<p>{FERRY[0]}<br><br>{FERRY[1]}</p>") == list(FERRY[:2])


def test_of_two_articles_the_one_under_the_headline_counts() -> None:
    other = f"<article><h1>Bridge closed</h1>{''.join(f'<p>The bridge stays closed, they said, for {n} more weeks.</p>' for n in range(40))}</article>"
    own = f"<article><h1>Ferry to sail again</h1>{LONG}</article>"
    assert read(page(own + other, data=news())).text == read(page(own)).text


def test_pages_without_any_markup_for_articles_are_read_too() -> None:
    for without in (False, True):
        markup = f"<html><body><table><tr><td>Menu</td><td>{LONG}</td></tr></table></body></html>"
        article = read(markup)
        assert FERRY[1] in article.text, without
        assert [each.rule for each in article.findings] == ["html.unmarked"]


def test_without_the_extra_the_weight_of_the_text_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    article = read(f"<html><body><div>Menu</div><div>{LONG}</div></body></html>")
    assert article.text == read(page(f"<article><h1>Ferry to sail again</h1>{LONG}</article>")).text
    assert "newsmodel[extract]" in article.findings[0].message


def test_a_page_with_a_few_words_is_read() -> None:
    assert read("<p>It sails.</p>").text == "It sails."
    assert read("<article><h1>Ferry</h1><p>It sails.</p></article>").text == "It sails."


def test_quotations_are_marked_on_request() -> None:
    said = "<p>“The engine is new, and the hull is older than I am,” said Olha Marchuk, the captain.</p>"
    markup = page(f"<article><h1>Ferry to sail again</h1>{TEXT}{said}</article>")
    (quote,) = html.loads(markup, find_quotes=True).quotes
    assert str(quote.speaker) == "Olha Marchuk"
    assert html.loads(markup).quotes == ()
    assert html.loads(markup).text == html.loads(markup, find_quotes=True).text


def test_what_was_read_comes_back_when_it_is_written_as_a_page_of_our_own() -> None:
    article = read_with(news(author="Olha Marchuk", datePublished="2030-03-05T12:30:00Z"))
    again = html.loads(html.dumps(article))
    assert again == article
    assert Figure not in map(type, again.body)
