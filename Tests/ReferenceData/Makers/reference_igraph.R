# What R igraph says of each network.
# usage: Rscript reference_igraph.R NETWORKS OUT

suppressPackageStartupMessages(library(igraph))
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "tables.R"))
arguments <- commandArgs(trailingOnly = TRUE)

graph_of <- function(network) {
  make_graph(rbind(network$source, network$target), n = nrow(network$actors), directed = network$directed)
}

# weights = NA: every tie counts as one, whatever the file says.
unweighted <- function(g) {
  list(
    "in-degree" = degree(g, mode = "in"), "out-degree" = degree(g, mode = "out"),
    "betweenness" = betweenness(g, directed = TRUE, weights = NA),
    "closeness-in" = closeness(g, mode = "in", weights = NA),
    "closeness-out" = closeness(g, mode = "out", weights = NA),
    "harmonic-in" = harmonic_centrality(g, mode = "in", weights = NA),
    "harmonic-out" = harmonic_centrality(g, mode = "out", weights = NA),
    "eigenvector" = eigen_centrality(g, directed = TRUE, weights = NA)$vector,
    "pagerank" = page_rank(g, damping = 0.85, weights = NA)$vector,
    "hub" = hub_score(g, weights = NA)$vector, "authority" = authority_score(g, weights = NA)$vector,
    "coreness" = coreness(g, mode = "all"),
    "coreness-in" = coreness(g, mode = "in"), "coreness-out" = coreness(g, mode = "out"),
    "constraint" = constraint(g, weights = rep(1, ecount(g))),
    "local-transitivity" = transitivity(g, type = "local", isolates = "NaN")
  )
}

as_strength <- function(g, w) {
  list(
    "in-strength" = strength(g, mode = "in", weights = w), "out-strength" = strength(g, mode = "out", weights = w),
    "eigenvector" = eigen_centrality(g, directed = TRUE, weights = w)$vector,
    "pagerank" = page_rank(g, damping = 0.85, weights = w)$vector,
    "hub" = hub_score(g, weights = w)$vector, "authority" = authority_score(g, weights = w)$vector,
    "constraint" = constraint(g, weights = w)
  )
}

as_distance <- function(g, w) {
  list(
    "betweenness" = betweenness(g, directed = TRUE, weights = w),
    "closeness-in" = closeness(g, mode = "in", weights = w),
    "closeness-out" = closeness(g, mode = "out", weights = w),
    "harmonic-in" = harmonic_centrality(g, mode = "in", weights = w),
    "harmonic-out" = harmonic_centrality(g, mode = "out", weights = w)
  )
}

whole <- function(g, network) {
  numbers <- list(
    "density" = edge_density(g), "reciprocity-tie" = reciprocity(g, mode = "default"),
    "reciprocity-pair" = reciprocity(g, mode = "ratio"), "transitivity-undirected" = transitivity(g, type = "global"),
    "components-weak" = count_components(g, "weak"), "components-strong" = count_components(g, "strong"),
    "largest-weak" = max(components(g, "weak")$csize), "largest-strong" = max(components(g, "strong")$csize),
    "mean-distance" = mean_distance(g, directed = TRUE), "diameter" = diameter(g, directed = TRUE),
    "centralization-in-degree" = centr_degree(g, mode = "in", loops = FALSE)$centralization,
    "centralization-out-degree" = centr_degree(g, mode = "out", loops = FALSE)$centralization,
    "centralization-betweenness" = centr_betw(g, directed = network$directed)$centralization,
    "eigenvalue" = eigen_centrality(g, directed = TRUE, weights = NA)$value
  )
  for (column in network$groupings) {
    code <- as.integer(factor(network$actors[[column]]))
    numbers[[paste0("assortativity-", column)]] <- assortativity_nominal(g, code, directed = network$directed)
    numbers[[paste0("modularity-", column)]] <- modularity(g, code, weights = NULL, directed = network$directed)
  }
  numbers
}

set.seed(1) # igraph lets ARPACK draw
for (name in network_names(arguments[1])) {
  network <- read_network(arguments[1], name)
  g <- graph_of(network)
  ids <- network$actors["id"]
  put <- function(what, table) write_table(file.path(arguments[2], paste0(name, "_", what, ".csv")), ids, table)
  put("actors", unweighted(g))
  if (!is.null(network$weight)) {
    put("strength_actors", as_strength(g, network$weight))
    put("distance_actors", as_distance(g, network$weight))
  }
  numbers <- whole(g, network)
  write_table(
    file.path(arguments[2], paste0(name, "_network.csv")),
    data.frame(measure = names(numbers)), list(value = unlist(numbers))
  )
}
cat("igraph for R", as.character(packageVersion("igraph")), "\n")
