"""Broken ranges and distributions of the small file."""

from tests.corpus.case import Case

SHARE = "  anteil: 60 %\n"
PRICE = "    value: 5 100 EUR/month\n"
ENDS = "    to: {ende: 70 %, hilfe: rest}\n"
STAY = "    mean: 21 months\n"
LIKELY = "    probability: 20 %/year\n"


def of_share(written: str) -> str:
    """The parameter of the small file, with more about it."""
    return f"  anteil: {{value: 60 %, {written}}}\n"


def of_price(written: str) -> str:
    """The price of the small file, with more about it."""
    return f"    value: {{value: 5 100 EUR/month, {written}}}\n"


BROKEN_RANGES = {
    "a range upside down": Case(
        SHARE, of_share("range: ▸[80 %, 38 %]"), "E420", "low end (0.8)", "untere Ende (0.8)"
    ),
    "a range of one number": Case(
        SHARE, of_share("range: ▸[80 %]"), "E420", "two numbers stand here", "hier stehen zwei Zahlen"
    ),
    "a range torn by a German comma": Case(
        SHARE,
        of_share("range: ▸[4,5 %, 80 %]"),
        "E420",
        "quote a number with a comma",
        "in Anführungszeichen",
    ),
    "a range in another unit": Case(
        PRICE,
        of_price("range: ▸[140 EUR/day, 200 EUR/day]"),
        "E420",
        "both ends in »EUR/month«",
        "beide Enden in »EUR/month«",
    ),
    "an end that is no number": Case(
        SHARE, of_share("range: [38 %, ▸yes]"), "E124", "found »yes«", "gefunden: »yes«"
    ),
    "a value outside its range": Case(
        SHARE, of_share("range: ▸[65 %, 80 %]"), "E421", "(0.6) is not inside", "(0.6) liegt nicht innerhalb"
    ),
    "a share above 100 %": Case(
        ENDS,
        "    to: {ende: {value: 70 %, range: ▸[60 %, 110 %]}, hilfe: rest}\n",
        "E422",
        "between 0 % and 100 %",
        "zwischen 0 % und 100 %",
    ),
    "a price below nothing": Case(
        PRICE,
        of_price("range: ▸[-100 EUR/month, 9 000 EUR/month]"),
        "E422",
        "below what is possible",
        "unter das, was hier möglich ist",
    ),
    "values that cannot be": Case(
        SHARE,
        of_share("distribution: ▸{kind: empirical, values: [-20 %, 140 %]}"),
        "E422",
        "between 0 % and 100 %",
        "zwischen 0 % und 100 %",
    ),
    "ends that cannot be": Case(
        LIKELY,
        "    probability:\n      value: 20 %/year\n"
        "      distribution: {kind: uniform, between: ▸[-20 %/year, 60 %/year]}\n",
        "E422",
        "between 0 % and 100 %",
        "zwischen 0 % und 100 %",
    ),
    "an interval above everything": Case(
        SHARE,
        of_share("range: [38 %, 80 %], interval: ▸95"),
        "E423",
        "95 is not between 0 and 100 %",
        "95 liegt nicht zwischen 0 und 100 %",
    ),
    "an interval of nothing": Case(
        SHARE, of_share("▸interval: 95 %"), "E423", "there is none here", "hier steht keine"
    ),
    "an interval of everything in the report": Case(
        "", "uncertainty: {interval: ▸100 %}\n", "E423", "1 is not between", "1 liegt nicht zwischen"
    ),
    "a fixed value for sure": Case(
        SHARE,
        of_share("range: [38 %, 80 %], distribution: {kind: mixture, at: 0 %, probability: ▸100 %}"),
        "E423",
        "1 is not between",
        "1 liegt nicht zwischen",
    ),
    "a share without upper bound": Case(
        SHARE,
        of_share("range: [38 %, 80 %], distribution: ▸gamma"),
        "E424",
        "allowed: beta, normal",
        "erlaubt: beta, normal",
    ),
    "an amount that is a share": Case(
        PRICE,
        of_price("range: [4 000 EUR/month, 6 000 EUR/month], distribution: ▸{kind: beta}"),
        "E424",
        "»beta« would give values here that are not possible",
        "»beta« gäbe hier auch Werte",
    ),
    "a word that is no distribution": Case(
        SHARE,
        of_share("range: [38 %, 80 %], distribution: ▸betta"),
        "E113",
        "did you mean »beta«",
        "meinten Sie »beta«",
    ),
    "a formula with a range": Case(
        LIKELY,
        "    probability: {value: zins * 2, ▸range: [1 %/year, 9 %/year]}\n",
        "E425",
        "a formula has no range of its own",
        "eine Formel hat keine eigene Spanne",
    ),
    "a time in whole cycles": Case(
        PRICE,
        f"{PRICE}    payment_lag: {{value: 3 months, ▸range: [2 months, 5 months]}}\n",
        "E425",
        "the same in all draws",
        "in allen Ziehungen dieselbe",
    ),
    "a convention with a range": Case(
        "prices:\n",
        "conventions:\n  discounting:\n    method: at_point\n"
        "    rate: {value: 3 %/year, ▸range: [1 %/year, 5 %/year]}\nprices:\n",
        "E425",
        "the same in all draws",
        "in allen Ziehungen dieselbe",
    ),
    "a family without width": Case(
        SHARE, of_share("▸distribution: beta"), "E426", "is missing here", "hier fehlt"
    ),
    "a mixture without range": Case(
        SHARE,
        of_share("▸distribution: {kind: mixture, at: 0 %, probability: 20 %}"),
        "E426",
        "is missing here",
        "hier fehlt",
    ),
    "two widths": Case(
        SHARE,
        of_share("range: [38 %, 80 %], ▸distribution: {kind: beta, cases: 20}"),
        "E426",
        "more than once",
        "mehrmals",
    ),
    "ends and a range": Case(
        SHARE,
        of_share("range: [38 %, 80 %], ▸distribution: {kind: pert, between: [30 %, 80 %]}"),
        "E426",
        "more than once",
        "mehrmals",
    ),
    "a width of nothing": Case(
        SHARE,
        of_share("distribution: {kind: beta, cases: ▸0}"),
        "E426",
        "must be above 0",
        "muss größer als 0 sein",
    ),
    "cases of a bell": Case(
        PRICE,
        of_price("distribution: {kind: normal, ▸cases: 20}"),
        "E426",
        "only goes with beta, gamma and dirichlet",
        "nur zu beta, gamma und dirichlet",
    ),
    "a share that varies too much": Case(
        SHARE,
        of_share("▸distribution: {kind: beta, sd: 50 %}"),
        "E426",
        "a share cannot vary as much",
        "ein Anteil kann nicht so weit streuen",
    ),
    "a price of nothing that varies": Case(
        PRICE,
        "    value: {value: 0 EUR/month, ▸distribution: {kind: gamma, sd: 5 EUR/month}}\n",
        "E426",
        "has a mean above 0",
        "hat einen Mittelwert über 0",
    ),
    "a value that is the peak, not the mean": Case(
        SHARE,
        of_share("▸distribution: {kind: triangular, between: [55 %, 90 %]}"),
        "E426",
        "between 0.666667 and 0.783333",
        "zwischen 0.666667 und 0.783333",
    ),
    "ends upside down": Case(
        SHARE,
        of_share("distribution: {kind: uniform, between: ▸[80 %, 40 %]}"),
        "E420",
        "swap them",
        "tauschen Sie beide",
    ),
    "values with another mean": Case(
        SHARE,
        of_share("▸distribution: {kind: empirical, values: [50 %, 60 %]}"),
        "E426",
        "the mean of these numbers is 0.55",
        "der Mittelwert dieser Zahlen ist 0.55",
    ),
    "a mixture whose other mean cannot be": Case(
        SHARE,
        of_share("range: [38 %, 70 %], ▸distribution: {kind: mixture, at: 0 %, probability: 20 %}"),
        "E426",
        "else the mean would be 0.75",
        "läge der Mittelwert bei 0.75",
    ),
    "a share of no whole": Case(
        LIKELY,
        "    probability:\n      value: 20 %/year\n      ▸distribution: {kind: dirichlet, cases: 20}\n",
        "E426",
        "only for shares that make 100 % together",
        "die zusammen 100 % ergeben",
    ),
    "one share of a whole drawn, another known": Case(
        ENDS,
        "    to:\n      ende: {value: 70 %, distribution: {kind: dirichlet, cases: 20}}\n"
        "      ▸hilfe: 30 %\n",
        "E426",
        "all of them, or none",
        "alle gemeinsam gezogen oder keiner",
    ),
    "fewer than no draws": Case("", "uncertainty: {draws: ▸-5}\n", "E427", "not -5", "hier stehen -5"),
}
