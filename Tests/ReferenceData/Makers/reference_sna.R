# What R sna says of each network: brokerage by each grouping, censuses, reciprocity, transitivity, centralisation.
# usage: Rscript reference_sna.R NETWORKS OUT

suppressPackageStartupMessages(library(sna))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "tables.R"))
arguments <- commandArgs(trailingOnly = TRUE)

# sna's columns are w_I, w_O, b_IO, b_OI, b_O, t. b_IO runs from inside to outside: a representative.
roles <- c("coordinator", "itinerant", "representative", "gatekeeper", "liaison", "total")
triads <- c(
  "003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U", "120C", "210", "300"
)

matrix_of <- function(network) {
  n <- nrow(network$actors)
  x <- matrix(0, n, n)
  x[cbind(network$source, network$target)] <- 1
  if (!network$directed) x[cbind(network$target, network$source)] <- 1
  x
}

named <- function(table, prefix = "") {
  colnames(table) <- paste0(prefix, roles)
  as.data.frame(table, check.names = FALSE)
}

brokerage_tables <- function(x, labels) {
  b <- brokerage(x, labels)
  list(
    actors = cbind(
      named(b$raw.nli), named(b$exp.nli, "expected_"), named(b$sd.nli, "sd_"), named(b$z.nli, "z_")
    ),
    network = data.frame(raw = b$raw.gli, expected = b$exp.gli, sd_sna = b$sd.gli, z_sna = b$z.gli)
  )
}

whole <- function(x, directed) {
  mode <- if (directed) "digraph" else "graph"
  dyads <- dyad.census(x)
  numbers <- list(
    "density" = gden(x, mode = mode), "dyads-mutual" = dyads[, "Mut"], "dyads-asymmetric" = dyads[, "Asym"],
    "dyads-null" = dyads[, "Null"],
    "reciprocity-tie" = grecip(x, measure = "edgewise"), "reciprocity-pair" = grecip(x, measure = "dyadic.nonnull"),
    "reciprocity-all-pairs" = grecip(x, measure = "dyadic"),
    "transitivity" = gtrans(x, mode = mode, measure = "weak"),
    "centralization-betweenness" = centralization(x, betweenness, mode = mode)
  )
  if (directed) {
    numbers[["centralization-in-degree"]] <- centralization(x, degree, mode = mode, cmode = "indegree")
    numbers[["centralization-out-degree"]] <- centralization(x, degree, mode = mode, cmode = "outdegree")
    census <- triad.census(x, mode = mode)
    for (triad in triads) numbers[[paste0("triad-", triad)]] <- census[, triad]
  } else {
    numbers[["centralization-degree"]] <- centralization(x, degree, mode = mode)
  }
  numbers
}

for (name in network_names(arguments[1])) {
  network <- read_network(arguments[1], name)
  x <- matrix_of(network)
  path <- function(...) file.path(arguments[2], paste0(name, "_", ..., ".csv"))
  for (column in network$groupings) {
    labels <- network$actors[[column]]
    tables <- brokerage_tables(x, labels)
    write_table(path("brokerage_", column), cbind(network$actors["id"], group = labels), tables$actors)
    write_table(path("brokerage_", column, "_network"), data.frame(role = roles), tables$network)
  }
  numbers <- whole(x, network$directed)
  write_table(path("network"), data.frame(measure = names(numbers)), list(value = unlist(numbers)))
}
cat("sna", as.character(packageVersion("sna")), "\n")
