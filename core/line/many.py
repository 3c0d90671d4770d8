"""Many borrowers at once: batch."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from core.commands.workplace import Workplace
from core.line.command import Around, Command, Commands, Options, Parser, date_of

COLUMNS = """\
columns of IN, all optional, in any order (an unknown one is refused)
IN 的列，都可省略，次序不限（不认识的列会被拒绝）:
  a question's id   its answer as in an answers file; "disburse-check questions" lists ids and answers
                    empty: not answered; not_sure: not sure; several options: a|b, and none for none of them;
                    score.history: 2026-09-01:650|2026-09-25:645
                    问题编号：写法同回答文件；空格＝没有回答，not_sure＝不确定，多选 a|b，都没有写 none
  lender, amount, planned   short for request.lender, request.amount, request.planned / 这三个问题的简写
  as_of             day of the assessment, else --as-of, else today / 评估日
  mode              before (when empty) or after a failure / before（默认）或 after
  tried             when it failed: a day or a time; several: a|b / 失败的日期或时间，几次用 | 隔开
  message           class of the message of each try, in the same order / 每次提示语的类别，次序相同
  done, objections  ids of actions and causes: a|b / 做过的事、觉得不符的原因
  id                passed through: letters, digits, . - _ / 原样带到结果里

columns of OUT / OUT 的列:
  row, id           row 1 is the first below the header / 表头下第一行是 1
  as_of, planned, mode, tries_counted, answered   what was assessed / 评估的是什么
  arrives           P(the money arrives at the planned try) / 打算的那次申请到账的概率
  band              risk of failure: low, moderate, elevated, high / 失败风险
  safety, safety_signs   stop comes before every number / 有 stop 时别的数字都不要看
  gate_..._share    share of that risk at each gate; sums to 1 / 各关占风险的份额，合计 1
  cause_1 .. cause_3     likeliest to stop it; after a failure, to have stopped the last try / 最可能拦下它的原因
  cause_N_chance, cause_N_share   that probability; share of the risk / 它的概率；占风险的份额
  unexplained_chance     the same for what nobody outside can see / 外面看不到的原因的概率
"""


def _add_batch(commands: Commands, everywhere: Parser) -> None:
    many = commands.add_parser(
        "batch",
        parents=[everywhere],
        help="assess a table of many borrowers / 一次评估很多人",
        epilog=COLUMNS,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    forms = "*.csv, *.jsonl, *.parquet"
    many.add_argument("table", type=Path, metavar="IN", help=f"a row for each borrower / 一人一行: {forms}")
    many.add_argument("out", type=Path, metavar="OUT", help=f"the estimates / 评估结果: {forms}")
    many.add_argument("--rejects", type=Path, metavar="FILE", help="rows left out, CSV (OUT.rejects.csv) / 不能用的行")
    many.add_argument("--as-of", metavar="DATE", help="day of the assessment, whatever the rows say / 评估日")
    many.add_argument("--json", action="store_true", help="the counts, for programs / 行数，给程序用")


def _batch(place: Workplace, options: Options, _around: Around) -> str:
    # Loaded here because it brings numpy and polars, which no other quick command needs.
    from core.commands.batch import batch_as_json, batch_as_text, files_of

    as_of = date_of(options.as_of) if options.as_of else None
    files = files_of(options.table, options.out, options.rejects)
    return (batch_as_json if options.json else batch_as_text)(place, files, as_of, sys.stderr)


COMMANDS = (Command("batch", _add_batch, _batch),)
