# Reading the networks and writing numbers, for the R programs of this folder.

number <- function(x) ifelse(is.finite(x), sprintf("%.17g", x), "")

write_table <- function(path, first, numbers) {
  numbers <- as.data.frame(numbers, check.names = FALSE)
  cells <- cbind(first, as.data.frame(lapply(numbers, number), check.names = FALSE))
  names(cells) <- c(names(first), names(numbers))
  dir.create(dirname(path), showWarnings = FALSE, recursive = TRUE)
  write.csv(cells, path, row.names = FALSE, quote = FALSE, na = "", eol = "\n")
}

read_network <- function(folder, name) {
  read <- function(what) {
    read.csv(file.path(folder, paste0(name, "_", what, ".csv")), colClasses = "character", na.strings = character())
  }
  actors <- read("actors")
  ties <- read("ties")
  list(
    name = name, actors = actors, directed = name != "undirected15",
    source = match(ties$source, actors$id), target = match(ties$target, actors$id),
    weight = if (is.null(ties$weight)) NULL else as.numeric(ties$weight),
    groupings = intersect(c("kind", "cluster", "country", "sector", "textbook_group"), names(actors))
  )
}

network_names <- function(folder) sub("_ties.csv", "", list.files(folder, "_ties.csv$"))
