"""searcher completion: completion scripts for shells."""

from __future__ import annotations

import click


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of a shell.

    \b
    eval "$(searcher completion bash)"          in ~/.bashrc
    eval "$(searcher completion zsh)"           in ~/.zshrc
    searcher completion fish | source           in ~/.config/fish/config.fish
    """
    from click.shell_completion import get_completion_class

    from searcher.cli.main import group

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(group, {}, "searcher", "_SEARCHER_COMPLETE").source())
