"""The department's case-series table: one course of a patient and culprit drug a row, as papers print it."""
