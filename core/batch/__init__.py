"""Many borrowers at once, from a table: for ``disburse-check batch``, and for engines that hand over a part at a time.

Brings numpy and polars: loaded by nothing that starts with the program.
"""

from core.batch.table import assess_table

__all__ = ["assess_table"]
