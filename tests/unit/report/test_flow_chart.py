"""What a flow diagram says."""

from pathlib import Path

import pytest

from prevention_sim.report.flow_chart import Arrow, FlowChart, flow_chart, wrapped
from prevention_sim.report.renderers.svg import diagram_as_svg
from prevention_sim.scenario.loading import load_scenario, parse_scenario
from tests.unit.report.every_effect import EVERY_EFFECT
from tests.unit.report.ten_states import ten_states

SCENARIOS = Path(__file__).parents[3] / "scenarios"


def chart_of(name: str) -> FlowChart:
    return flow_chart(load_scenario(SCENARIOS / f"{name}.yaml"), "de")


@pytest.fixture(scope="module")
def bielefeld() -> FlowChart:
    return chart_of("bielefeld")


def arrow(chart: FlowChart, origin: str, destination: str) -> Arrow:
    (found,) = [each for each in chart.arrows if (each.origin, each.destination) == (origin, destination)]
    return found


def test_every_state_and_stream_is_a_box(bielefeld: FlowChart) -> None:
    assert {box.id for box in bielefeld.boxes} == {
        "arrivals.neue_kinder", "paket", "spfh", "heim", "pflege", "ende",
    }  # fmt: skip
    assert [box.id for box in bielefeld.boxes if box.kind == "placement"] == ["heim"]


def test_entries_are_split_by_strata(bielefeld: FlowChart) -> None:
    entries = {state: arrow(bielefeld, "arrivals.neue_kinder", state).lines for state in ("heim", "spfh")}
    assert entries == {"heim": ("18 im Jahr",), "spfh": ("12 im Jahr",)}


def test_arrows_say_mean_stay_or_chance_a_year(bielefeld: FlowChart) -> None:
    assert arrow(bielefeld, "paket", "ende").lines == ("im Mittel 14 Monate",)
    assert " ".join(arrow(bielefeld, "heim", "pflege").lines) == "im Mittel 21 Monate, dann 30 von 100"
    assert arrow(bielefeld, "ende", "heim").lines == ("10 % im Jahr",)


def test_what_the_programme_takes_in_is_an_arrow_of_its_own_kind(bielefeld: FlowChart) -> None:
    (diverted,) = [each for each in bielefeld.arrows if each.kind == "diverted"]
    assert (diverted.origin, diverted.destination) == ("arrivals.neue_kinder", "paket")
    assert diverted.lines[:2] == ("Programm: 100 von 100", "statt »Heim (§\N{NO-BREAK SPACE}34)«,")


def test_a_stay_written_as_a_chance_shows_its_mean() -> None:
    assert arrow(chart_of("bielefeld_reference_cohort"), "paket", "ende").lines == ("im Mittel 14 Monate",)


def test_moves_of_different_strata_share_an_arrow() -> None:
    lines = arrow(chart_of("bielefeld_net_widening"), "paket", "heim").lines
    assert lines == ("20 % im Jahr", "(nur sonst ins Heim)", "5 % im Jahr", "(nur sonst ohne Hilfe)")


def test_who_is_there_at_the_start_stands_in_the_box() -> None:
    (box,) = [each for each in chart_of("reference/hiv_monotherapy").boxes if each.id == "a"]
    assert box.lines == ("CD4 200 bis 500", "am Anfang 1 Person")


def test_the_description_says_every_arrow(bielefeld: FlowChart) -> None:
    assert bielefeld.description.count("→") == len(bielefeld.arrows)
    assert "keine Hilfe mehr → Heim (§\N{NO-BREAK SPACE}34): 10 % im Jahr." in bielefeld.description


def test_a_paragraph_sign_stays_with_its_number() -> None:
    assert wrapped("statt Familienhilfe hier (§ 31)") == (
        "statt Familienhilfe hier",
        "(§\N{NO-BREAK SPACE}31)",
    )


def test_observed_moves_have_arrows_where_somebody_went() -> None:
    counted = chart_of("reference/hiv_monotherapy")
    moves = {("a", "b"), ("a", "c"), ("a", "tot"), ("b", "c"), ("b", "tot"), ("c", "tot")}
    assert {(each.origin, each.destination) for each in counted.arrows} == moves
    assert arrow(counted, "a", "b").lines == ("350 von 1.734", "1 Jahr später")
    panel = chart_of("reference/panel_three_years")
    assert arrow(panel, "hilfe", "ohne").lines == ("40 von 100", "3 Jahre später")
    assert arrow(panel, "ohne", "hilfe").lines == ("20 von 100", "3 Jahre später")


def marks(chart: FlowChart, origin: str, destination: str) -> str:
    return plainly(arrow(chart, origin, destination).marks)


def plainly(lines: tuple[str, ...]) -> str:
    return " ".join(lines).replace("\N{NO-BREAK SPACE}", " ")


def test_what_a_programme_changes_is_marked_on_the_arrows_it_changes() -> None:
    chart = flow_chart(ten_states(), "de")
    changed = {(each.origin, each.destination) for each in chart.arrows if each.marks}
    assert changed == {(origin, "heim") for origin in ("fh", "eb", "spfh", "tg", "pflege", "bp", "ende")}
    assert marks(chart, "tg", "heim") == "Programm: Tempo × 0,55"
    assert (
        "Tagesgruppe (§ 32) → Heim (§ 34) am Anfang 60 Kinder: 8 % im Jahr, Programm: Tempo × 0,55."
        in chart.description.replace("\N{NO-BREAK SPACE}", " ")
    )


def test_whom_a_programme_takes_in_is_marked_in_the_boxes() -> None:
    chart = flow_chart(ten_states(), "en")
    taken = {box.id: plainly(box.marks) for box in chart.boxes if box.marks}
    assert taken == {
        "spfh": "programme takes in 48 of 100",
        "eb": "programme takes in 48 of 100",
        "tg": "programme takes in little by little",
    }
    assert "programme takes in little by little." in chart.description


def test_every_kind_of_effect_has_its_mark() -> None:
    chart = flow_chart(parse_scenario(EVERY_EFFECT.encode()), "de")
    boxes = {box.id: plainly(box.marks) for box in chart.boxes}
    assert boxes["arrivals.neue"] == "Frühe Hilfe: × 1,2"
    assert "Frühe Hilfe nimmt beim Start 25 von 100 auf" in boxes["spfh"]
    assert marks(chart, "spfh", "heim") == (
        "Frühe Hilfe: Tempo × 0,45 Frühe Hilfe: Chancen × 1,5 Gruppe: 20 von 100 zu »Familienhilfe«"
    )
    assert marks(chart, "heim", "ende") == "Frühe Hilfe: Tempo je nach Fall Frühe Hilfe: im Mittel 12 Monate"
    assert marks(chart, "pflege", "ende") == ""  # nobody takes part there
    once, moved = (each for each in chart.arrows if (each.origin, each.destination) == ("heim", "pflege"))
    assert plainly(moved.marks) == "Frühe Hilfe: Risiko × 0,5"  # no end of the stay
    assert (once.origin, once.destination, once.lines) == (
        "heim", "pflege", ("Gruppe: 10 von 100", "einmalig beim Start"),
    )  # fmt: skip


def test_where_no_one_number_says_how_fast_cases_leave_the_arrow_says_so() -> None:
    chart = flow_chart(parse_scenario(EVERY_EFFECT.encode()), "de")
    assert arrow(chart, "spfh", "ende").lines == ("je nach Dauer",)
    assert arrow(chart, "ende", "spfh").lines == ("je nach Fall",)
    assert arrow(chart, "pflege", "ende").lines == ("im Mittel 40 Monate,", "dann 60 von 100")


def test_the_legend_explains_a_mark_where_there_is_one(bielefeld: FlowChart) -> None:
    words = "was es für sie ändert (am Pfeil)"
    assert words in diagram_as_svg(flow_chart(ten_states(), "de"))
    assert words not in diagram_as_svg(bielefeld)
