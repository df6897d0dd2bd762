"""The `antivenom` command. Each subcommand is a file of this room, imported only when it is called."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import traceback
from contextlib import suppress

import click

from antivenom import __version__

COMMANDS = {
    "hunt": "Run the detections over logs and rank what they find.",
    "query": "Run any SPL or KQL query over logs; its bare result table.",
    "tables": "Say what is in logs: formats, hosts, times, events, damage.",
    "explain": "Say what the Python on a command line or in a file does.",
    "tune": "Learn what is usual in known-good logs, or check a profile of it.",
    "detections": "List the catalogue, or show one detection.",
    "playbook": "Say what to do about a finding; CACAO 2.0 as JSON.",
    "guide": "Say how to look into a finding, and what to decide.",
    "hunts": "List queries to hunt with, or show one.",
    "docs": "Write the catalogue as web pages.",
}

EXIT_OK = 0
EXIT_FINDINGS = 1
EXIT_ERROR = 2
EXIT_INTERRUPTED = 130


class _Lazy(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"antivenom.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="antivenom")
def root() -> None:
    """Finds the Python an attacker ran: runs SPL and KQL detections, unchanged, over raw logs."""


def main() -> None:
    """Entry point. Exit codes: 0 nothing found or done, 1 findings, 2 an error, 130 interrupted."""
    from antivenom.errors import AntivenomError  # kept off the path of --help
    from antivenom.report.plain import printable_lines

    # readers make many small objects that hold no cycles; looking for cycles every 700 of them costs a tenth
    gc.set_threshold(100_000, 50, 100)
    if sys.stdout is None:
        click.echo("error: standard output is closed; redirect it to a file", err=True)
        sys.exit(EXIT_ERROR)
    try:
        root.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(EXIT_INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(EXIT_ERROR)
    except AntivenomError as error:
        click.echo(printable_lines(f"error: {error}"), err=True)
        sys.exit(EXIT_ERROR)
    except MemoryError:
        click.echo("error: out of memory; give fewer logs at once, or a narrower query", err=True)
        sys.exit(EXIT_ERROR)
    except BrokenPipeError:
        # the reader of our output went away; say nothing more to it, not even at exit
        _silence()
        sys.exit(EXIT_OK)
    except RecursionError:
        click.echo("error: something in the input nests too deeply", err=True)
        sys.exit(EXIT_ERROR)
    except OSError as error:
        _silence()
        place = f"{error.filename}: " if error.filename else ""
        click.echo(printable_lines(f"error: {place}{error.strerror or error}"), err=True)
        sys.exit(EXIT_ERROR)
    except Exception:  # a fault of ours must not look like findings to a script
        click.echo(printable_lines(traceback.format_exc()), err=True)
        click.echo("error: this is a fault of antivenom; the lines above say where", err=True)
        sys.exit(EXIT_ERROR)


def _silence() -> None:
    """Let what is still buffered for standard output go nowhere: writing it would fail again, at exit."""
    if sys.stdout is not None:
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
