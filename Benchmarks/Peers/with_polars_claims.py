"""polars: a long export of claims read into typed columns, words as categories. It says nothing of who answered or what repeats."""
import polars

import with_polars

PROGRAM, VERSION, threads = "polars (typed columns)", with_polars.VERSION, with_polars.threads

TYPES = {"wave": polars.Int64} | dict.fromkeys(("respondent", "item", "partner", "topic", "channel"), polars.Categorical)


def claims(folder):
    return lambda: polars.read_csv(f"{folder}/export.csv", schema_overrides=TYPES), counts


def counts(table):
    """How many different claims each respondent makes, and under how many waves."""
    told = table.unique().group_by("respondent").agg(polars.len(), polars.col("wave").n_unique())
    return ((name, numbers) for name, *numbers in told.iter_rows())


MEASURES = {"claims": claims}
