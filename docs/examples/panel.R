# From a key to a panel and a first regression: one row for each kommune and year.
#
#     TILSAGN_URL=https://tilsagn.example.org TILSAGN_KEY=... Rscript panel.R panel.csv
#
# Needs R alone (4.0 or newer). Amounts are kroner per inhabitant; a row whose inhabitants are not known is left out.

fetch <- function(name, ...) {
  kept <- tempfile(fileext = ".csv")
  download.file(paste0(Sys.getenv("TILSAGN_URL"), "/api/v1/", name), kept,
    method = "libcurl", mode = "wb", quiet = TRUE,
    headers = c(Authorization = paste("Bearer", Sys.getenv("TILSAGN_KEY"))))
  read.csv(kept, encoding = "UTF-8", ...)
}

# A kommunenummer is text: 0301 begins with a nought.
panel <- fetch("kommuner?codes=now&format=csv", colClasses = c(number = "character"))
panel <- subset(panel, !is.na(inhabitants) & inhabitants > 0)
panel$granted_per_inhabitant <- panel$granted_as_lead_ore / 100 / panel$inhabitants
panel$awarded <- as.integer(panel$awards_taking_part > 0)
columns <- c("number", "year", "inhabitants", "centrality", "awarded", "granted_per_inhabitant")
write.csv(panel[order(panel$number, panel$year), columns], commandArgs(trailingOnly = TRUE)[1], row.names = FALSE)
model <- granted_per_inhabitant ~ log(inhabitants)
if (length(unique(panel$year)) > 1) model <- update(model, . ~ . + factor(year))
fitted <- lm(model, data = panel)
print(coef(summary(fitted)), digits = 10)

# Who was just below the line, and who just above: applications with their distance to it.
near <- subset(fetch("applications?format=csv"), abs(distance_to_line) <= 5)
print(table(near$result, near$distance_to_line >= 0))
