# Recomputes the main numbers of this folder from its own files with the R packages sna and igraph.
#
# Run it in the folder, or name the folder:  Rscript check.R [FOLDER]
#
# It reads ties.csv, the actors and groups named in actors.csv, and from manifest.json whether ties have a direction and
# what weights mean; from these it recomputes what actors.csv, brokerage.csv, groups.csv and network.csv say.
# A line a number: its name, ours (what Buzzline wrote), theirs (what is recomputed here), the largest difference, and
# whether they agree. Of a number of every actor or group, ours and theirs are the sums. Exit status: 0 if all agree, 1
# if any differs, 2 if nothing could be checked.

relative <- 1e-9 # two numbers agree if they differ by less than this share of the larger,
absolute <- 1e-12 # or by less than this
arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "."
has_sna <- requireNamespace("sna", quietly = TRUE)
has_igraph <- requireNamespace("igraph", quietly = TRUE)
if (!has_sna && !has_igraph) {
  cat("check.R needs the package sna or igraph: install.packages(c(\"sna\", \"igraph\")).\n")
  quit(status = 2)
}
counts <- c(agrees = 0, DIFFERS = 0, skipped = 0)

read_rows <- function(name) {
  read.csv(file.path(folder, paste0(name, ".csv")), colClasses = "character", na.strings = "", check.names = FALSE,
           encoding = "UTF-8")
}
manifest <- paste(readLines(file.path(folder, "manifest.json"), encoding = "UTF-8", warn = FALSE), collapse = "\n")
option <- function(name) sub(paste0("(?s).*?\"", name, "\" *: *\"?([a-z]+).*"), "\\1", manifest, perl = TRUE)
directed <- option("directed") == "true"
meaning <- option("weights")
sampled <- grepl("\"sampled\" *:", manifest)

verdict <- function(name, ours, theirs, difference, word) {
  kind <- sub(":.*", "", word)
  counts[kind] <<- counts[kind] + 1
  cat(sprintf("%-34s %22s %22s %12s  %s\n", name, ours, theirs, difference, word))
}
skip <- function(name, why) verdict(name, "", "", "", paste("skipped:", why))
# Compares two vectors place by place; NA, which is not defined, equals only NA.
compare <- function(name, ours, theirs) {
  ours <- as.numeric(ours)
  theirs <- as.numeric(theirs)
  theirs[is.nan(theirs)] <- NA
  apart <- abs(ours - theirs)
  known <- !is.na(ours) & !is.na(theirs)
  agree <- length(ours) == length(theirs) && all(is.na(ours) == is.na(theirs)) &&
    all(apart[known] <= pmax(absolute, relative * pmax(abs(ours[known]), abs(theirs[known]))))
  shown <- function(x) if (all(is.na(x))) "not defined" else sprintf("%.15g", sum(x, na.rm = TRUE))
  verdict(name, shown(ours), shown(theirs), sprintf("%.2g", max(0, apart[known])), if (agree) "agrees" else "DIFFERS")
}

# What sna says of the matrix of ties, a row a giver.
check_with_sna <- function(ties, figure) {
  # A census of few actors has no names of its own.
  dyads <- as.numeric(sna::dyad.census(ties))
  for (place in 1:3) figure(c("dyads-mutual", "dyads-asymmetric", "dyads-null")[place], dyads[place])
  if (sum(ties) > 0) {
    figure("reciprocity-arc", as.numeric(sna::grecip(ties, measure = "edgewise")))
    figure("reciprocity-dyad", as.numeric(sna::grecip(ties, measure = "dyadic.nonnull")))
  }
  # Of a large network it warns that it goes over the list of ties, with the same result.
  figure("transitivity", suppressWarnings(sna::gtrans(ties, measure = "weak")))
  figure("components-weak", sna::components(ties, connected = "weak"))
  figure("components-strong", sna::components(ties, connected = "strong"))
}

# What igraph says of the same network; lengths and strengths are what manifest.json says weights are, or NULL.
check_with_igraph <- function(weights, ours, column, figure) {
  graph <- igraph::graph_from_adjacency_matrix(weights, mode = "directed", weighted = TRUE)
  lengths <- if (meaning == "distance") igraph::E(graph)$weight else NA
  strengths <- if (meaning == "strength") igraph::E(graph)$weight else NA
  column("in_degree", igraph::degree(graph, mode = "in"))
  column("out_degree", igraph::degree(graph, mode = "out"))
  column("in_strength", igraph::strength(graph, mode = "in"))
  column("out_strength", igraph::strength(graph, mode = "out"))
  figure("largest-component", max(igraph::components(graph, mode = "weak")$csize))
  steps <- igraph::distances(graph, mode = "out", weights = NA)
  steps <- steps[is.finite(steps) & steps > 0]
  figure("reachability", length(steps) / (nrow(weights) * (nrow(weights) - 1)))
  figure("mean-distance", mean(steps))
  figure("diameter", if (length(steps) > 0) max(steps) else NA)
  if (directed) {
    census <- igraph::triad_census(graph)
    types <- c("003", "012", "102", "021D", "021U", "021C", "111D", "111U", "030T", "030C", "201", "120D", "120U",
               "120C", "210", "300")
    for (place in seq_along(types)) figure(paste0("triads-", types[place]), census[place])
  }
  if (sampled) {
    skip("betweenness, closeness, harmonic", "estimates from a sample, as manifest.json says")
  } else {
    column("betweenness", igraph::betweenness(graph, weights = lengths) / (if (directed) 1 else 2))
    for (side in c("in", "out")) {
      away <- igraph::distances(graph, mode = side, weights = lengths)
      diag(away) <- Inf
      sums <- apply(away, 1, function(row) sum(row[is.finite(row)]))
      column(paste0("closeness_", side), ifelse(sums > 0, 1 / sums, NA))
      column(paste0("harmonic_", side), rowSums(1 / away))
    }
  }
  column("pagerank", igraph::page_rank(graph, damping = 0.85, weights = strengths)$vector)
  ones <- rep(1, igraph::ecount(graph))
  column("constraint", igraph::constraint(graph, weights = if (meaning == "strength") strengths else ones))
  check_eigenvector(igraph::as_adjacency_matrix(graph, attr = if (meaning == "strength") "weight" else NULL), ours)
}

# Eigenvector scores must solve their equation: what an actor receives is the same multiple of its score for all.
check_eigenvector <- function(ties, ours) {
  scores <- as.numeric(ours[["eigenvector"]])
  top <- which.max(scores)
  if (length(top) == 0 || scores[top] == 0 || sum(ties) == 0) {
    return(skip("actors eigenvector", "all scores are 0, all are 1, or they are not defined"))
  }
  received <- as.numeric(scores %*% ties)
  residual <- max(abs(received / (received[top] / scores[top]) - scores))
  verdict("actors eigenvector (its equation)", "largest 1", sprintf("%.15g", scores[top]), sprintf("%.2g", residual),
          if (residual <= 1e-9 && abs(scores[top] - 1) <= relative) "agrees" else "DIFFERS")
}

# Gould and Fernandez among the actors whose group is stated; mind that sna's b_IO is the representative.
check_brokerage <- function(ties, group, ours, figure) {
  grouped <- !is.na(group)
  if (!has_sna) return(skip("brokerage", "sna is not installed"))
  found <- sna::brokerage(ties[grouped, grouped, drop = FALSE], group[grouped])
  roles <- c(coordinator = "w_I", itinerant = "w_O", representative = "b_IO", gatekeeper = "b_OI", liaison = "b_O",
             total = "t")
  for (role in names(roles)) {
    theirs <- rep(NA, length(group))
    theirs[grouped] <- found$raw.nli[, roles[[role]]]
    compare(paste("brokerage", role), ours[[role]], theirs)
    expected <- rep(NA, length(group))
    expected[grouped] <- found$exp.nli[, roles[[role]]]
    compare(paste("brokerage expected", role), ours[[paste0("expected_", role)]], expected)
    figure(paste0("brokerage-", role), sum(theirs, na.rm = TRUE))
  }
}

# Krackhardt and Stern's E-I index: ties that leave the group less those inside, over both.
check_groups <- function(ties, group, ours, groups, column, figure) {
  known <- ties * outer(!is.na(group), !is.na(group))
  leaves <- outer(group, group, function(a, b) !is.na(a) & !is.na(b) & a != b)
  index <- function(outside, inside) ifelse(outside + inside > 0, (outside - inside) / (outside + inside), NA)
  outside <- known * leaves
  inside <- known * !leaves
  column("external_internal", index(rowSums(outside) + colSums(outside), rowSums(inside) + colSums(inside)))
  figure("external-internal-directed", index(sum(outside), sum(inside)))
  either <- (known + t(known)) > 0
  figure("external-internal", index(sum(either & leaves), sum(either & !leaves)))
  members <- lapply(groups$group, function(name) which(group == name))
  compare("groups actors", groups$actors, lengths(members))
  of_group <- function(m) index(sum(outside[m, ]) + sum(outside[, m]), sum(inside[m, ]))
  compare("groups external_internal", groups$external_internal, sapply(members, of_group))
}

# One network: the only one, or that of a wave.
check <- function(wave) {
  of_wave <- function(name) {
    rows <- read_rows(name)
    if (is.na(wave)) rows else rows[which(rows$wave == wave), , drop = FALSE]
  }
  ours <- of_wave("actors")
  figures <- of_wave("network")
  column <- function(name, theirs) compare(paste("actors", name), ours[[name]], theirs)
  figure <- function(name, theirs) compare(paste("network", name), figures$value[figures$measure == name], theirs)
  rows <- of_wave("ties")
  source <- match(rows$source, ours$id)
  target <- match(rows$target, ours$id)
  # Several ties of a pair: strengths add up, of distances the least counts.
  weights <- matrix(0, nrow(ours), nrow(ours))
  for (tie in seq_len(nrow(rows))) {
    weight <- as.numeric(rows$weight[tie])
    before <- weights[source[tie], target[tie]]
    together <- if (meaning != "distance") before + weight else if (before == 0) weight else min(before, weight)
    weights[source[tie], target[tie]] <- together
    if (!directed) weights[target[tie], source[tie]] <- together
  }
  ties <- (weights > 0) * 1
  figure("actors", nrow(ours))
  figure("ties", nrow(rows))
  figure("connected-pairs", sum(ties) / (if (directed) 1 else 2))
  figure("isolates", sum(rowSums(ties) + colSums(ties) == 0))
  if (has_sna) check_with_sna(ties, figure) else skip("censuses", "sna is not installed")
  if (has_igraph) check_with_igraph(weights, ours, column, figure)
  else skip("centralities", "igraph is not installed")
  if (is.null(ours$group)) return(skip("brokerage, E-I index", "the study has no groups"))
  check_brokerage(ties, ours$group, of_wave("brokerage"), figure)
  check_groups(ties, ours$group, ours, of_wave("groups"), column, figure)
}

waves <- unique(read_rows("actors")$wave)
for (wave in if (is.null(waves)) NA else waves) {
  title <- if (is.na(wave)) "number" else paste("wave", encodeString(wave))
  cat(sprintf("%-34s %22s %22s %12s\n", title, "ours", "theirs", "difference"))
  check(wave)
}
cat(sprintf("%d numbers agree, %d differ, %d skipped; ", counts["agrees"], counts["DIFFERS"], counts["skipped"]))
cat(sprintf("they agree if they differ by less than %g of the larger, or %g.\n", relative, absolute))
quit(status = if (counts["DIFFERS"] > 0) 1 else 0)
