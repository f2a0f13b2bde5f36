#!/usr/bin/env python3
"""Turns the JSON Lines that `export` wrote into a Parquet file; needs pyarrow (pip install pyarrow).

    - export:
        - jsonl: out/articles.jsonl
        - program: out/articles.parquet
          command: [python3, parquet_export.py]
          from: out/articles.jsonl

or by hand: python3 parquet_export.py out/articles.jsonl out/articles.parquet

An output of `export` and not an exec stage: a Parquet file is readable only once it is closed, so it cannot be cut back
to the last commit when a run is stopped, and an article that a later stage drops would be in it. The file appears
whole. Memory is bounded by --rows; .gz files are read as they are. Offsets stay what `export` counted.
"""

import argparse
import gzip
import json
import os
import sys

import pyarrow
import pyarrow.parquet

TEXTS = ("id", "url", "title", "published", "modified", "site", "section", "language", "description", "image", "text", "summary")
SPAN = pyarrow.struct([("start", pyarrow.int64()), ("end", pyarrow.int64())])
ENTITY = pyarrow.struct(
    [("start", pyarrow.int64()), ("end", pyarrow.int64())]
    + [(name, pyarrow.string()) for name in ("type", "text", "name", "value", "id")]
)
SCHEMA = pyarrow.schema(
    [(name, pyarrow.string()) for name in TEXTS]
    + [("byline", pyarrow.list_(pyarrow.string())), ("tags", pyarrow.list_(pyarrow.string()))]
    + [("sentences", pyarrow.list_(SPAN)), ("entities", pyarrow.list_(ENTITY))]
    # A layer of a plug-in may have any shape: one column of JSON.
    + [("extensions", pyarrow.string())]
)


def row(record):
    values = {name: record.get(name) for name in SCHEMA.names}
    values["summary"] = (record.get("summary") or {}).get("text")
    if record.get("extensions"):
        values["extensions"] = json.dumps(record["extensions"], ensure_ascii=False, sort_keys=True)
    return values


def convert(source, target, most_rows):
    part = f"{target}.part"
    count = 0
    opener = gzip.open if source.endswith(".gz") else open
    with opener(source, "rt", encoding="utf-8") as lines, pyarrow.parquet.ParquetWriter(part, SCHEMA, compression="zstd") as writer:
        rows = []
        for number, line in enumerate(lines, 1):
            try:
                rows.append(row(json.loads(line)))
            except ValueError as error:
                sys.exit(f"{source}:{number}: {error}; {target} was not written")
            if len(rows) == most_rows:
                writer.write_table(pyarrow.Table.from_pylist(rows, schema=SCHEMA))
                count += len(rows)
                rows = []
        if rows:
            writer.write_table(pyarrow.Table.from_pylist(rows, schema=SCHEMA))
            count += len(rows)
    os.replace(part, target)
    return count


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="JSON Lines of copydesk to Parquet.")
    parser.add_argument("source", help="the JSON Lines, plain or .gz")
    parser.add_argument("target", help="the Parquet file to write")
    parser.add_argument("--rows", type=int, default=10_000, help="rows of a row group")
    arguments = parser.parse_args()
    print(f"{arguments.target}: {convert(arguments.source, arguments.target, arguments.rows)} articles")
