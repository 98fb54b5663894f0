"""`python -m publisher FEEDS SITE`."""

import sys
from pathlib import Path

from publisher.importing import stories
from publisher.site import publish


def main(feeds: str, site: str) -> None:
    """Publish what is in a folder of feeds."""
    rejected: dict[Path, str] = {}
    files = sorted(path for path in Path(feeds).iterdir() if path.is_file())
    pages = publish(stories(files, rejected), Path(site))
    print(f"{len(pages)} pages in {site}")
    for feed, reason in rejected.items():
        print(f"not read: {feed}: {reason}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
