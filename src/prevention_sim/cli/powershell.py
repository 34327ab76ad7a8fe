"""Completion for PowerShell, which click does not bring; importing this file makes it known to click."""

import os
from typing import Final

from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    split_arg_string,
)

_SCRIPT: Final = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $env:%(complete_var)s = 'powershell_complete'
    $env:COMP_WORDS = $commandAst.ToString()
    $env:COMP_WORD = $wordToComplete
    %(prog_name)s | Where-Object { $_ } | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
    }
    Remove-Item env:%(complete_var)s, env:COMP_WORDS, env:COMP_WORD -ErrorAction SilentlyContinue
}
"""


@add_completion_class
class PowerShellComplete(ShellComplete):
    """Prints one value and its help a line; where nothing is printed, PowerShell offers files."""

    name = "powershell"
    source_template = _SCRIPT

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the cursor's, and the beginning of that one."""
        words = split_arg_string(os.environ["COMP_WORDS"].replace("\\", "/"))[1:]
        incomplete = os.environ.get("COMP_WORD", "")
        return (words[:-1] if incomplete else words), incomplete

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Values; files are left to PowerShell."""
        return [item for item in super().get_completions(args, incomplete) if item.type == "plain"]

    def format_completion(self, item: CompletionItem) -> str:
        """A value, quoted where it has a space, and its help, which must not be empty."""
        value = f"'{item.value}'" if " " in item.value else item.value
        return f"{value}\t{item.help or item.value}"
