"""From the items of a feed to articles and back.

`joining` puts items together and takes them apart again; `items` says which items an article is
made of; `own_media`, `named_items` and `named_media` deal with media that are no items of their
own, or stand in a text and name one; `shown_items` tells by name or file which item a text shows;
`as_read` knows which of them may no longer be shown; `feeds` tells whether an article came from a
feed at all.
"""
