"""What a date in EDTF leaves open, as Rep takes it, for the programs that have no such dates."""

import calendar
import re
from datetime import date


def day(year, number, of_month):
    """A day of a month, the last where `of_month` is 31; the months of the years beside count on."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return date(year, number, min(of_month, calendar.monthrange(year, number)[1])).toordinal()


def bounds(text):
    """The first and the last day that a date could be which is one day."""
    about, text = text.endswith("~"), text.rstrip("~?")
    season = re.fullmatch(r"(\d{4})-(2[1-4])", text)
    if season:
        year, number = int(season[1]), int(season[2])
        # Winter may be the one at the beginning of the year or at its end.
        return [(day(year, 3, 1), day(year, 5, 31)), (day(year, 6, 1), day(year, 8, 31)),
                (day(year, 9, 1), day(year, 11, 31)), (day(year, 0, 1), day(year, 14, 31))][number - 21]
    parts = text.split("-")
    year = int(parts[0])
    if len(parts) == 1:
        return day(year, 1, 1), day(year, 12, 31)
    if parts[1] == "XX":
        return day(year, 1, int(parts[2])), day(year, 12, int(parts[2]))
    number = int(parts[1])
    if len(parts) == 2:
        return day(year, number - about, 1), day(year, number + about, 31)
    return day(year, number, int(parts[2])), day(year, number, int(parts[2]))


def ends(text):
    """The days between which a date begins, and those between which it ends: four, of which two are the same for one day."""
    if "/" in text:
        first, last = text.split("/")
        return *bounds(first), *bounds(last)
    return *bounds(text), *bounds(text)
