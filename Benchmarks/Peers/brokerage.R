# usage: Rscript brokerage.R FOLDER SCORES; times brokerage alone and writes five counts an actor. sna puts the
# representative before the gatekeeper.
arguments <- commandArgs(trailingOnly = TRUE)
suppressMessages(library(sna))
actors <- read.csv(file.path(arguments[1], "actors.csv"), colClasses = "character")
ties <- read.csv(file.path(arguments[1], "ties.csv"), colClasses = "character")
edges <- cbind(match(ties$source, actors$id), match(ties$target, actors$id), 1)
attr(edges, "n") <- nrow(actors)
seconds <- system.time(found <- brokerage(edges, actors$cluster))[["elapsed"]]
write.table(cbind(actors$id, found$raw.nli[, c(1, 2, 4, 3, 5)]), arguments[2], sep = ",", quote = FALSE,
            row.names = FALSE, col.names = FALSE)
cat(sprintf('{"program": "sna", "version": "%s", "threads": 1, "seconds": [%f]}\n', packageVersion("sna"), seconds))
