"""How well and how fast `newsml.check` tells valid documents from invalid ones.

    python benchmarks/conformance.py FOLDER SCHEMA [--mutants 6000] [--seed 1] [--speed]

Compares, for every NewsML-G2 document below the folder and for mutants of them, the verdict of
`newsml.check` with that of libxml2 and the XML schema of the standard (IPTC's "multi-schema"), and
lists where they differ. A mutant has one change: an element or attribute dropped, misspelt, given
another value, an element doubled or moved. For each mutant of a valid document that is found
invalid it is counted whether a finding names the changed element, its parent, or an attribute of
them, by path, or a sibling and says the name of the changed element.

What libxml2 is known to get wrong is counted apart, and each is shown: it refuses white space
around dates and numbers of very many digits, and takes empty lists where one member is demanded.
(In `planning` it takes elements of the standard after foreign ones, too, which Xerces does not.)
Dangling references, which it does not look for either, are findings of the lint.

With `--speed`: processor time of `check`, and of libxml2's validation of the same bytes, as ratios
to lxml's parsing of them.
"""

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree
from turns import least

from newsmodel import Problem
from newsmodel.formats import newsml
from newsmodel.formats.newsml.conformance.places import path_of

NAR = "{http://iptc.org/std/nar/2006-10-01/}"
VALUES = (
    "", " ", "x", "two words", "-1", "0", "7", "12", "1.5", "true", "True", "en", "en_US", "%zz",
    "a:b", "a:b c:d", ":b", "http://[", "http://elm.example/a b", "2030-01-31", "2030-02-31",
    "2030-01", "2030-01-31T10:00:00", "2030-01-31T10:00:00+01:00", "2030-01-31 10:00", "line\nend",
    "2030-01-31T25:00:00Z", "PT1H", "9" * 40,
)  # fmt: skip


def parser() -> etree.XMLParser:
    """A parser as `check` uses it."""
    return etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True)


def documents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The documents below a folder that can be parsed and are NewsML-G2."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            try:
                root = etree.fromstring(data, parser())
            except etree.XMLSyntaxError:
                continue
            if str(root.tag).startswith(NAR):
                yield str(path.relative_to(folder)), data


# ------------------------------------------------------------------ mutants
Done = tuple[Any, ...] | None
"""The elements that were changed, and what was changed; None if it cannot be done."""
Mutation = Callable[[random.Random, Any], Done]


def drop(chance: random.Random, node: Any) -> Done:
    """Take an element out."""
    parent = node.getparent()
    if parent is None:
        return None
    _unlink(node)
    return parent, f"{node.tag} dropped"


def double(chance: random.Random, node: Any) -> Done:
    """Put an element in twice."""
    parent = node.getparent()
    if parent is None:
        return None
    again = etree.fromstring(etree.tostring(node, with_tail=False))
    node.addnext(again)
    return again, f"{node.tag} doubled"


def move(chance: random.Random, node: Any) -> Done:
    """Put an element in another place among its siblings."""
    parent = node.getparent()
    if parent is None or len(parent) < 2:
        return None
    before = parent.index(node)
    places = [place for place in range(len(parent)) if place != before]
    _unlink(node)
    parent.insert(chance.choice(places), node)
    return node, f"{node.tag} moved"


def rehome(chance: random.Random, node: Any) -> Done:
    """Put an element into another parent."""
    root = node.getroottree().getroot()
    inside = set(node.iter())
    homes = [each for each in root.iter(f"{NAR}*") if each not in inside]
    if node is root or not homes:
        return None
    home, old = chance.choice(homes), node.getparent()
    _unlink(node)
    home.insert(chance.randint(0, len(home)), node)
    return node, old, f"{node.tag} put into another element"


def misspell(chance: random.Random, node: Any) -> Done:
    """Give an element a name that is a little wrong."""
    namespace, brace, name = str(node.tag).rpartition("}")
    node.tag = f"{namespace}{brace}{misspelt(chance, name)}"
    return node, f"{name} misspelt"


def retype(chance: random.Random, node: Any) -> Done:
    """Give an element another text."""
    if len(node):
        return None
    node.text = chance.choice(VALUES)
    return node, f"{node.tag} = {node.text!r}"


def drop_attribute(chance: random.Random, node: Any) -> Done:
    """Take an attribute out."""
    if not node.attrib:
        return None
    name = chance.choice(node.keys())
    del node.attrib[name]
    return node, f"{node.tag}/@{name} dropped"


def misspell_attribute(chance: random.Random, node: Any) -> Done:
    """Give an attribute a name that is a little wrong."""
    if not node.attrib:
        return None
    name = str(chance.choice(node.keys()))
    value = node.attrib.pop(name)
    namespace, brace, local = name.rpartition("}")
    node.set(f"{namespace}{brace}{misspelt(chance, local)}", value)
    return node, f"{node.tag}/@{name} misspelt"


def retype_attribute(chance: random.Random, node: Any) -> Done:
    """Give an attribute another value."""
    if not node.attrib:
        return None
    name = chance.choice(node.keys())
    node.set(name, chance.choice(VALUES))
    return node, f"{node.tag}/@{name} = {node.get(name)!r}"


MUTATIONS: tuple[Mutation, ...] = (
    drop, double, move, rehome, misspell, retype, drop_attribute, misspell_attribute,
    retype_attribute,
)  # fmt: skip


def _unlink(node: Any) -> None:
    """Take an element out and leave the text after it."""
    parent, before = node.getparent(), node.getprevious()
    assert parent is not None  # noqa: S101 - the callers have looked
    if node.tail and before is not None:
        before.tail = (before.tail or "") + node.tail
    elif node.tail:
        parent.text = (parent.text or "") + node.tail
    node.tail = None
    parent.remove(node)


def misspelt(chance: random.Random, name: str) -> str:
    """A name with a letter too many, too few, swapped, or in the other case."""
    at = chance.randrange(len(name))
    swapped = name[:at] + name[at : at + 2][::-1] + name[at + 2 :]
    ways = [name[:at] + "x" + name[at:], name[:at] + name[at + 1 :], swapped, name.swapcase()]
    good = [way for way in ways if re.fullmatch(r"[A-Za-z_][\w.-]*", way) and way != name]
    return chance.choice(good or [f"{name}x"])


def mutant(chance: random.Random, data: bytes) -> tuple[Any, Sequence[Any], str]:
    """A document with one change: its root, the changed elements, and what was changed."""
    while True:
        root = etree.fromstring(data, parser())
        node = chance.choice(list(root.iter(f"{NAR}*")))
        done = chance.choice(MUTATIONS)(chance, node)
        if done is not None:
            return root, done[:-1], done[-1]


# ------------------------------------------------------------------ comparing
def verdict(data: bytes) -> list[Problem]:
    """What `check` finds wrong by the rules of the schema."""
    return [each for each in newsml.check(data) if each.rule.startswith("schema.")]


_PADDED = re.compile(r"(?<=[>\"'])\s+(?=\d{4}-\d\d)|(?<=\d[\dZ])\s+(?=[<\"'])")


def excused(schema: etree.XMLSchema, ours: bool, data: bytes) -> str | None:  # noqa: FBT001
    """The known error of libxml2 that explains a difference, if one does."""
    if ours and re.search(rb"\d{20}", data):
        return "a number of more digits than it reads"
    if ours and schema.validate(etree.fromstring(_PADDED.sub("", data.decode()), parser())):
        return "white space around a date"
    problems = [p for p in newsml.check(data) if p.rule.startswith("schema.")]
    if not ours and all(
        re.search(r"is '\s*', which is not one or more", p.message) for p in problems
    ):
        return "an empty list"
    return None


def compare(found: Sequence[tuple[str, bytes]], schema: etree.XMLSchema) -> None:
    """Print how the verdicts on whole documents agree."""
    agreed = 0
    for name, data in found:
        ours, theirs = not verdict(data), schema.validate(etree.fromstring(data, parser()))
        why = None if ours == theirs else excused(schema, ours, data)
        agreed += ours == theirs or why is not None
        if ours != theirs:
            print(f"  {name}: newsmodel {ours}, libxml2 {theirs} ({why or 'UNEXPLAINED'})")
    print(f"documents  {agreed} of {len(found)} verdicts agree")


def is_named(problems: Sequence[Problem], changed: Sequence[Any]) -> bool:
    """Whether a finding is about a changed element, its parent, or something in a changed one.

    One about a sibling counts if it says the name of the changed one: where two have changed
    places, it is about the one that comes too late, and says what the other is.
    """
    inside = tuple(path_of(node) for node in changed)
    parents = [(node, node.getparent()) for node in changed if node.getparent() is not None]
    outside = {path_of(parent) for _, parent in parents}
    beside = [(f"{path_of(parent)}/", f"`{_local(node)}`") for node, parent in parents]
    return any(
        each.path.rpartition("/@")[0] in outside
        or each.path in outside
        or f"{each.path}/".startswith(tuple(f"{path}/" for path in inside))
        or any(each.path.startswith(place) and name in each.message for place, name in beside)
        for each in problems
    )


def _local(node: Any) -> str:
    return str(node.tag).rpartition("}")[2]


def compare_mutants(
    found: Sequence[tuple[str, bytes]], schema: etree.XMLSchema, count: int, seed: int
) -> None:
    """Print how the verdicts on mutants agree, and how many are named at their place."""
    chance = random.Random(seed)  # noqa: S311 - it chooses what to change
    valid = [(name, data) for name, data in found if not verdict(data)]
    tally: Counter[str] = Counter()
    for _ in range(count):
        name, data = chance.choice(valid)
        root, changed, what = mutant(chance, data)
        written = etree.tostring(root, encoding="utf-8")
        wrong, theirs = verdict(written), schema.validate(etree.fromstring(written, parser()))
        ours = not wrong
        tally["agreed"] += ours == theirs
        if ours != theirs:
            why = excused(schema, ours, written)
            tally[why or "unexplained"] += 1
            print(f"  {name}: {what}: newsmodel {ours}, libxml2 {theirs} ({why or 'UNEXPLAINED'})")
        if wrong:
            tally["invalid"] += 1
            named = is_named(wrong, changed)
            tally["named"] += named
            if not named:
                paths = [each.path for each in wrong]
                print(f"  {name}: {what}: not named at {path_of(changed[0])}: {paths}")
    known = count - tally["agreed"] - tally["unexplained"]
    print(f"mutants    {tally['agreed']} of {count} verdicts agree; of the others")
    print(f"           {known} are known errors of libxml2, {tally['unexplained']} are not;")
    print(f"           {tally['named']} of {tally['invalid']} found invalid are named in place")


# ------------------------------------------------------------------ speed
def speed(found: Sequence[tuple[str, bytes]], schema: etree.XMLSchema) -> None:
    """Print what checking takes, of the time parsing takes."""
    data = [each for _, each in found]

    def parsed(each: bytes) -> Any:
        return etree.fromstring(each, parser())

    base, ours, theirs = least(
        (parsed, data),
        (newsml.check, data),
        (lambda each: schema.validate(parsed(each)), data),
    )
    ratio, other = ours / base, theirs / base
    print(
        f"speed      check takes {ratio:.2f} x the time of parsing, libxml2 {other:.2f} x, parsing"
    )
    print(f"           included; {len(data) / ours:.0f} documents a second")


def main() -> None:
    """Measure what the command line names."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("folder", type=Path, help="a folder of NewsML-G2 documents")
    arguments.add_argument("schema", type=Path, help="the XML schema of the standard")
    arguments.add_argument("--mutants", type=int, default=6000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--speed", action="store_true")
    given = arguments.parse_args()
    schema = etree.XMLSchema(etree.parse(given.schema))
    found = list(documents(given.folder))
    compare(found, schema)
    compare_mutants(found, schema, given.mutants, given.seed)
    if given.speed:
        speed(found, schema)


if __name__ == "__main__":
    main()
