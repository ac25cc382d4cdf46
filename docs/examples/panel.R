# From a key to a panel and a first regression: one row for each kommune and year.
# Needs the packages httr2 and jsonlite. TILSAGN_URL and TILSAGN_KEY stand in the environment.
library(httr2)
library(jsonlite)

fetch <- function(name) {
  request(paste0(Sys.getenv("TILSAGN_URL"), "/api/v1/", name)) |>
    req_auth_bearer_token(Sys.getenv("TILSAGN_KEY")) |>
    req_perform() |>
    resp_body_string() |>
    fromJSON()
}

told <- fetch("kommuner?codes=now")
stopifnot(told$control$sum == sum(told$data[[told$control$column]]))
panel <- subset(told$data, !is.na(inhabitants))
panel$granted_per_inhabitant <- panel$granted_as_lead_ore / 100 / panel$inhabitants
panel$awarded <- as.integer(panel$awards_taking_part > 0)
summary(lm(granted_per_inhabitant ~ log(inhabitants) + factor(year), data = panel))

# Who was just below the line, and who just above: applications with their distance to it.
near <- subset(fetch("applications")$data, abs(distance_to_line) <= 5)
table(near$result, near$distance_to_line >= 0)
