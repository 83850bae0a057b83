"""The report as a workbook: tables to filter, charts to edit, no formulas."""
