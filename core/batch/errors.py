"""What can go wrong with a table as a whole; what is wrong with one row is a :class:`core.batch.columns.Reject`."""

from __future__ import annotations

from core.errors import AppError


class UnknownColumnsError(AppError):
    """The table has columns that the content does not know; names all of them."""

    code = "batch_unknown_columns"


class RepeatedColumnError(AppError):
    """Two columns say the same thing."""

    code = "batch_repeated_column"


class ColumnTypeError(AppError):
    """A column of a Parquet file or of a frame holds what no cell of a table can."""

    code = "batch_column_type"


class TableFormError(AppError):
    """The name of a file does not end as one of the forms read and written."""

    code = "batch_form"


class SameFileError(AppError):
    """A file would be written over another that this run needs."""

    code = "batch_same_file"


class TableUnreadableError(AppError):
    """The table is missing, empty, or no table."""

    code = "file_unreadable"


class StoppedError(AppError):
    """The user stopped the run; nothing was written."""

    code = "batch_stopped"
