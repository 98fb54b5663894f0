"""Pictures: files, captions, credits."""

from __future__ import annotations

from typing import Any

import pytest

from newsmodel import Embed, Figure, Image, ImageRole, Link, Rendition, Rights, Table
from newsmodel.formats import html
from tests.formats.html.webpages.pages import MORE, TEXT, news, page, read, read_with

IMG = '<img src="/pictures/ferry-1.jpg" alt="A ferry" width="800" height="600">'


def images(markup: str, **more: object) -> tuple[Image, ...]:
    body = f"<article><h1>Ferry to sail again</h1><div class='text'>{TEXT}{markup}{MORE}</div></article>"
    return read(page(body)).images


def printed(markup: str) -> tuple[str | None, str | None]:
    """Caption and credit of the one picture."""
    (image,) = images(markup)
    (caption,) = image.captions
    return caption.text, caption.credit


BOTH = ("The ferry at its landing stage", "Marta Ivchenko/Example Press")

SHAPES = {
    "figcaption": "<figure>{img}<figcaption>The ferry at its landing stage (Marta Ivchenko/Example Press)</figcaption></figure>",
    "label": "<figure>{img}<figcaption>The ferry at its landing stage Photo: Marta Ivchenko/Example Press</figcaption></figure>",
    "element": "<figure>{img}<figcaption>The ferry at its landing stage <span class='credit'>Photo: Marta Ivchenko/Example Press</span></figcaption></figure>",
    "glued": "<figure>{img}<figcaption><span class='caption-text'>The ferry at its landing stage</span><span class='caption-credit'>Marta Ivchenko/Example Press</span></figcaption></figure>",
    "small": "<figure>{img}<figcaption>The ferry at its landing stage<small>Marta Ivchenko/Example Press</small></figcaption></figure>",
    "before": "<figure>{img}<span class='image-source'>Foto: Marta Ivchenko/Example Press</span><figcaption>The ferry at its landing stage</figcaption></figure>",
    "footer": "<figure>{img}<figcaption>The ferry at its landing stage</figcaption><footer>Marta Ivchenko/Example Press</footer></figure>",
    "no figure": "<div class='image-box'>{img}<div class='bildunterschrift'>The ferry at its landing stage <span class='fotograf'>© Marta Ivchenko/Example Press</span></div></div>",
    "no name": "<div class='photo'>{img}<p>The ferry at its landing stage (Marta Ivchenko/Example Press)</p></div>",
    "microdata": "<figure itemscope itemtype='https://schema.org/ImageObject'>{img}<figcaption>The ferry at its landing stage <em itemprop='copyrightHolder'>Marta Ivchenko/Example Press</em></figcaption></figure>",
    "label beside": "<figure>{img}<figcaption><span class='caption'>The ferry at its landing stage</span> <small>Photo: <span class='credit'>Marta Ivchenko/Example Press</span></small></figcaption></figure>",
    "label of two words": "<figure>{img}<figcaption>The ferry at its landing stage — File photo: <span class='credit'>Marta Ivchenko/Example Press</span></figcaption></figure>",
    "parted": "<figure>{img}<figcaption>The ferry at its landing stage <span class='credit'>Photo by</span> Marta Ivchenko/Example Press</figcaption></figure>",
    "hidden label": "<figure>{img}<figcaption><span class='visually-hidden'>Caption:</span>The ferry at its landing stage<button>More</button> <span class='copyright'>Copyright Marta Ivchenko/Example Press</span></figcaption></figure>",
    "credit in a wrapper": "<figure><div class='image'>{img}<span class='credit'>Marta Ivchenko/Example Press</span></div><figcaption>The ferry at its landing stage</figcaption></figure>",
    "credit called a caption in a wrapper": "<figure><div class='image'>{img}<span class='caption-credit'>Marta Ivchenko/Example Press</span></div><figcaption>The ferry at its landing stage</figcaption></figure>",
    "small print in a wrapper": "<figure><div class='photo-wrapper'>{img}<small class='copyright'>© Marta Ivchenko/Example Press</small></div><figcaption>The ferry at its landing stage</figcaption></figure>",
    "wrapper and no figure": "<div class='lead'><div class='picture'>{img}<span class='credit'>Marta Ivchenko/Example Press</span></div><p class='caption'>The ferry at its landing stage</p></div>",
    "buttons in a wrapper": "<figure><div class='image'>{img}<span>Zoom</span><span class='counter'>Picture 1 of 5</span></div><figcaption>The ferry at its landing stage (Marta Ivchenko/Example Press)</figcaption></figure>",
    "label for those who listen": "<figure><div data-testid='image'>{img}<span role='text'><span class='visually-hidden'>Image source, </span>Marta Ivchenko/Example Press</span></div><figcaption><span class='visually-hidden'>Image caption, </span>The ferry at its landing stage</figcaption></figure>",
    "caption called a credit": "<div class='image'>{img}<div itemprop='caption' class='image__caption attribution'>The ferry at its landing stage</div><figcaption class='image__credit'>Marta Ivchenko/Example Press</figcaption></div>",
    "hash of letters": "<figure>{img}<figcaption class='Text_normal__pqUbH'>The ferry at its landing stage (Marta Ivchenko/Example Press)</figcaption></figure>",
    "caption with an icon": "<figure>{img}<figcaption class='caption has-icon'><i class='icon'>cam</i>The ferry at its landing stage (Marta Ivchenko/Example Press)</figcaption></figure>",
    "said twice": "<figure><div class='image'>{img}<div class='large-caption'><p>The ferry at its landing stage</p></div></div><figcaption>The ferry at its landing stage <span class='credit'>Marta Ivchenko/Example Press</span></figcaption></figure>",
    "linked": "<figure><a href='/gallery/1'>{img}</a><figcaption>The ferry at its landing stage <cite>Marta Ivchenko/Example Press</cite></figcaption></figure>",
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_captions_and_credits(shape: str) -> None:
    assert printed(SHAPES[shape].format(img=IMG)) == BOTH


UNSAID = {
    "a button": "<figure><div class='image'>{img}<span>Open image in gallery</span></div></figure>",
    "a number": "<div class='picture'>{img}<span>5</span></div>",
    "a headline of another article": "<div class='picture'>{img}<h3>Bridge to be closed</h3></div>",
    "the caption of a video": "<div><div class='picture'>{img}</div><figure><iframe src='https://v.example.org/1'></iframe><figcaption>The captain, on film</figcaption></figure></div>",
}  # fmt: skip


@pytest.mark.parametrize("shape", UNSAID)
def test_what_else_stands_beside_a_picture_is_no_caption(shape: str) -> None:
    for image in images(UNSAID[shape].format(img=IMG)):
        assert [(c.text, c.credit) for c in image.captions] == [(None, None)]


def test_elements_side_by_side_hold_words_of_their_own() -> None:
    text, _ = printed(
        f"<figure>{IMG}<figcaption><span>The ferry at noon</span><span>Ann</span></figcaption></figure>"
    )
    assert text == "The ferry at noon Ann"


def test_the_credit_is_taken_apart() -> None:
    (image,) = images(SHAPES["element"].format(img=IMG))
    assert image.captions[0].photographers == ("Marta Ivchenko",)
    assert image.captions[0].agencies == ("Example Press",)
    assert image.captions[0].alt_text == "A ferry"


@pytest.mark.parametrize(
    ("figcaption", "text", "credit"),
    [
        ("<figcaption>{}</figcaption>", "Olha Marchuk", "Reuters"),
        ("<figcaption class='credit'>{}</figcaption>", None, "Olha Marchuk / Reuters"),
        ("<figcaption><small>{}</small></figcaption>", None, "Olha Marchuk / Reuters"),
        ("<figcaption>The bank <cite>{}</cite></figcaption>", "The bank", "Olha Marchuk / Reuters"),
    ],
)
def test_a_name_before_an_agency_took_the_picture_only_where_a_credit_stands(
    figcaption: str, text: str | None, credit: str
) -> None:
    line = figcaption.format("Olha Marchuk / Reuters")
    (image,) = images(f"<figure>{IMG}{line}</figure>")
    (caption,) = image.captions
    assert (caption.text, caption.credit) == (text, credit)
    assert caption.photographers == (("Olha Marchuk",) if credit != "Reuters" else ())


@pytest.mark.parametrize("line", ["{}", "({})", "[{}]", "| {}", "({}"])
@pytest.mark.parametrize("credit", ["Jan Kos (AP)", "Jan Kos (AFP via Getty Images)", "Jan Kos"])
def test_a_credit_keeps_its_own_brackets_and_loses_those_around_it(line: str, credit: str) -> None:
    figure = f"<figure>{IMG}<figcaption>The ferry <cite>{line.format(credit)}</cite></figcaption>"
    (image,) = images(f"{figure}</figure>")
    (caption,) = image.captions
    assert (caption.text, caption.credit) == ("The ferry", credit)
    assert caption.photographers == ("Jan Kos",)


def test_a_caption_of_the_data_that_repeats_the_credit_is_none() -> None:
    line = "Olha Marchuk / Reuters"
    thing = {"@type": "ImageObject", "url": "/ferry.jpg", "caption": line, "creditText": line}
    head = news(image=thing)
    (image,) = read_with(head).images
    assert [(c.text, c.credit) for c in image.captions] == [(None, line)]


def test_a_caption_is_no_paragraph_and_the_picture_has_its_place() -> None:
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{SHAPES['glued'].format(img=IMG)}{MORE}</article>"
    article = read(page(body))
    assert "landing stage Marta" not in article.text.replace("\n", " ")
    assert [type(block) for block in article.body].index(Figure) == 3
    figure = article.body[3]
    assert isinstance(figure, Figure)
    assert figure.image_id == article.images[0].id


def test_the_picture_over_the_text_is_the_lead() -> None:
    figure = SHAPES["element"].format(img=IMG)
    inner = SHAPES["element"].format(img=IMG.replace("ferry-1", "engine-room"))
    body = f"<article><header><h1>Ferry to sail again</h1>{figure}</header><div>{TEXT}{inner}{MORE}</div></article>"
    first, second = read(page(body)).images
    assert (first.role, second.role) == (ImageRole.LEAD, ImageRole.INLINE)


FILES = {
    '<img src="/a/ferry.jpg">': [("https://www.example.org/a/ferry.jpg", None)],
    """<img src="data:image/gif;base64,R0" data-srcs='{"https:\\/\\/i.example.org/a/ferry.jpg":{"w":9}}'>""": [("https://i.example.org/a/ferry.jpg", None)],
    '<img src="/a/ferry at sea.jpg" data-src="{{ferry}}">': [("https://www.example.org/a/ferry at sea.jpg", None)],
    '<img src="data:image/gif;base64,R0" data-src="/a/ferry.jpg">': [("https://www.example.org/a/ferry.jpg", None)],
    '<img src="/img/placeholder.png" data-src="/a/ferry.jpg">': [("https://www.example.org/a/ferry.jpg", None)],
    '<img srcset="/a/ferry-400.jpg 400w,/a/ferry-800.jpg 800w">': [
        ("https://www.example.org/a/ferry-400.jpg", 400), ("https://www.example.org/a/ferry-800.jpg", 800)],
    '<img srcset="/a/c_fit,w_400/ferry.jpg 1x, /a/c_fit,w_800/ferry.jpg 2x">': [
        ("https://www.example.org/a/c_fit,w_400/ferry.jpg", None), ("https://www.example.org/a/c_fit,w_800/ferry.jpg", None)],
    '<picture><source srcset="/a/ferry.webp 900w" type="image/webp"><img src="/a/ferry.jpg"></picture>': [
        ("https://www.example.org/a/ferry.jpg", None), ("https://www.example.org/a/ferry.webp", 900)],
    '<img src="data:image/gif;base64,R0"><noscript><img src="/a/ferry.jpg"></noscript>': [("https://www.example.org/a/ferry.jpg", None)],
}  # fmt: skip


@pytest.mark.parametrize("markup", FILES)
def test_files(markup: str) -> None:
    (image,) = images(f"<figure>{markup}<figcaption>The ferry</figcaption></figure>")
    assert [(each.href, each.width) for each in image.renditions] == FILES[markup]


@pytest.mark.parametrize(
    "markup",
    [
        f'<div class="related"><figure>{IMG}<figcaption>Another story</figcaption></figure></div>',
        f'<a href="/other-story">{IMG}</a>',
        f'<div class="author-avatar">{IMG}</div>',
        f"<nav>{IMG}</nav><aside>{IMG}</aside>",
        '<img src="/count.gif" width="1" height="1">',
        '<img src="javascript:alert(1)"><img src="data:image/png;base64,AAAA">',
    ],
)
def test_pictures_of_other_things_are_none_of_its_own(markup: str) -> None:
    assert images(markup) == ()


def test_a_picture_shown_twice_is_one() -> None:
    other = IMG.replace("/pictures/", "/pictures/large/").replace(
        "ferry-1.jpg", "ferry-at-its-landing.jpg"
    )
    small = IMG.replace("ferry-1.jpg", "ferry-at-its-landing.jpg")
    (image,) = images(
        f"<figure>{small}</figure><figure>{other}<figcaption>The ferry</figcaption></figure>"
    )
    assert image.captions[0].text == "The ferry"


def test_the_data_name_a_picture_where_none_is_shown() -> None:
    thing = {
        "@type": "ImageObject", "url": "/a/ferry.jpg", "width": "1200", "height": 800,
        "caption": "The ferry", "creditText": "Example Press",
    }  # fmt: skip
    (image,) = read_with(news(image=[thing])).images
    assert image.role is ImageRole.LEAD
    assert (image.renditions[0].href, image.renditions[0].width) == (
        "https://www.example.org/a/ferry.jpg",
        1200,
    )
    assert (image.captions[0].text, image.captions[0].credit) == ("The ferry", "Example Press")
    head = '<meta property="og:image" content="/a/ferry.jpg"><meta property="og:image:alt" content="A ferry">'
    (image,) = read_with(head=head).images
    assert image.captions[0].alt_text == "A ferry"


def test_the_data_tell_what_is_not_printed_with_a_picture() -> None:
    thing = {
        "@type": "ImageObject", "url": "/crops/wide/ferry-at-its-landing.jpg?w=900",
        "caption": "The ferry", "creditText": "Photo: Marta Ivchenko/Example Press",
    }  # fmt: skip
    img = "<img src='/crops/small/ferry-at-its-landing.jpg'>"
    for shown, text in (
        ("", "The ferry"),
        ("<figcaption>At its stage</figcaption>", "At its stage"),
    ):
        body = f"<article><h1>Ferry to sail again</h1>{TEXT}<figure>{img}{shown}</figure>{MORE}</article>"
        (image,) = read_with(news(image=thing), body=body).images
        (caption,) = image.captions
        assert (caption.text, caption.credit) == (text, "Marta Ivchenko/Example Press")
        assert caption.photographers == ("Marta Ivchenko",)


@pytest.mark.parametrize(
    ("maker", "printed", "creator"),
    [
        ({"creator": {"@type": "Person", "name": "Olha Marchuk"}}, "Example Press", "Olha Marchuk"),
        ({"creator": "Olha Marchuk"}, "Marta Ivchenko/Example Press", "Olha Marchuk"),
        ({"author": "Olha Marchuk / Example Press"}, "Example Press", "Olha Marchuk"),
        ({"creator": {"@type": "Person", "name": "Marta Ivchenko"}}, "Marta Ivchenko", None),
        ({"author": {"@type": "Organization", "name": "Example News"}}, "Marta Ivchenko", None),
        ({"creator": {"@type": "Organization", "name": "Lens Co"}}, "Example Press", "Lens Co"),
        ({}, "Example Press", None),
    ],
)
def test_who_made_a_picture_and_what_others_may_do_with_it_is_of_the_data(
    maker: dict[str, Any], printed: str, creator: str | None
) -> None:
    owned = {
        "copyrightNotice": "© 2030 Example Press",
        "license": "https://press.example/licence",
        "acquireLicensePage": "https://press.example/buy",
    }
    thing = {"@type": "ImageObject", "url": "/pictures/ferry-1.jpg", **owned, **maker}
    figure = f"<figure>{IMG}<figcaption>The ferry <span class='credit'>{printed}</span></figcaption></figure>"
    rights = Rights(
        notices=["© 2030 Example Press"],
        links=(
            Link(rel="license", href="https://press.example/licence"),
            Link(rel="acquire-license-page", href="https://press.example/buy"),
        ),
    )
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{figure}{MORE}</article>"
    (shown,) = read_with(news(image=thing), body=body).images
    assert shown.captions[0].credit == printed
    assert (shown.creator.name if shown.creator else None, shown.rights) == (creator, rights)
    (told,) = read_with(news(image=thing)).images
    assert told.rights == rights


def test_lines_of_a_caption_are_parted() -> None:
    shape = "<figure>{img}<figcaption><p>The ferry.</p><p>It sails</p><div>in May.</div></figcaption></figure>"
    assert printed(shape.format(img=IMG)) == ("The ferry. It sails in May.", None)


def test_a_captioned_picture_beside_the_text_counts_and_a_bare_one_does_not() -> None:
    shown = f"<aside><figure>{IMG}<figcaption>The ferry at its stage</figcaption></figure></aside>"
    assert len(images(shown)) == 1
    assert images(f"<aside>{IMG}</aside>") == ()


@pytest.mark.parametrize(("told", "width"), [("1200", 1200), ("999999", None), ("wide", None)])
def test_sizes_that_are_none_are_left_out(told: str, width: int | None) -> None:
    thing = {"@type": "ImageObject", "url": "/a/ferry.jpg", "width": told}
    (image,) = read_with(news(image=[thing])).images
    assert image.renditions[0].width == width


def test_data_that_say_nothing_of_a_picture_change_nothing() -> None:
    thing = {"@type": "ImageObject", "url": "/crops/wide/ferry-at-its-landing.jpg"}
    body = (
        f"<article><h1>Ferry to sail again</h1>{TEXT}"
        f"<figure><img src='/crops/small/ferry-at-its-landing.jpg'></figure>{MORE}</article>"
    )
    (image,) = read_with(news(image=thing), body=body).images
    assert image.captions == ()


@pytest.mark.parametrize(
    ("alt", "read"),
    [
        ("", None),
        ('alt=""', ""),
        ('alt=" "', ""),
        ('alt="The ferry at its landing stage"', "The ferry at its landing stage"),
    ],
)
def test_an_alternative_text_that_is_empty_or_repeats_the_caption_is_read(
    alt: str, read: str | None
) -> None:
    img = f'<img src="/pictures/ferry-1.jpg" {alt} width="800" height="600">'
    (image,) = images(
        f"<figure>{img}<figcaption>The ferry at its landing stage</figcaption></figure>"
    )
    assert [caption.alt_text for caption in image.captions] == [read]
    assert image.captions[0].text == "The ferry at its landing stage"


def test_where_one_copy_of_a_picture_has_an_alternative_text_that_counts() -> None:
    copies = '<img src="data:," alt=""><noscript><img src="/pictures/ferry-1.jpg" alt="A ferry"></noscript>'
    (image,) = images(f'<figure><img data-src="/pictures/ferry-1.jpg" alt="">{copies}</figure>')
    assert image.captions[0].alt_text == "A ferry"


FILM = '<video src="/films/ferry.mp4" poster="/films/ferry.jpg" controls></video>'
FILMED = "<figcaption>The ferry leaves. <span class='credit'>Video: Marta Ivchenko/Example Press</span></figcaption>"


def test_a_video_in_the_text_has_its_place_its_caption_and_its_still() -> None:
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}<figure>{FILM}{FILMED}</figure>{MORE}</article>"
    article = read(page(body))
    (video,) = article.videos
    assert [each.href for each in video.renditions] == ["https://www.example.org/films/ferry.mp4"]
    assert video.poster == Rendition(href="https://www.example.org/films/ferry.jpg")
    (caption,) = video.captions
    assert (caption.text, caption.credit) == ("The ferry leaves.", "Marta Ivchenko/Example Press")
    assert [b.image_id for b in article.body if isinstance(b, Figure)] == [video.id]
    assert "The ferry leaves" not in article.text
    assert html.loads(html.dumps(article)) == article


def test_a_figure_of_a_video_and_something_else_is_not_the_videos() -> None:
    frame = "<iframe src='https://tube.example/1'></iframe>"
    figure = f"<figure>{FILM}{frame}{FILMED}</figure>"
    article = read(page(f"<article><h1>Ferry to sail again</h1>{TEXT}{figure}{MORE}</article>"))
    assert [video.captions for video in article.videos] == [()]
    assert [b.url for b in article.body if isinstance(b, Embed)] == ["https://tube.example/1"]


def test_a_sound_in_the_text_is_one() -> None:
    sound = '<audio><source src="/sounds/ferry.ogg" type="audio/ogg"></audio>'
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{sound}{MORE}</article>"
    (audio,) = read(page(body)).audios
    kinds = [(each.href, each.content_type) for each in audio.renditions]
    assert kinds == [("https://www.example.org/sounds/ferry.ogg", "audio/ogg")]


def test_the_data_tell_more_of_a_video_and_of_one_that_is_not_shown() -> None:
    shown = {
        "@type": "VideoObject", "name": "The film", "description": "The data say so.",
        "contentUrl": "https://cdn.example.org/films/ferry.mp4", "uploadDate": "2030-03-05",
        "duration": "PT1M35S", "thumbnailUrl": "/films/other.jpg",
    }  # fmt: skip
    other = {"@type": "VideoObject", "name": "The bridge", "embedUrl": "/films/bridge"}
    framed = {"@type": "VideoObject", "name": "Framed", "embedUrl": "https://tube.example/1"}
    figure = f"<figure>{FILM}{FILMED}</figure><iframe src='https://tube.example/1'></iframe>"
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{figure}{MORE}</article>"
    film, bridge, tube = read_with(news(video=[shown, other, framed]), body=body).videos
    assert (film.headline, film.duration, film.captions[0].text) == (
        "The film",
        95.0,
        "The ferry leaves.",
    )
    assert film.poster == Rendition(href="https://www.example.org/films/ferry.jpg")
    assert film.created is not None
    assert (bridge.headline, bridge.renditions[0].content_type) == ("The bridge", "text/html")
    assert tube.headline == "Framed"


def test_the_caption_of_a_frame_is_said_in_its_place() -> None:
    frame = "<iframe src='https://tube.example/1'></iframe>"
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}<figure>{frame}{FILMED}</figure>{MORE}</article>"
    article = read(page(body))
    (embed,) = [block for block in article.body if isinstance(block, Embed)]
    assert [block.text for block in embed.fallback] == [
        "The ferry leaves. Video: Marta Ivchenko/Example Press"
    ]
    assert "The ferry leaves" not in article.text


@pytest.mark.parametrize("around", ["<aside>{}</aside>", "<div class='related'>{}</div>"])
def test_videos_of_other_things_are_none_of_its_own(around: str) -> None:
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{around.format(FILM)}{MORE}</article>"
    assert read(page(body)).videos == ()


SIZED = {
    "a program": ("/imrs.php?src=https://store.example/{}.jpg&w=1440", "/imrs.php?w=90&src=https://store.example/{}.jpg"),
    "a folder of a framework": ("/_next/image?url=%2Ffilms%2F{}.png&w=1200&q=75", "/_next/image?url=%2Ffilms%2F{}.png&w=64&q=75"),
    "a scaler": ("/is/image/Example/{}_at_the_quay?wid=640&hei=360", "/is/image/Example/{}_at_the_quay?wid=90&hei=90"),
    "a signed program": ("/-/media/{}-at-the-quay.ashx?mw=640&hash=AB12", "/-/media/{}-at-the-quay.ashx?mw=90&hash=CD34"),
    "a cut": ("/?imageId={}&cropw=100&croph=80&width=912", "/?imageId={}&cropw=100&croph=60&width=90"),
    "a number": ("/photo/list?of=17&pid={}", "/photo/list?pid={}&of=17&width=90"),
    "a program with a long name": ("/GetPicture2030.ashx?id={}", "/GetPicture2030.ashx?id={}&w=90"),
    "an address within an address": ("/img?of=https://store.example/{}.webp?v=2", "https://store.example/{}.webp"),
}  # fmt: skip


@pytest.mark.parametrize("shape", SIZED)
def test_a_picture_is_known_by_what_its_address_asks_for_whatever_the_size(shape: str) -> None:
    figure = "<figure><img src='{}'><figcaption>{}</figcaption></figure>"
    large, small = SIZED[shape]
    shown = [(large, "ferry"), (large, "mayor"), (small, "ferry")]
    markup = "".join(figure.format(url.format(name), f"The {name}") for url, name in shown)
    told = [
        {"@type": "ImageObject", "url": small.format(name), "creditText": maker}
        for name, maker in (("ferry", "Jan Kos"), ("mayor", "Olha Marchuk"))
    ]
    body = f"<article><h1>Ferry to sail again</h1><div>{TEXT}{markup}{MORE}</div></article>"
    found = [image.captions[0] for image in read_with(news(image=told), body=body).images]
    assert [(each.text, each.credit) for each in found] == [
        ("The ferry", "Jan Kos"),
        ("The mayor", "Olha Marchuk"),
    ]


def test_an_address_of_parameters_without_end_is_read() -> None:
    many = ["/r?" + "&".join(f"p{n}={n}" for n in range(count)) for count in (99, 100)]
    assert len(images("".join(f"<img src='{each}'>" for each in many))) == 2


@pytest.mark.parametrize(
    ("printed", "told"),
    [("Jan Kos/Example Press", {}), ("", {"creditText": "Example Press"}), ("", {})],
)
def test_of_several_makers_of_a_picture_all_are_its_photographers(
    printed: str, told: dict[str, str]
) -> None:
    makers = [{"@type": "Person", "name": name} for name in ("Jan Kos", "Olha Marchuk")]
    thing = {"@type": "ImageObject", "url": "/pictures/ferry-1.jpg", "creator": makers, **told}
    line = f"<figcaption>The ferry <span class='credit'>{printed}</span></figcaption>"
    body = (
        f"<article><h1>Ferry to sail again</h1>{TEXT}<figure>{IMG}{line}</figure>{MORE}</article>"
    )
    article = read_with(news(image=thing), body=body)
    (image,) = article.images
    assert image.creator is None
    assert image.captions[0].photographers == ("Jan Kos", "Olha Marchuk")
    made = html.json_ld(article)["image"]["creator"]
    assert [each["name"] for each in made] == ["Jan Kos", "Olha Marchuk"]
    assert html.loads(html.dumps(article)).images == article.images


@pytest.mark.parametrize(
    "address",
    [
        "https://tube.example/watch?v={}",
        "https://play.example/1/default/index.html?videoId={}",
        "https://cdn.example/{}/index_1080_hls_master.m3u8",
    ],
)
def test_videos_of_the_data_are_told_apart_by_the_whole_address(address: str) -> None:
    told = [
        {"@type": "VideoObject", "name": name, "contentUrl": address.format(name), "embedUrl": "/v"}
        for name in ("ferry", "mayor")
    ]
    assert [each.headline for each in read_with(news(video=told)).videos] == ["ferry", "mayor"]


@pytest.mark.parametrize("asked", ["", "?feature=oembed&amp;rel=0"])
def test_what_the_data_say_of_a_video_in_a_frame_is_kept(asked: str) -> None:
    frame = f"<iframe src='https://tube.example/embed/ferry{asked}'></iframe>"
    told = {
        "@type": "VideoObject",
        "name": "The ferry sails",
        "embedUrl": "https://tube.example/embed/ferry",
        "duration": "PT1M",
        "copyrightNotice": "Not for use in Vilkhove",
    }
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{frame}{MORE}</article>"
    article = read_with(news(video=told), body=body)
    (video,) = article.videos
    assert (video.headline, video.duration) == ("The ferry sails", 60.0)
    assert "Not for use in Vilkhove" in repr(video.rights)
    assert any(isinstance(block, Embed) for block in article.body)
    assert html.loads(html.dumps(article)).videos == article.videos


QUALITIES = [
    ("1080/{}-returns-2030.mp4", "720/{}-returns-2030.mp4"),
    ("{}-returns-2030.m3u8", "{}-returns-2030.mp4"),
    ("{}.mp4?token=a1", "{}.mp4?token=b2"),
]


APART = [
    ("video", "v/ferry_returns_2030.mp4", "AudioObject", "v/ferry_returns_2030.mp3"),
    ("video", "v/111/playlist_master.m3u8", "VideoObject", "v/222/playlist_master.m3u8"),
    ("video", "get?clipNo=1", "VideoObject", "get?clipNo=3"),
]


@pytest.mark.parametrize(("tag", "played", "kind", "named"), APART)
def test_another_film_or_recording_is_told_apart(
    tag: str, played: str, kind: str, named: str
) -> None:
    told = {"@type": kind, "name": "The mill", "contentUrl": f"https://www.example.org/{named}"}
    where = {"VideoObject": "video", "AudioObject": "audio"}[kind]
    shown = f"<{tag} src='/{played}'></{tag}>"
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{shown}{MORE}</article>"
    data: dict[str, Any] = {where: told}
    article = read_with(news(**data), body=body)
    both = (*article.videos, *article.audios)
    assert [each.headline for each in both] == [None, "The mill"]


@pytest.mark.parametrize(("played", "named"), QUALITIES)
def test_a_video_is_known_in_another_quality(played: str, named: str) -> None:
    films = "".join(
        f"<video src='/v/{played.format(name)}'></video>" for name in ("ferry", "mayor")
    )
    told = [
        {"@type": "VideoObject", "name": name, "contentUrl": f"https://v.example/v/{named.format(name)}"}
        for name in ("mayor", "ferry", "bridge")
    ]  # fmt: skip
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{films}{MORE}</article>"
    found = read_with(news(video=told), body=body).videos
    assert [each.headline for each in found] == ["ferry", "mayor", "bridge"]
    assert played.format("ferry") in (found[0].renditions[0].href or "")


def test_a_video_is_not_known_by_a_name_that_several_have() -> None:
    address = "https://v.example/{}/index_1080_hls_master.m3u8"
    film = f"<video src='{address.format('quay')}'></video>"
    told = [
        {"@type": "VideoObject", "name": name, "contentUrl": address.format(name)}
        for name in ("ferry", "mayor")
    ]
    body = f"<article><h1>Ferry to sail again</h1>{TEXT}{film}{MORE}</article>"
    found = read_with(news(video=told), body=body).videos
    assert [each.headline for each in found] == [None, "ferry", "mayor"]


SAID = "{}Timetable of <b>Vilkhove</b>. Source: Jan Kos{}"
TABLE = "<table><tr><td>Monday</td></tr></table>"
FRAME = "<iframe src='https://tube.example/1'></iframe>"
QUAY = "<figure><img src='/pictures/quay.jpg'><figcaption>The quay.</figcaption></figure>"
OTHERS = {
    "a table": f"<figure class='block-table'>{TABLE}<figcaption class='caption'>{SAID}</figcaption></figure>",
    "a table and no figure": f"<div>{TABLE}<p class='caption'>{SAID}</p></div>",
    "a program": f"<figure><pre>10 PRINT</pre><figcaption>{SAID}</figcaption></figure>",
    "a film and a frame": f"<figure>{FILM}{FRAME}<figcaption>{SAID}</figcaption></figure>",
    "a film and no figure": f"<div class='video'>{FILM}<p class='caption'>{SAID}</p></div>",
    "a frame and no figure": f"<div class='video'>{FRAME}<p class='caption'>{SAID}</p></div>",
    "a gallery": f"<figure class='gallery'>{QUAY}{QUAY.replace('quay', 'boat')}<figcaption>{SAID}</figcaption></figure>",
}  # fmt: skip


@pytest.mark.parametrize("inner", [("", ""), ("<p>", "</p>")])
@pytest.mark.parametrize("shown", OTHERS)
def test_what_is_said_of_anything_but_a_picture_is_read_once(
    shown: str, inner: tuple[str, str]
) -> None:
    markup = OTHERS[shown].format(*inner)
    body = f"<article><h1>Ferry to sail again</h1><div>{TEXT}{markup}{MORE}</div></article>"
    article = read(page(body))
    assert article.text.count("Timetable of Vilkhove. Source: Jan Kos") == 1
    captioned = [isinstance(block, Table) and bool(block.caption) for block in article.body]
    assert any(captioned) == (shown == "a table")


def test_the_caption_of_a_picture_that_is_left_out_is_left_out() -> None:
    teaser = f"<a href='/other'><img src='/o.jpg'></a>{TABLE}"
    body = f"<article><h1>Ferry to sail again</h1><div>{TEXT}<div class='promo'><figure>{teaser}<figcaption>Another story</figcaption></figure></div>{MORE}</div></article>"
    assert "Another story" not in read(page(body)).text
