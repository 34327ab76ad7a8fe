"""One person's path is that of the full run, in every strategy and in words of both languages."""

import re
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prevention_sim.analysis.history import History, Persons
from prevention_sim.engines.coming import persons, populations
from prevention_sim.engines.microsimulation import count_persons, history_of
from prevention_sim.engines.tallies import Tallies
from prevention_sim.foundation.errors import ModelError
from prevention_sim.foundation.languages import Language
from prevention_sim.foundation.randomness import Luck
from prevention_sim.model.bind import bind
from prevention_sim.model.compile import compile_model
from prevention_sim.model.rows import base_row
from prevention_sim.report.history import tell_history, tell_persons
from prevention_sim.report.history_wording import WORDS
from tests import small
from tests.drawn_programmes import files_with_programmes
from tests.small import Tree
from tests.strategies import files
from tests.town import TOWN, everybody

WITH_COURSE = f"""
{TOWN}
caseload:
  stock: {{da: {{value: 6 cases, in: b}}}}
  arrivals: {{neue: {{value: 10 cases/year, into: {{hoch: a, rest: b}}}}}}
interventions:
  kurs:
    title: Kurs
    start: 2020-04
    lasts: 6 months
    enrolment: [{{of: present, in: b, offered: 10 %/month}}, {{of: entries, in: a, reach: 50 %}}]
    effects: [{{kind: hazard_ratio, from: b, to: a, ratio: 0.3}}]
"""

CERTAIN = """
time: {start: 2020-01, years: 1, budget_window: 1}
states: {a: {title: Heim}, b: {title: Hilfe}}
caseload: {intake: {gruppe: {value: 2 cases, at: 2020-03, into: a}}}
transitions: [{from: a, to: b, probability: 100 %/month}]
interventions:
  umweg: {title: Umweg, effects: [{kind: diverts, from: a, into: b, share: 100 %}]}
strategies: {ohne: {title: ohne}, mit: {title: mit, interventions: [umweg]}}
"""


LUCK = Luck(seed=1, replication=0)

MANY = 60
"""More are not run one by one; each of some is among all."""


@settings(max_examples=10, deadline=None)
@given(tree=files() | files_with_programmes(), data=st.data())
def test_single_histories_add_up_to_the_full_run(tree: Tree, data: st.DataObject) -> None:
    model = compile_model(small.scenario_of(tree))
    bound = bind(model, base_row(model.table))
    whole, every = count_persons(model, bound, [LUCK]), list(everybody(model, LUCK))
    some = every if len(every) <= MANY else data.draw(st.permutations(every).map(lambda order: order[:10]))
    parts = [history_of(model, bound, LUCK, address) for address in some]
    for field in fields(Tallies):
        left = getattr(whole, field.name) - sum(getattr(part, field.name) for part in parts)
        assert (left >= 0).all()
        assert len(some) < len(every) or not left.any()


def test_every_key_that_is_listed_finds_its_person() -> None:
    people = Persons(small.model(WITH_COURSE), seed=3, replication=2)
    groups = list(people.groups(keys=1000))
    assert {group.stream for group in groups} == {"stock.da", "arrivals.neue"}
    assert all(group.count == len(group.first) for group in groups)
    for key in (key for group in groups for key in group.first):
        history = people.history(key)
        assert history.key == key
        assert history.ordinal < history.among
        assert all(steps[0].boundary == history.cycle for steps in history.steps.values())


def in_order(history: History, strategy: str) -> list[tuple[int, str]]:
    """The states of a person with the boundaries at which they begin."""
    return [(step.boundary, step.after.state) for step in history.steps[strategy] if step.moves]


def test_until_a_programme_takes_a_person_in_its_path_is_the_same_with_and_without() -> None:
    people = Persons(small.model(WITH_COURSE), seed=1, replication=0)
    keys = [key for group in people.groups(1000) for key in group.first]
    reached = 0
    for history in map(people.history, keys):
        contact = next((step.boundary for step in history.steps["mit"] if step.joins), None)
        reached += contact is not None
        last = 1000 if contact is None else contact
        with_programme, without = (
            [moved for moved in in_order(history, strategy) if moved[0] <= last]
            for strategy in ("mit", "ohne")
        )
        assert with_programme == without
        assert not any(step.joins or step.leaves for step in history.steps["ohne"])
    assert 0 < reached < len(keys)


def test_under_a_programme_without_effect_all_paths_are_the_same() -> None:
    people = Persons(small.model(WITH_COURSE.replace("ratio: 0.3", "ratio: 1")), seed=1, replication=0)
    for key in (key for group in people.groups(1000) for key in group.first):
        history = people.history(key)
        assert in_order(history, "mit") == in_order(history, "ohne")


def test_who_takes_part_for_six_months_leaves_after_six_months_or_with_its_state() -> None:
    people = Persons(small.model(WITH_COURSE), seed=1, replication=0)
    lengths = set()
    for key in (key for group in people.groups(1000) for key in group.first):
        begun = None
        for step in people.history(key).steps["mit"]:
            if step.leaves and begun is not None and not step.moves:
                lengths.add(step.boundary - begun)
            begun = step.boundary if step.joins else begun
    assert lengths == {6}


@pytest.mark.parametrize(
    ("language", "before", "headings", "rows"),
    [
        (
            "de",
            "Kind 2 von 2 im März 2020 (Zugang »gruppe«)",
            ("Monat", "ohne", "mit"),
            (
                ("März 2020", "kommt in »Heim«", "kommt in »Hilfe«, nimmt an »Umweg« teil"),
                ("April 2020", "wechselt in »Hilfe«", ""),
                ("am Ende", "in »Hilfe«", "in »Hilfe«"),
            ),
        ),
        (
            "en",
            "Child 2 of 2 in March 2020 (stream “gruppe”)",
            ("Month", "ohne", "mit"),
            (
                ("March 2020", "enters “Heim”", "enters “Hilfe”, takes part in “Umweg”"),
                ("April 2020", "moves to “Hilfe”", ""),
                ("at the end", "in “Hilfe”", "in “Hilfe”"),
            ),
        ),
    ],
)
def test_a_path_without_chance_is_told_as_it_must_be(
    language: Language, before: str, headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    scenario = small.scenario(CERTAIN)
    people = Persons(compile_model(scenario), seed=9, replication=4)
    told = tell_history(scenario, people, people.history("intake.gruppe/all/2020-03/2"), language)
    assert (told.before[0], told.headings, told.rows) == (before, headings, rows)


def test_days_are_named_by_their_date() -> None:
    scenario = small.scenario(
        CERTAIN.replace("years: 1,", "years: 1, cycle: week,").replace("100 %/month", "100 %/week")
    )
    people = Persons(compile_model(scenario), seed=1, replication=0)
    ((key, _),) = [group.first for group in people.groups()]
    assert (
        key == "intake.gruppe/all/2020-03-05/1"
    )  # the first week that begins in March: day 63 after 1 January
    told = tell_history(scenario, people, people.history(key), "de")
    assert [row[0] for row in told.rows] == ["5. März 2020", "12. März 2020", "am Ende"]


def test_who_comes_only_with_a_programme_does_not_come_without_it() -> None:
    twice = CERTAIN.replace(
        "{kind: diverts, from: a, into: b, share: 100 %}", "{kind: entry, streams: gruppe, ratio: 2}"
    )
    scenario = small.scenario(twice)
    people = Persons(compile_model(scenario), seed=1, replication=0)
    history = people.history("intake.gruppe/all/2020-03/4")
    assert history.steps["ohne"] == ()
    rows = tell_history(scenario, people, history, "de").rows
    assert rows[0] == ("März 2020", "kommt nicht", "kommt in »Heim«")
    assert rows[-1] == ("am Ende", "", "in »Hilfe«")


@pytest.mark.parametrize(
    ("key", "named"),
    [
        ("neue", "arrivals.neue/hoch/2020-0"),
        ("arrivals.alte/hoch/2020-01/1", "there are: arrivals.neue, stock.da"),
        ("arrivals.neue/niedrig/2020-01/1", "there are: hoch, rest"),
        ("arrivals.neue/hoch/2019-01/1", "2020-0"),
        ("stock.da/hoch/2020-01/99", "there are: 1, 2, 3"),
        ("stock.da/hoch/2020-01/0", "there are: 1, 2, 3"),
    ],
)
def test_a_key_that_nobody_has_is_refused_with_those_there_are(key: str, named: str) -> None:
    with pytest.raises(ModelError) as refused:
        Persons(small.model(WITH_COURSE), seed=1, replication=0).history(key)
    assert named in refused.value.told("en")
    assert "gibt es" in refused.value.told("de") or "nennt keine Person" in refused.value.told("de")


def test_the_list_says_how_many_there_are() -> None:
    scenario = small.scenario(CERTAIN)
    told = tell_persons(scenario, Persons(compile_model(scenario), 1, 0), "klein.yaml", "de")
    assert told.before == ("Im Durchlauf 0 mit der Startzahl 1 sind es 2 Kinder:",)
    assert told.rows == (
        ("intake.gruppe", "all", "2", "intake.gruppe/all/2020-03/1, intake.gruppe/all/2020-03/2"),
    )
    assert told.after[0].endswith("prevsim history klein.yaml --person intake.gruppe/all/2020-03/1")


def test_where_nobody_comes_nobody_is_listed() -> None:
    scenario = small.scenario(CERTAIN.replace("2 cases", "0 cases"))
    told = tell_persons(scenario, Persons(compile_model(scenario), 1, 0), "klein.yaml", "en")
    assert told.before == ("In replication 0 of the seed 1 nobody comes.",)
    assert told.rows == ()


def test_a_stratum_of_a_stream_is_bound_for_one_state() -> None:
    """By this a stream and a stratum name one population."""
    model = small.model(WITH_COURSE)
    coming = persons(model, base_row(model.table), [LUCK])[0].max(axis=(-1, -2))
    for stratum in range(len(model.strata)):
        streams = [
            each.stream for each, came in zip(populations(model), coming[stratum], strict=True) if came
        ]
        assert len(streams) == len(set(streams))


@pytest.mark.parametrize("key", sorted(WORDS))
def test_both_languages_have_the_same_fields(key: str) -> None:
    german, english = (set(re.findall(r"\{(\w+)\}", text)) for text in WORDS[key])
    assert german == english
