"""Results of sports (SportsML 2 and 3) as readers see them."""

from __future__ import annotations

import pytest

from newsmodel.formats._shared.xhtml import BodyReader
from newsmodel.model import Table
from tests.formats.bodies.markup import parsed


def side(names: str, told: str = "", kind: str = "team") -> str:
    return f"<{kind}><{kind}-metadata>{names}</{kind}-metadata>{told}</{kind}>"


def stats(**values: str | int) -> str:
    """Figures in the generic form of SportsML 3."""
    each = [
        f'<stat stat-type="spstat:{name.replace("_", "-")}" value="{value}"/>'
        for name, value in values.items()
    ]
    return f"<team-stats><stats>{''.join(each)}</stats></team-stats>"


def event(*sides: str, about: str = "") -> str:
    return f"<sports-event>{about}{''.join(sides)}</sports-event>"


def runner(first: str, last: str, rank: int, told: str) -> str:
    home = (
        "<home-location><POIDetails><address><locality><name>Leeford</name></locality>"
        "<postalCode>1234</postalCode></address></POIDetails></home-location>"
    )
    names = f"<name {told.format('first')}>{first}</name><name {told.format('last')}>{last}</name>"
    got = f'<player-stats score="1.02.{rank}0"><rank value="{rank}"/></player-stats>'
    return side(names + home, got, "player")


VENUE = (
    "<event-metadata><site><site-metadata><name part='nprt:common'>Park</name>"
    "<name role='nrol:full'>River Park</name></site-metadata></site></event-metadata>"
)
TOTALS = (
    '<team-stats><outcome-totals scoping-label="last-10" events-played="2" wins="2"/>'
    '<outcome-totals events-played="9" wins="5" standing-points="{}"/></team-stats>'
)
FULL = "<name role='nrol:full'>{0} Rovers</name><name part='nprt:common'>{0}</name>"

READ = {
    "a race, whose runners have names in parts by `part`": (
        event(*[runner("Ann", last, i, "part='nprt:{}'") for i, last in ((1, "Lee"), (2, "Ray"))]),
        "\trank\tscore\nAnn Lee\t1\t1.02.10\nAnn Ray\t2\t1.02.20",
    ),
    "a race, whose runners have names in parts by `role`": (
        event(runner("Ann", "Lee", 1, "role='nrol:{}'"), runner("Bo", "Ray", 2, "role='{}'")),
        "\trank\tscore\nAnn Lee\t1\t1.02.10\nBo Ray\t2\t1.02.20",
    ),
    "a player whose names have the parts of IPTC's codes": (
        event(
            side(
                "<name part='nprt:given'>Ann</name><name part='nprt:family'>Lee</name>",
                '<player-stats score="3"/>',
                "player",
            )
        ),
        "Ann Lee\t3",
    ),
    "a name by which somebody is known beside a given name": (
        event(
            side(
                "<name part='nprt:first'>Edna</name><name>Edi</name>",
                '<player-stats score="3"/>',
                "player",
            )
        ),
        "Edi\t3",
    ),
    "a match in generic figures": (
        event(
            side(FULL.format("Mill"), stats(score=0, score_opposing=2)),
            side(FULL.format("Weir"), stats(score=2, score_opposing=0)),
            about=VENUE,
        ),
        "River Park\nMill Rovers\t0\nWeir Rovers\t2\nMill; Weir",
    ),
    "a table of points in generic figures, with a label": (
        '<standing content-label="Group A">'
        + side(FULL.format("Mill"), stats(rank=1, wins=5, standing_points=15))
        + side(FULL.format("Weir"), stats(rank=2, wins=4, standing_points=""))
        + "</standing>",
        (
            "Group A\n\trank\twins\tstanding points\nMill Rovers\t1\t5\t15\nWeir Rovers\t2\t4\t"
            "\nMill; Weir"
        ),
    ),
    "totals of several scopes, of which one is told": (
        "<standing>" + side("<name>Mill</name>", TOTALS.format(15)) + "</standing>",
        "\tevents played\twins\tstanding points\nMill\t9\t5\t15",
    ),
    "figures of a match and of a season, of which the first are told": (
        event(side("<name>Mill</name>", '<team-stats score="2"/><team-stats wins="9"/>')),
        "Mill\t2",
    ),
    "fixtures, whose names are attributes": (
        '<schedule content-label="Sunday">'
        + event(side('<name full="Mill"/>'), side('<name first="Ann" last="Lee"/>', kind="player"))
        + "</schedule>",
        "Sunday\nMill\nAnn Lee",
    ),
    "a squad": (
        '<statistic content-label="Squad"><team><team-metadata><name full="Mill"/></team-metadata>'
        + side('<name full="Ann Lee"/>', kind="player")
        + "</team></statistic>",
        "Squad\nMill\nAnn Lee",
    ),
    "a match of several games": (
        event(
            side("<name>Mill</name>", '<team-stats score="1"/>'),
            side("<name>Weir</name>", '<team-stats score="0"/>')
            + event(
                side("<name>Ann</name>", '<player-stats score="3"/>', "player"),
                side("<name>Bo</name>", '<player-stats score="1"/>', "player"),
            ),
        ),
        "Mill\t1\nWeir\t0\nAnn\t3\nBo\t1",
    ),
    "what is written about a side": (
        event(
            side(
                '<name full="Mill"/><note>At home</note>',
                '<team-stats score="1"/><note>One sent off</note>',
            )
        ),
        "Mill\t1\nAt home\nOne sent off",
    ),
    "an event without sides": ("<sports-event><note>Off</note></sports-event>", "Off"),
}


@pytest.mark.parametrize("case", READ)
def test_results_say_who_took_part_and_what_they_have_got(case: str) -> None:
    markup, text = READ[case]
    reader = BodyReader(html=False, exact=False)
    blocks = reader.blocks(parsed(markup))
    assert "\n".join(block.text for block in blocks) == text
    assert not reader.faithful  # so that all that no table shows is carried


def test_the_label_of_a_table_of_points_is_its_caption() -> None:
    markup, _ = READ["a table of points in generic figures, with a label"]
    table, others = BodyReader(html=False, exact=False).blocks(parsed(markup))
    assert isinstance(table, Table)
    assert others.text == "Mill; Weir"
    assert table.caption == ("Group A",)


def test_a_side_that_is_kept_from_readers_is_in_no_table() -> None:
    hidden = side('<name full="Ann Lee"/>', kind="player").replace("<player>", "<player hidden=''>")
    blocks = BodyReader(html=False, exact=False).blocks(
        parsed(event(side('<name full="Mill"/>', '<team-stats score="1"/>'), hidden))
    )
    text = "\n".join(block.text for block in blocks)
    assert "Mill" in text
    assert "Lee" not in text
