"""A title changes nothing, and an id that changes keeps its luck by `was`."""

import re
from dataclasses import fields

import numpy as np
import pytest

from prevention_sim.engines.microsimulation import count_persons
from prevention_sim.engines.tallies import Tallies
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import base_row
from tests import small
from tests.town import TOWN

CROSSED = f"""
{TOWN}
crossed_with: {{ort: {{nord: {{title: Nord, share: 40 %}}, sued: {{title: Süd, share: rest}}}}}}
caseload:
  stock: {{da: {{value: 40 cases, in: b}}}}
  intake: {{gruppe: {{value: 30 cases, at: 2020-05, into: a}}}}
  arrivals: {{neue: {{value: 200 cases/year, into: a}}}}
interventions:
  kurs:
    title: Kurs
    start: 2020-04
    lasts: 6 months
    enrolment:
      - {{of: present, in: b, strata: hoch, offered: 10 %/month}}
      - {{of: entries, in: a, reach: 50 %}}
    effects:
      - {{kind: hazard_ratio, from: b, to: a, ratio: 0.3}}
      - {{kind: diverts, from: a, into: b, share: 20 %}}
      - {{kind: moves, from: b, into: c, share: 30 %}}
"""

RENAMED = {
    "stock": ("da: {value", "bestand: {was: da, value"),
    "intake": ("gruppe: {value", "jahrgang: {was: gruppe, value"),
    "arrivals": ("neue: {value", "zugang: {was: neue, value"),
    "stratum": ("hoch: {title: hoch,", "arg: {was: hoch, title: hoch,"),
    "group": ("nord: {title", "norden: {was: nord, title"),
}
"""What is written, and the same under a new id that stands at the same place in the order of ids."""


def tallies_of(text: str) -> Tallies:
    model = compile_model(small.scenario(text))
    return count_persons(model, bind(model, base_row(model.table)), [Luck(5, 0), Luck(5, 1)])


def same(one: Tallies, other: Tallies) -> bool:
    return all(np.array_equal(getattr(one, each.name), getattr(other, each.name)) for each in fields(Tallies))


def renamed(what: str) -> str:
    old, new = RENAMED[what]
    assert CROSSED.count(old) == 1
    text = CROSSED.replace(old, new)
    return text.replace("strata: hoch", "strata: arg") if what == "stratum" else text


def without_was(text: str) -> str:
    return re.sub(r"(    )?was: \w+(, |\n)", "", text)


@pytest.mark.parametrize("what", RENAMED)
def test_under_a_new_id_the_same_persons_live_the_same_lives(what: str) -> None:
    assert same(tallies_of(renamed(what)), tallies_of(CROSSED))


@pytest.mark.parametrize("what", RENAMED)
def test_without_the_former_id_they_are_others(what: str) -> None:
    assert not same(tallies_of(without_was(renamed(what))), tallies_of(CROSSED))


def test_a_programme_takes_in_the_same_persons_under_a_new_id() -> None:
    new = CROSSED.replace("  kurs:\n", "  lehrgang:\n    was: kurs\n").replace("[kurs]", "[lehrgang]")
    assert same(tallies_of(new), tallies_of(CROSSED))
    assert not same(tallies_of(without_was(new)), tallies_of(CROSSED))


GROUPS = [2, 3, 0, 1]
"""Where the strata of the town stand after one of them was renamed."""


def test_a_stratum_may_move_in_the_order_of_ids() -> None:
    last = CROSSED.replace("hoch: {title: hoch,", "zuletzt: {was: hoch, title: hoch,")
    last = last.replace("strata: hoch", "strata: zuletzt")
    before, after = tallies_of(CROSSED), tallies_of(last)  # hoch_nord, hoch_sued, rest_nord, rest_sued
    for each in fields(Tallies):
        one, other = getattr(before, each.name), getattr(after, each.name)
        if one.shape[1] == len(GROUPS):
            np.testing.assert_array_equal(one[:, GROUPS], other, each.name)


def test_a_title_changes_nobody() -> None:
    assert same(tallies_of(CROSSED.replace("title: Kurs", "title: Lehrgang")), tallies_of(CROSSED))
