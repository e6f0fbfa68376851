"""polars given less to do: ties alone are read, and whoever they name makes the roster."""
import polars

import with_polars

PROGRAM, VERSION, threads = "polars (ties only)", with_polars.VERSION, with_polars.threads


def load(folder):
    def work():
        ties = polars.read_csv(f"{folder}/ties.csv")
        ids = polars.concat([ties["source"], ties["target"]]).unique(maintain_order=True).alias("id")
        return with_polars.joined(polars.DataFrame({"id": ids}).with_row_index("place"), ties)

    return work, with_polars.degrees


MEASURES = {"load": load}
