"""What type checkers must refuse: each line marked so, and no other. Never run, only checked.

Pyright does not follow `attrs.evolve`; mypy does.
"""

from __future__ import annotations

from attrs import evolve

import newsmodel
from newsmodel import Article, Figure, Heading, Image, InlineQuote, Paragraph, Text

Article()  # refused: no id
Article("urn:example:1")  # refused: fields are named
Article(id="urn:example:1", headlin="typo")  # refused: no such field
Article(id="urn:example:1", headline=["two", "words"])  # refused: not a string
Article(id="urn:example:1", body=[1, 2])  # refused: neither blocks nor strings
Article(id="urn:example:1", body=[InlineQuote(content="said")])  # refused: an inline, no block
Article(id="urn:example:1", images=["photo.jpg"])  # refused: not an image
Paragraph(content=[Paragraph(content="inner")])  # refused: a block, no inline
Paragraph(content=b"bytes")  # refused: not text
Heading(content="Two", level="2")  # refused: not a number
Figure()  # refused: shows nothing
Text(value=None)  # refused: no words

article = Article(id="urn:example:1")
article.headline = "New"  # refused: immutable
article.body.append(Paragraph())  # refused: a tuple
article.headlin  # refused: no such field
evolve(article, headline=1)  # refused by mypy: not a string
evolve(article, headlin="typo")  # refused by mypy: no such field
Image(id="i", captions="a caption")  # refused: not a caption
newsmodel.read(1)  # refused: not a path
newsmodel.write("article", "a.json")  # refused: not an article
newsmodel.reed("a.json")  # refused: no such verb
