from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tui.cli import main
from tui.extraction import EngineError
from tui.extraction.work import Done, Job, extract
from tui.parser import Document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

distributed = pytest.importorskip("distributed", reason="the extra “dask” is not installed")

from tui.extraction import cluster  # noqa: E402 - only where distributed is


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    import dask

    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 0}),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0", silence_logs=50
        ) as made,
    ):
        yield made.scheduler_address


def jobs(number: int) -> list[Job]:
    return [
        Job(Document.plain(f"« Il en faut {n} », a dit Anne Roux.\n\nFin."), str(n), "json")
        for n in range(number)
    ]


def deadly(job: Job) -> Done:
    if job.origin == "3":
        os.kill(os.getpid(), signal.SIGKILL)
    return Done(job.origin, written=job.document.text)


def test_a_cluster_gives_what_one_process_gives_in_the_same_order(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "TASK", 200)
    given = jobs(60)
    assert list(cluster.spread(extract, given, address)) == list(map(extract, given))


def test_a_worker_that_dies_costs_one_job(address: str) -> None:
    given = jobs(5)
    results = list(cluster.spread(deadly, given, address))
    assert [done.origin for done in results] == [job.origin for job in given]
    assert [done.origin for done in results if done.died] == ["3"]


@pytest.mark.parametrize("ending", ["jsonl", "parquet"])
def test_the_command_prints_what_the_plain_run_prints(
    address: str, tmp_path: Path, ending: str
) -> None:
    rows = [
        {"id": str(n), "text": f"« Non », a dit Léa Petit.\n\nIl manque {n} écoles."}
        for n in range(9)
    ]
    rows[4]["text"] = " "
    file = tmp_path / f"a.{ending}"
    if ending == "jsonl":
        file.write_text("\n".join(map(json.dumps, rows)))
    else:
        pyarrow = pytest.importorskip("pyarrow")
        from pyarrow import parquet

        parquet.write_table(pyarrow.Table.from_pylist(rows), file)
    plain, spread = (
        subprocess.run(
            [sys.executable, "-m", "tui", "extract", "--format", "jsonl", *more, file],
            capture_output=True,
            check=False,
        )
        for more in ((), ("--dask", address))
    )
    assert len(plain.stdout.splitlines()) == 8
    assert spread.stdout == plain.stdout
    assert spread.stderr == plain.stderr
    assert plain.returncode == spread.returncode == 1


def test_no_cluster_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.1)
    (tmp_path / "a.txt").write_text("Un texte.")
    assert main(["extract", "--dask", "tcp://127.0.0.1:9", str(tmp_path)]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "tcp://127.0.0.1:9" in line


def test_workers_of_another_version_are_not_used(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "__version__", "0.0.0")
    with pytest.raises(EngineError, match=r"newsreader 0\.0\.0"):
        next(cluster.spread(extract, jobs(1), address))


def test_without_the_extra_the_command_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "tui.extraction.cluster")
    monkeypatch.delattr("tui.extraction.cluster")
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert main(["extract", "--dask", "local", "a.txt"]) == 1
    assert "newsreader-tui[dask]" in capsys.readouterr().err
