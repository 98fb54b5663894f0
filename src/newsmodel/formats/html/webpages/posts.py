"""Posts of social networks that an article shows: quotations of somebody, with an address."""

from __future__ import annotations

from lxml import etree

from newsmodel.formats.html.elements import Element

__all__ = ["is_post", "set_posts_apart", "shows_post"]

_POSTS = frozenset(
    "twitter-tweet twitter-video instagram-media tiktok-embed fb-xfbml-parse-ignore bluesky-embed "
    "mastodon-embed reddit-embed-bq text-post-media".split()
)
"""What the networks call the quotation that their script makes a post of."""
_ADDRESSES = ("cite", "data-instgrm-permalink", "data-text-post-permalink", "data-embed-url")
_DASHES = ("—", "–", "--")


def is_post(node: Element) -> bool:
    """Whether an element is a post as a network has it put into a page."""
    return node.tag == "blockquote" and not _POSTS.isdisjoint((node.get("class") or "").split())


def shows_post(node: Element) -> bool:
    """Whether an element is or holds a post."""
    return any(is_post(each) for each in node.iter("blockquote"))


def set_posts_apart(text: Element) -> None:
    """Make of each post a quotation with an address and a name, or a frame where it has no words.

    Of a picture or a film the networks give but links: "View this post".
    """
    for post in [each for each in text.iter("blockquote") if is_post(each)]:
        address = _address(post, _signed(post))
        if address and not _says_something(post):
            post.tag = "iframe"
            post.set("src", address)
        elif address:
            post.set("cite", address)


def _signed(post: Element) -> Element | None:
    """The line behind the words, a dash and who wrote them, made an element."""
    for child in post:
        tail = (child.tail or "").lstrip()
        if not tail.startswith(_DASHES):
            continue
        signature = etree.Element("cite")
        signature.text, child.tail = tail, None
        signature.extend(list(child.itersiblings()))
        post.append(signature)
        return signature
    return None


def _address(post: Element, signature: Element | None) -> str | None:
    """Where a post stands: the network says so, or leads there from the date behind the name."""
    dated = [] if signature is None else [a.get("href") for a in signature.iter("a")]
    links = [a.get("href") for a in post.iter("a")]
    found = (*(post.get(name) for name in _ADDRESSES), *dated[-1:], *links)
    return next((each for each in found if each), None)


def _says_something(post: Element) -> bool:
    """Whether a post holds words outside links."""
    strings = post.xpath(".//text()[not(ancestor::a)]")
    return any(char.isalpha() for string in strings for char in string)
