from __future__ import annotations

import pytest

from newsmodel.captions import Credit, read_credit


@pytest.mark.parametrize(
    ("credit", "photographers", "agencies"),
    [
        ("Jane Doe/Reuters", ["Jane Doe"], ["Reuters"]),
        ("Reuters/Jane Doe", ["Jane Doe"], ["Reuters"]),
        ("Jane Doe for The Elmwood Times via Getty", ["Jane Doe"], ["The Elmwood Times", "Getty"]),
        ("Jane Doe (Keystone)", ["Jane Doe"], ["Keystone"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"], []),
        ("Jane Doe, John Roe/AP", ["Jane Doe", "John Roe"], ["AP"]),
        ("AP Photo/Jane Doe, File", ["Jane Doe"], ["AP"]),
        ("Copyright 2024 The AP. All rights reserved", [], ["The AP"]),
        ("Jane Doe | Jane Doe", ["Jane Doe"], []),
        ("JANE DOE / HANS LUCAS VIA AFP", ["JANE DOE"], ["HANS LUCAS", "AFP"]),
        ("picture alliance/dpa | Jana Roth", ["Jana Roth"], ["picture alliance", "dpa"]),
        ("roth.annett/dpa", ["roth.annett"], ["dpa"]),
        ("Jana Roth/example.photos", ["Jana Roth"], ["example.photos"]),
        ("Handout", [], []),
        ("EPA/JANE DOE HANDOUT", ["JANE DOE"], ["EPA"]),
        ("Jane Doe/dpa +++ dpa-Bildfunk +++", ["Jane Doe"], ["dpa"]),
        ("Photo Jane Doe. AFP", ["Jane Doe"], ["AFP"]),
        ("Photo by Jane Doe", ["Jane Doe"], []),
        ("Photos by Jane Doe and John Roe", ["Jane Doe", "John Roe"], []),
        ("Herald photo by Jane Doe", ["Jane Doe"], ["Herald"]),
        ("Drone photo by Jane Doe", ["Jane Doe"], []),
        ("dpa-Foto: Jane Doe", ["Jane Doe"], ["dpa"]),
        ("Airman 1st Class Jane Doe", ["Jane Doe"], []),
        ("Lance Cpl. Jane Doe / AP", ["Jane Doe"], ["AP"]),
        ("Sgt. 1st Class Jane Doe / AP", ["Jane Doe"], ["AP"]),
        ("Sgt. First Class Jane Doe", ["Jane Doe"], []),
        ("Lt. Col. Jane Doe", ["Jane Doe"], []),
        ("1st Lt. Jane Doe", ["Jane Doe"], []),
        ("U.S. Army Staff Sgt. Jane Doe", ["Jane Doe"], []),
        ("Office of Gen. Jane Doe/AP", [], ["Office of Gen. Jane Doe", "AP"]),
        ("Bo Li", ["Bo Li"], []),
        ("Jane Doe-Reuters", ["Jane Doe"], ["Reuters"]),
        ("Jean-Marie Doe/Reuters", ["Jean-Marie Doe"], ["Reuters"]),
        ("Picture Alliance", [], ["Picture Alliance"]),
        ("Courtesy of Jane Doe", [], ["Jane Doe"]),
        ("jdoe / stock.adobe.com", ["jdoe"], ["stock.adobe.com"]),
        ("@jdoe via X", [], ["@jdoe", "X"]),
        ("Galerie KERN + ROTH", [], ["Galerie KERN + ROTH"]),
        ("Department of Fish, Elmwood District", [], ["Department of Fish, Elmwood District"]),
        ("山田太郎撮影", ["山田太郎"], []),
        ("新华社记者 王小明 摄", ["王小明"], ["新华社"]),
        ("", [], []),
    ],
)
def test_names(credit: str, photographers: list[str], agencies: list[str]) -> None:
    found = read_credit(credit)
    assert list(found.photographers) == photographers
    assert list(found.agencies) == agencies


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Jane Doe/AFP", 3),
        ("Jane Doe/Elmwood News", 2),
        ("Jane Doe", 1),
        ("They met on Friday.", 0),
    ],
)
def test_weight(text: str, weight: int) -> None:
    assert read_credit(text).weight == weight


def test_running_text_is_not_read() -> None:
    assert read_credit("Jane Doe/AFP " * 60) == Credit()
