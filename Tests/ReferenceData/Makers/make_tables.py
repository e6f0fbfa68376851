#!/usr/bin/env python3
"""Writes small files of Excel, OpenDocument, SPSS and Stata, as openpyxl, odfpy and pyreadstat store them.

The packages stamp the time into their files: a second run differs there.

usage: make_tables.py OUT
"""

import datetime
import pathlib
import sys

import openpyxl
import pandas
import pyreadstat
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P


def excel(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Daten"
    sheet.append(["a", "ü<&>\"", "x\ny", None, True, False])
    sheet.append([1, 1.5, 1e-7, 1e20, -0.0, 12345678])
    sheet.append([
        datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 31, 8, 30), datetime.time(8, 30),
        datetime.timedelta(hours=30, minutes=15), datetime.date(1900, 1, 1), datetime.date(1900, 3, 1)])
    sheet["A6"], sheet["H6"], sheet["C8"], sheet["A9"] = "far", "right", "#DIV/0!", "merged"
    sheet.merge_cells("A9:B10")
    hidden = book.create_sheet("Verborgen")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "h"
    book.create_sheet("Dritte")["B2"] = 3
    book.save(path)


def open_document(path):
    document = OpenDocumentSpreadsheet()
    table = Table(name="Daten")
    for values in [["a", "ü<&>\""], [1.0, 2.5]]:
        row = TableRow()
        for value in values:
            is_text = isinstance(value, str)
            cell = TableCell(valuetype="string") if is_text else TableCell(valuetype="float", value=value)
            cell.addElement(P(text=value if is_text else str(value)))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    document.save(path)


def statistics(folder):
    spss = pandas.DataFrame({
        "q1": [1.0, 2.0, -99.0, None],
        "day": [datetime.date(2024, 2, 29), None, datetime.date(1999, 12, 31), datetime.date(2000, 1, 1)],
        "moment": [datetime.datetime(2024, 1, 31, 8, 30, 15)] + [datetime.datetime(2020, 1, 1)] * 3,
        "span": [5400.0, None, 1.0, 90000.0],
        "place": ["Köln", "", "Jena", "x"],
    })
    pyreadstat.write_sav(
        spss, folder / "answers.zsav", compress=True, column_labels={"q1": "Wie oft?"},
        variable_value_labels={"q1": {1: "oft", -99: "keine Angabe", -77: "nicht gefragt"}},
        missing_ranges={"q1": [{"lo": -99, "hi": -1}], "place": ["x"]}, variable_format={"span": "TIME8"})
    stata = pandas.DataFrame({
        "q1": [1, 2, "a", None], "day": [datetime.date(2024, 2, 29)] * 4, "month": [600, 601, -1, 0],
        "name": ["Ärmel", "", "b", "c"], "whole": [1, 2, 3, 4], "half": [0.5, 0.25, 1e-7, 1e20],
    })
    for version in (8, 15):
        pyreadstat.write_dta(
            stata, folder / f"answers{version}.dta", version=version, column_labels={"q1": "Wie oft?"},
            variable_value_labels={"q1": {1: "oft", "a": "keine Angabe"}}, missing_user_values={"q1": ["a"]},
            variable_format={"month": "%tm"})


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(exist_ok=True)
    excel(folder / "answers.xlsx")
    open_document(folder / "answers.ods")
    statistics(folder)


if __name__ == "__main__":
    main()
