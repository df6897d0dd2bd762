"""`antivenom docs OUT`: the catalogue as web pages."""

from __future__ import annotations

from pathlib import Path

import click

from antivenom import site
from antivenom.cli.options import emit, folder_option
from antivenom.report import jsonout


@click.command("docs")
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
@folder_option()
@click.option("--json", "as_json", is_flag=True, help="What was written, as JSON.")
def command(out: Path, folder: Path | None, as_json: bool) -> None:
    """Write the catalogue into the folder OUT as web pages, to be read without a server.

    OUT is made; it may exist if it is empty, or holds an earlier site, which is replaced. It is not the current folder.
    """
    book = site.collect(folder)
    files = site.pages(book)
    site.write(out, files)
    made = {
        "folder": str(out),
        "pages": sum(name.endswith(".html") for name in files),
        "detections": len(book.detections),
        "scenarios": len(book.scenarios),
    }
    if as_json:
        emit(jsonout.dumps(made))
    else:
        emit("{pages} pages in {folder}: {detections} detections, {scenarios} scenarios\n".format_map(made))
