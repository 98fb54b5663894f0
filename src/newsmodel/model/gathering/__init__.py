"""From the items of a feed to articles and back.

`joining` puts items together and takes them apart again; `items` says which items an article is
made of; `shown_items` tells which medium in a text is which item, `figures` puts one in the place
of the other, and `own_media` deals with media that are no items of their own; `as_read` knows which
of them may no longer be shown; `feeds` tells whether an article came from a feed at all.
"""
