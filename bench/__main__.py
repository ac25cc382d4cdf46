"""`./tilsagn bench [NAME] [--json]`: run one benchmark, or all of them."""

import json

import click

from bench import allocation, caselist, deadline, export, figures, ledger, letters, matching, pages

BENCHES = {
    "allocation": allocation.run,
    "case-list": caselist.run,
    "deadline": deadline.run,
    "export": export.run,
    "figures": figures.run,
    "ledger": ledger.run,
    "letters": letters.run,
    "matching": matching.run,
    "pages": pages.run,
}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("name", required=False, type=click.Choice(sorted(BENCHES)))
@click.option("--json", "as_json", is_flag=True, help="One JSON object for each benchmark.")
def bench(name: str | None, *, as_json: bool) -> None:
    """Measure the ratios that are promised. Absolute times mean nothing; ratios within a run do."""
    for one in [name] if name else sorted(BENCHES):
        found = BENCHES[one]()
        if as_json:
            click.echo(json.dumps({"bench": one, "figures": found}))
            continue
        for figure, value in found.items():
            click.echo(f"{one} {figure} {value}")


if __name__ == "__main__":
    bench(prog_name="./tilsagn bench")
