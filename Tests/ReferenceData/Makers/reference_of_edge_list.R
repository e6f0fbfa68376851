# What R igraph says of any edge list, in the columns of 'buzzline measures': to hold the command against on networks
# that are too large, or not ours, to keep here. Ties count as one and repeated ones count once; self-ties are left out.
# usage: Rscript reference_of_edge_list.R TIES SOURCE_COLUMN TARGET_COLUMN ACTORS OUT

suppressPackageStartupMessages(library(igraph))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "tables.R"))
arguments <- commandArgs(trailingOnly = TRUE)

ties <- read.csv(arguments[1], colClasses = "character")
actors <- read.csv(arguments[4], colClasses = "character")["id"]
ends <- rbind(match(ties[[arguments[2]]], actors$id), match(ties[[arguments[3]]], actors$id))
stopifnot(!anyNA(ends))
g <- simplify(make_graph(ends, n = nrow(actors), directed = TRUE))

write_table(arguments[5], actors, list(
  "in-degree" = degree(g, mode = "in"), "out-degree" = degree(g, mode = "out"), "betweenness" = betweenness(g),
  "closeness-in" = closeness(g, mode = "in"), "closeness-out" = closeness(g, mode = "out"),
  "harmonic-in" = harmonic_centrality(g, mode = "in"), "harmonic-out" = harmonic_centrality(g, mode = "out"),
  "pagerank" = page_rank(g, damping = 0.85)$vector, "coreness" = coreness(g, mode = "all"),
  "constraint" = constraint(g)
))
cat(arguments[5], nrow(ties), "ties read,", ecount(g), "used\n")
