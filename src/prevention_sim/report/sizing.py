"""Posts against waiting and relief, in words, a table and bars."""

from dataclasses import dataclass

from prevention_sim.analysis.sizing import Size, Sizing
from prevention_sim.model.calendar import Calendar
from prevention_sim.report.numbers import Language, about_euro, counted, decimal, percent
from prevention_sim.report.teller import span
from prevention_sim.report.wording import say
from prevention_sim.scenario.document import Scenario

BAR = 16
"""Blocks of the longest bar."""

THOUSAND = 1000.0
NO_FIGURE = "–"


@dataclass(frozen=True, slots=True)
class SizingTold:
    """Sentences, and a row for each number of posts: its figures, and the share of the longest bar."""

    sentences: tuple[str, ...]
    headings: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], float, bool], ...]
    notes: tuple[str, ...]


def tell_sizing(scenario: Scenario, found: Sizing, perspective: str, language: Language) -> SizingTold:
    """What the number of posts decides, in one language."""
    window = Calendar.of(scenario.time).years[: scenario.time.budget_window]
    greatest = max((abs(size.relief) for size in found.sizes), default=0.0)
    headings = ("posts", "places", "use", "waiting", "wait", "unserved", "avoided", "relief")
    return SizingTold(
        tuple(_sentences(scenario, found, perspective, span(window), language)),
        tuple(say(language, f"size_{heading}") for heading in headings),
        tuple(
            (
                _row(size, language),
                max(0.0, size.relief) / greatest if greatest else 0.0,
                size == found.best,
            )
            for size in found.sizes
        ),
        (say(language, "size_rule", years=span(window), payer=say(language, f"perspective_{perspective}")),),
    )


def _sentences(
    scenario: Scenario, found: Sizing, perspective: str, years: str, language: Language
) -> list[str]:
    best, (low, high) = found.best, found.flat
    told = [
        say(
            language,
            counted("size_best", best.posts),
            programme=scenario.interventions[found.programme].title.told(language),
            posts=_posts(best.posts, language),
            relief=about_euro(best.relief, language),
            years=years,
            payer=say(language, f"perspective_{perspective}"),
        )
    ]
    if low < high:
        told.append(say(language, "size_flat", low=_posts(low, language), high=_posts(high, language)))
    else:
        told += _beside(found, language)
    written = next((size for size in found.sizes if size.posts == found.written), None)
    if written is not None and written != best:
        key = "size_written_as_good" if written.as_good_as_the_best else "size_written"
        told.append(
            say(
                language,
                counted(key, written.posts),
                posts=_posts(written.posts, language),
                loss=about_euro(written.loss, language),
                error=about_euro(written.loss_half_width, language),
            )
        )
    if best in (found.sizes[0], found.sizes[-1]) and len(found.sizes) > 1:
        told.append(say(language, "size_at_the_edge"))
    return told


def _beside(found: Sizing, language: Language) -> list[str]:
    """What the numbers of posts next to the best lose."""
    at = found.sizes.index(found.best)
    return [
        say(
            language,
            counted("size_beside", size.posts),
            posts=_posts(size.posts, language),
            loss=about_euro(size.loss, language),
            error=about_euro(size.loss_half_width, language),
        )
        for size in (*found.sizes[max(0, at - 1) : at], *found.sizes[at + 1 : at + 2])
    ]


def _row(size: Size, language: Language) -> tuple[str, ...]:
    wait = size.mean_wait_months
    return (
        _posts(size.posts, language),
        decimal(size.places, language, 1),
        NO_FIGURE if size.utilisation is None else percent(size.utilisation, language),
        decimal(size.waiting, language, 1),
        NO_FIGURE if wait is None else decimal(wait, language, 1),
        decimal(size.unserved, language, 1),
        decimal(size.avoided, language, 1),
        decimal(size.relief / THOUSAND, language),
    )


def _posts(posts: float, language: Language) -> str:
    return decimal(
        posts, language, 0 if posts == round(posts) else 2 if round(posts * 10) != posts * 10 else 1
    )
