"""The page that follows one case is executed: its file is loaded, its code run, its output compared."""

import doctest
import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "one-case.md"


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)


def test_the_page_prints_what_the_program_computes() -> None:
    (file,) = blocks("yaml")
    code = "\n".join(blocks("python"))
    page = doctest.DocTestParser().get_doctest(code, {"one_case": file.encode()}, PAGE.name, str(PAGE), 0)

    result = doctest.DocTestRunner(verbose=False).run(page)

    assert result.attempted > 15
    assert result.failed == 0


def test_the_file_of_the_page_is_short() -> None:
    (file,) = blocks("yaml")
    assert len(file.strip().splitlines()) <= 22
