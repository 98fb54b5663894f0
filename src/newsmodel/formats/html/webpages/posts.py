"""Posts of social networks that an article shows: quotations of somebody, with an address."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsmodel.formats.html.elements import Element

__all__ = ["around_posts", "is_post", "set_posts_apart"]

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


def around_posts(root: Element) -> set[Element]:
    """The posts of a page, and all elements that hold one."""
    found: set[Element] = set()
    for post in filter(is_post, root.iter("blockquote")):
        for each in (post, *post.iterancestors()):
            if each in found:
                break
            found.add(each)
    return found


def set_posts_apart(text: Element) -> None:
    """Make of each post a quotation with an address and a name, or a frame where it has no words.

    Of a picture or a film the networks give but links: "View this post".
    """
    for post in list(_outermost(text)):
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


def _outermost(text: Element) -> Iterator[Element]:
    walk = etree.iterwalk(text, events=("start",), tag="blockquote")
    for _, node in walk:
        if is_post(node):
            yield node
            walk.skip_subtree()


def _says_something(post: Element) -> bool:
    """Whether a post holds words outside links."""
    walk = etree.iterwalk(post, events=("start", "end"), tag="*")
    for event, node in walk:
        if event == "start" and node.tag == "a":
            walk.skip_subtree()
            continue
        words = node.text if event == "start" else node.tail if node is not post else None
        if words and any(map(str.isalpha, words)):
            return True
    return False
