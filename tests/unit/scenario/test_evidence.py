"""A number of the file has a value or a formula, a source and a remark."""

import pytest
from pydantic import TypeAdapter, ValidationError

from prevention_sim.scenario.evidence import AnyFigure, Dimension, Figure, Formula, Share, ShareOrRest, Source
from prevention_sim.scenario.expressions import Name, Number, Operation
from prevention_sim.scenario.messages import WORDS
from prevention_sim.scenario.quantities import Quantity, QuantityError, Unit, parse_quantity

FIGURE = TypeAdapter[Figure](AnyFigure)
SHARE_OR_REST = TypeAdapter[Figure | str](ShareOrRest)


def test_the_short_form_is_a_figure_without_source() -> None:
    assert FIGURE.validate_python("60 %") == FIGURE.validate_python({"value": "60 %"})
    assert FIGURE.validate_python("60 %") == Figure.model_validate(
        {"value": "60 %", "source": None, "note": None}
    )


def test_a_percentage_is_kept_as_a_fraction() -> None:
    assert FIGURE.validate_python("60 %").value == Quantity(0.6, Unit())


def test_a_formula_keeps_its_text() -> None:
    expected = Formula("1 - share", Operation("-", (Number(1.0), Name("share"))))
    assert FIGURE.validate_python("1 - share").value == expected


def test_one_divided_by_a_parameter_is_a_formula() -> None:
    assert FIGURE.validate_python("1/stay").value == Formula(
        "1/stay", Operation("/", (Number(1.0), Name("stay")))
    )


@pytest.mark.parametrize("kind", [FIGURE, TypeAdapter(Share), SHARE_OR_REST])
def test_an_unclear_number_has_one_error_which_says_so(kind: TypeAdapter[Figure]) -> None:
    with pytest.raises(ValidationError) as error:
        kind.validate_python("50.000")
    assert [detail["msg"] for detail in error.value.errors()] == [
        "Value error, »50.000« is ambiguous; write 50 000 or 50.0"
    ]


def test_the_rest_is_a_word_and_no_parameter() -> None:
    assert SHARE_OR_REST.validate_python("rest") == "rest"


def test_where_no_rest_is_expected_the_word_is_a_parameter() -> None:
    assert FIGURE.validate_python("rest").value == Formula("rest", Name("rest"))


@pytest.mark.parametrize(
    "written", [None, 5, 0.5, True, ("5",), {"value": 5}, {"value": None}, {"source": "amt"}]
)
def test_only_text_becomes_a_number(written: object) -> None:
    with pytest.raises(ValidationError):
        FIGURE.validate_python(written)


def test_a_blank_source_is_an_error() -> None:
    with pytest.raises(ValidationError, match="source"):
        FIGURE.validate_python({"value": "60 %", "source": ""})


def test_a_source_has_a_known_grade() -> None:
    with pytest.raises(ValidationError, match="measured"):
        Source.model_validate({"title": "Bericht", "grade": "good"})


@pytest.mark.parametrize("dimension", [kind for kind in Dimension if kind is not Dimension.ANY])
def test_the_example_of_a_dimension_can_be_read(dimension: Dimension) -> None:
    examples = WORDS[dimension.name].en.split(": ", 1)[1]
    for example in examples.replace(", or ", ", ").replace(" with at: ", ", ").split(", "):
        try:
            parse_quantity(example)
        except QuantityError as error:
            pytest.fail(str(error))
