"""How fast NewsML-G2 is read and written, and how much memory long messages take.

    python benchmarks/newsml.py FOLDER [FOLDER ...]

Reads every NewsML-G2 document below the folders and prints, all measured in one run on the same
bytes: the time to read them and to write them, as ratios to what lxml takes to parse and to
serialise them; reading and writing back compared with IPTC's own library `newsmlg2`, where it is
installed; and, in a process of its own, the time and the memory that 10,000 items in one message
take, one after another.
"""

import argparse
import contextlib
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from newsmodel.errors import NewsModelError
from newsmodel.formats import newsml

NAR = "http://iptc.org/std/nar/2006-10-01/"
ROUNDS = 5
ITEMS = 10_000

_ITEM = """<newsItem guid="urn:newsml:example.org:20300101:{0}" version="1" standard="NewsML-G2"
 standardversion="2.35" conformance="power" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider literal="Example"/>
<versionCreated>2030-01-01T10:00:00+00:00</versionCreated>{1}</itemMeta>
<contentMeta><language tag="en"/><keyword>bridge</keyword><headline>Bridge {0}</headline>
</contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Bridge {0}</title></head>
<body>{2}</body></html></inlineXML></contentSet></newsItem>
"""
_PICTURE = """<newsItem guid="picture:{0}" version="1" standard="NewsML-G2" standardversion="2.35">
<itemMeta><itemClass qcode="ninat:picture"/><provider literal="Example"/>
<versionCreated>2030-01-01T10:00:00+00:00</versionCreated></itemMeta>
<contentMeta><creditline>Example</creditline></contentMeta></newsItem>
"""
_MEASURED = """
import resource, sys, time
from newsmodel.formats import newsml
started = time.perf_counter()
count = sum(1 for _ in newsml.iterload(sys.argv[1]))
unit = 1 if sys.platform == "darwin" else 1024
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
print(count, time.perf_counter() - started, peak)
"""


def documents(folders: Sequence[str]) -> list[bytes]:
    """The NewsML-G2 documents below some folders."""
    paths = sorted(path for folder in folders for path in Path(folder).rglob("*") if path.is_file())
    return [data for path in paths if _is_newsml(data := path.read_bytes())]


def _is_newsml(data: bytes) -> bool:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
        newsml.loads_message(data)
    except (etree.XMLSyntaxError, NewsModelError):
        return False
    return str(root.tag).startswith(f"{{{NAR}}}")


def seconds(work: Callable[[Any], object], inputs: Sequence[object]) -> float:
    """The time it takes to do something with each input, the median of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for each in inputs:
            work(each)
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def speed(found: list[bytes]) -> None:
    """Print the ratios for reading and writing."""
    parse, serialise = (
        seconds(etree.fromstring, found),
        seconds(etree.tostring, [etree.fromstring(data) for data in found]),
    )
    read = seconds(newsml.loads_message, found)
    write = seconds(newsml.dumps, [newsml.loads_message(data) for data in found])
    size = sum(map(len, found)) / 1e6
    print(f"{len(found)} documents, {size:.1f} MB")
    print(f"read   {read / parse:6.2f} x lxml's parse     {len(found) / read:6.0f} documents/s")
    print(
        f"write  {write / serialise:6.2f} x lxml's tostring  {len(found) / write:6.0f} documents/s"
    )
    other(found)


def other(found: list[bytes]) -> None:
    """Print the ratios for IPTC's library and ours on the documents it can read and write."""
    try:
        import NewsMLG2  # noqa: PLC0415
    except ImportError:
        print("newsmlg2 is not installed")
        return

    def through(data: bytes) -> bytes:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints warnings
            item = NewsMLG2.NewsMLG2Document(data).get_item()
            return etree.tostring(item.to_xml())

    readable = [data for data in found if _keeps(through, data)]
    if not readable:
        print("newsmlg2 brings back nine tenths of none of them")
        return
    base = seconds(lambda data: etree.tostring(etree.fromstring(data)), readable)
    theirs = seconds(through, readable)
    ours = seconds(lambda data: newsml.dumps(newsml.loads_message(data)), readable)
    print(f"read and written back, of lxml's time, the {len(readable)} documents of which newsmlg2")
    print(f"keeps nine tenths: newsmlg2 {theirs / base:.1f} x, newsmodel {ours / base:.1f} x")


def _keeps(through: Callable[[bytes], bytes], data: bytes) -> bool:
    """Whether most of a document comes back: what is left out costs no time."""
    try:
        written = through(data)
    except Exception:  # noqa: BLE001 - whatever it raises, it cannot read the document
        return False
    before, after = (sum(1 for _ in etree.fromstring(each).iter("*")) for each in (data, written))
    return after >= 0.9 * before


def memory(count: int, *, pictures: bool) -> None:
    """Print time and memory for one long message, with or without pictures further down."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.xml"
        with path.open("w", encoding="utf-8") as file:
            file.write(f'<newsMessage xmlns="{NAR}"><itemSet>\n')
            for number in range(count):
                file.write(_item(number, pictures=pictures))
                if pictures and number % 20 == 10:
                    file.write(_PICTURE.format(number - 10))
            file.write("</itemSet></newsMessage>")
        call = [sys.executable, "-c", _MEASURED, str(path)]
        env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        articles, taken, peak = subprocess.check_output(call, env=env, text=True).split()  # noqa: S603
        size = path.stat().st_size / 1e6
    print(f"{articles} articles in {size:.0f} MB{', every 20th with a picture' * pictures}:")
    print(f"       {float(taken):6.1f} s, at most {int(peak) / 1e6:.0f} MB of memory")


def _item(number: int, *, pictures: bool) -> str:
    link = f'<link rel="irel:associatedWith" residref="picture:{number}"/>'
    shown = link if pictures and number % 20 == 0 else ""
    words = "<p>Cracks were <b>found</b> in a pier of the bridge.</p>" * 20
    return _ITEM.format(number, shown, words)


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", help="folders of NewsML-G2 documents")
    found = documents(parser.parse_args().folders)
    if found:
        speed(found)
    for count in (ITEMS // 2, ITEMS):
        memory(count, pictures=False)
    memory(ITEMS, pictures=True)


if __name__ == "__main__":
    main()
