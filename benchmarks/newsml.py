"""How fast NewsML-G2 is read, written and checked, and how much memory long messages take.

    python benchmarks/newsml.py FOLDER [FOLDER ...] [--schema NewsML-G2_2.35-spec-All-Power.xsd]

Reads every NewsML-G2 document below the folders and prints, all measured in one run on the same
bytes by processor time: reading, as ratios to what lxml takes to parse; writing messages whose
first headline was changed, as ratios to what lxml takes to serialise; the same for IPTC's own
library `newsmlg2`, and for bindings that `xsdata` generates from the schema, each on the documents
of which it keeps nine tenths, with this library on the same ones beside it; and what checking
takes, by this library and by libxml2. What is not installed, and what needs a schema where none
is given, is left out, and said to be. Before all that, in a process of its own, the time and the
memory that 10,000 items in one message take, one after another.
"""

import argparse
import contextlib
import importlib
import io
import os
import subprocess
import sys
import tempfile
import warnings
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs
from lxml import etree
from turns import least

from newsmodel.errors import NewsModelError
from newsmodel.formats import newsml
from newsmodel.model import Article, Message

NAR = "http://iptc.org/std/nar/2006-10-01/"
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
from newsmodel.model import Article, Message
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


def edited(message: Message) -> Message:
    """A message with its first headline changed."""
    for number, item in enumerate(message.items):
        if isinstance(item, Article) and item.headline:
            new = attrs.evolve(item, headline="Bridge closed & open again")
            items = (*message.items[:number], new, *message.items[number + 1 :])
            return attrs.evolve(message, items=items)
    return message


def walk(data: bytes) -> None:
    """Parse a document and look at all of it once."""
    for node in etree.fromstring(data).iter():
        node.tag, node.text, node.tail, node.items()  # looking is the work


def speed(found: list[bytes], schema: str | None) -> None:
    """Print the ratios for reading, writing and checking."""
    trees = [etree.fromstring(data) for data in found]
    messages = [edited(newsml.loads_message(data)) for data in found]
    parse, walking, reading, checking, serialise, writing, *validating = least(
        (etree.fromstring, found),
        (walk, found),
        (newsml.loads_message, found),
        (newsml.check, found),
        (etree.tostring, trees),
        (newsml.dumps, messages),
        *[(etree.XMLSchema(etree.parse(each)).validate, trees) for each in [schema] if each],
    )
    size = sum(map(len, found)) / 1e6
    print(f"{len(found)} documents, {size:.1f} MB; ratios to lxml's parse and tostring")
    print(f"parse and one walk   {walking / parse:6.2f}")
    for name, taken, base in (
        ("newsmodel, read", reading, parse),
        ("newsmodel, check", checking, parse),
        ("newsmodel, write", writing, serialise),
    ):
        print(f"{name:20s} {taken / base:6.2f}   {len(found) / taken:6.0f} documents/s")
    if validating:
        print(f"libxml2, validate    {validating[0] / parse:6.2f}   documents parsed before")
    else:
        print("libxml2's validation, xsdata: left out, since no schema is given")
    for read, write, name in (newsmlg2(), *bindings(schema)):
        if read is None or write is None:
            print(f"{name}: left out")
        else:
            peer(found, read, write, name)


# ------------------------------------------------------------------ others
Verb = Callable[[Any], Any] | None


def newsmlg2() -> tuple[Verb, Verb, str]:
    """The verbs of IPTC's library."""
    try:
        import NewsMLG2  # noqa: PLC0415
    except ImportError:
        return None, None, "newsmlg2, which is not installed"

    def read(data: bytes) -> Any:
        with contextlib.redirect_stdout(io.StringIO()):  # it prints warnings
            return NewsMLG2.NewsMLG2Document(data).get_item()

    return read, lambda item: etree.tostring(item.to_xml()), "newsmlg2"


def bindings(schema: str | None) -> list[tuple[Verb, Verb, str]]:
    """The verbs of classes generated from the schema, by xsdata."""
    if schema is None:
        return []
    try:
        parsers = importlib.import_module("xsdata.formats.dataclass.parsers")
        serializers = importlib.import_module("xsdata.formats.dataclass.serializers")
    except ImportError:
        return [(None, None, "xsdata, which is not installed")]
    with tempfile.TemporaryDirectory() as folder:
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        call = [sys.executable, "-m", "xsdata", "generate", str(Path(schema).resolve())]
        options = ["--package", "bound", "--structure-style", "single-package", "--compound-fields"]
        subprocess.run(  # noqa: S603  # our own arguments
            [*call, *options], cwd=folder, env={**os.environ, "PATH": path}, check=False,
            capture_output=True,
        )  # fmt: skip
        sys.path.insert(0, folder)
        try:
            importlib.import_module("bound")
        except ImportError:
            return [(None, None, "xsdata, which generated nothing from this schema")]
        finally:
            sys.path.remove(folder)
    parser, serializer = parsers.XmlParser(), serializers.XmlSerializer()
    return [(parser.from_bytes, lambda value: serializer.render(value).encode(), "xsdata")]


def peer(
    found: list[bytes], read: Callable[[Any], Any], write: Callable[[Any], Any], name: str
) -> None:
    """Print the ratios of another library and ours, on the documents it can read and write."""
    kept = [data for data in found if _keeps(lambda data: write(read(data)), data)]
    if not kept:
        print(f"{name} brings back nine tenths of none of them")
        return
    print(f"the {len(kept)} documents of which {name} keeps nine tenths:")
    parse, serialise, *taken = least(
        (etree.fromstring, kept),
        (etree.tostring, [etree.fromstring(data) for data in kept]),
        (read, kept),
        (write, [read(data) for data in kept]),
        (newsml.loads_message, kept),
        (newsml.dumps, [newsml.loads_message(data) for data in kept]),
    )
    for who, reading, writing in ((name, *taken[:2]), ("newsmodel", *taken[2:])):
        print(f"{who:20s} read {reading / parse:6.2f}   write {writing / serialise:6.2f}")


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
    parser.add_argument("--schema", help="IPTC's schema of the standard, for validation and xsdata")
    chosen = parser.parse_args()
    # First of all: a process begins with the most memory that the one it came from ever had.
    for count in (ITEMS // 2, ITEMS):
        memory(count, pictures=False)
    memory(ITEMS, pictures=True)
    found = documents(chosen.folders)
    if found:
        with warnings.catch_warnings(action="ignore"):  # others warn of what they cannot convert
            speed(found, chosen.schema)


if __name__ == "__main__":
    main()
