"""The report: what was measured in tables, and what it is held against."""

from __future__ import annotations

from bench.measured import CPU, PEAK, WALL, Measured, Work
from bench.measuring import Cost
from bench.output_size import Data, OutputSize
from bench.report import report
from bench.targets import targets

NOTHING = Data(plain=0, compressed=0)
OWN = Cost(wall=0.9, cpu=0.8, peak=50_000_000)
HUGO = (Work.HUGO, Work.HUGO_SAME)


def cost(wall: float, megabytes: int = 100) -> Cost:
    return Cost(wall=wall, cpu=wall / 2, peak=megabytes * 1_000_000)


def site(files: int, megabytes: int, page: int, compressed: int) -> OutputSize:
    page_data = Data(plain=page, compressed=compressed)
    data = Data(plain=2_500_000, compressed=500_000)
    return OutputSize(files=files, total=megabytes * 1_000_000, page=page_data, search=data, map=NOTHING)


def run(factor: float) -> dict[Work, Cost]:
    return {
        Work.CHECK: cost(0.5 * factor),
        Work.CHECK_AGAIN: cost(0.1 * factor),
        Work.CHECK_EDIT: cost(0.2 * factor),
        Work.BUILD: cost(3 * factor, 150),
        Work.BUILD_EDIT: cost(0.25 * factor),
        Work.PREVIEW_EDIT: cost(0.125 * factor, 120),
        Work.ANALYSIS: cost(0.0625 * factor),
        Work.HUGO: cost(factor, 100),
        Work.HUGO_SAME: cost(2 * factor, 300),
    }


def measured(size: int, *factors: float) -> Measured:
    return Measured(
        size=size,
        words="139",
        runs=[run(factor) for factor in factors],
        sites={
            Work.BUILD: site(size + 200, 5 + size // 50, 15_500, 5_100),
            Work.HUGO: site(size + 4, size // 500, 2_000, 900),
        },
    )


def without_hugo(one: Measured) -> Measured:
    runs = [{work: cost for work, cost in each.items() if work not in HUGO} for each in one.runs]
    return Measured(size=one.size, words=one.words, runs=runs, sites={Work.BUILD: one.sites[Work.BUILD]})


def test_whole_report() -> None:
    assert report([measured(1_000, 1), measured(10_000, 20)], OWN, "2 processors") == WHOLE


def test_ratios_are_medians_of_the_ratios_within_each_run() -> None:
    noisy = [{Work.BUILD: cost(build), Work.HUGO: cost(hugo)} for build, hugo in ((2, 1), (9, 3), (10, 2.5))]
    found = Measured(size=10, words="1", runs=noisy, sites={})
    assert found.ratio(Work.BUILD, Work.HUGO, WALL) == 3
    assert found.ratio(Work.BUILD, Work.HUGO, CPU) == 3
    assert found.ratio(Work.BUILD, Work.HUGO, PEAK) == 1
    assert found.ratio(Work.BUILD, Work.HUGO_SAME, WALL) is None
    assert found.cost(Work.BUILD) == cost(9)
    assert found.cost(Work.CHECK) is None


def test_without_hugo_and_with_one_size_what_needs_them_is_not_measured() -> None:
    found = list(targets([without_hugo(measured(1_000, 1, 2, 4))], OWN))
    assert [(target.name, target.claims, target.value) for target in found if target.outcome != "not measured"] == [
        ("build, warm, one edit", "1,000", 0.5),
        ("one edit in the preview", "1,000", 0.25),
        ("check of the repository's own claims", "own", 0.9),
        ("a claim's page", "1,000", 15.5),
        ("a claim's page, compressed", "1,000", 5.1),
        ("the whole site on GitHub Pages", "30,000 (estimate)", 750),
    ]
    assert {target.value for target in found if target.outcome == "not measured"} == {None}
    assert len(found) == 19


def test_the_hosted_site_is_measured_where_its_size_is() -> None:
    *_, hosted = targets([measured(1_000, 1), measured(30_000, 30)], OWN)
    assert (hosted.name, hosted.claims, hosted.value, hosted.outcome) == (
        "the whole site on GitHub Pages",
        "30,000",
        605,
        "met",
    )


WHOLE = """\
2 processors; 139 words a page.

Costs are medians. The peak is the memory of all processes together. The last columns tell how many times Hugo's wall
seconds, CPU seconds and peak they are, in the same run.

| claims | what                         | wall s | CPU s | peak MB |     times Hugo's | times Hugo's, same bytes |
| ------ | ---------------------------- | -----: | ----: | ------: | ---------------: | -----------------------: |
| 1,000  | check, cold                  |   0.50 |  0.25 |     100 | 0.50, 0.50, 1.00 |         0.25, 0.25, 0.33 |
| 1,000  | check, warm, nothing changed |   0.10 |  0.05 |     100 | 0.10, 0.10, 1.00 |         0.05, 0.05, 0.33 |
| 1,000  | check, warm, one edit        |   0.20 |  0.10 |     100 | 0.20, 0.20, 1.00 |         0.10, 0.10, 0.33 |
| 1,000  | build, cold                  |   3.00 |  1.50 |     150 | 3.00, 3.00, 1.50 |         1.50, 1.50, 0.50 |
| 1,000  | build, warm, one edit        |   0.25 |  0.12 |     100 | 0.25, 0.25, 1.00 |         0.12, 0.12, 0.33 |
| 1,000  | one edit in the preview      |   0.12 |  0.06 |     120 | 0.12, 0.12, 1.20 |         0.06, 0.06, 0.40 |
| 1,000  | analysis alone               |   0.06 |  0.03 |     100 | 0.06, 0.06, 1.00 |         0.03, 0.03, 0.33 |
| 1,000  | Hugo, as many pages          |   1.00 |  0.50 |     100 | 1.00, 1.00, 1.00 |         0.50, 0.50, 0.33 |
| 1,000  | Hugo, the same bytes         |   2.00 |  1.00 |     300 | 2.00, 2.00, 3.00 |         1.00, 1.00, 1.00 |
| 10,000 | check, cold                  |  10.00 |  5.00 |     100 | 0.50, 0.50, 1.00 |         0.25, 0.25, 0.33 |
| 10,000 | check, warm, nothing changed |   2.00 |  1.00 |     100 | 0.10, 0.10, 1.00 |         0.05, 0.05, 0.33 |
| 10,000 | check, warm, one edit        |   4.00 |  2.00 |     100 | 0.20, 0.20, 1.00 |         0.10, 0.10, 0.33 |
| 10,000 | build, cold                  |  60.00 | 30.00 |     150 | 3.00, 3.00, 1.50 |         1.50, 1.50, 0.50 |
| 10,000 | build, warm, one edit        |   5.00 |  2.50 |     100 | 0.25, 0.25, 1.00 |         0.12, 0.12, 0.33 |
| 10,000 | one edit in the preview      |   2.50 |  1.25 |     120 | 0.12, 0.12, 1.20 |         0.06, 0.06, 0.40 |
| 10,000 | analysis alone               |   1.25 |  0.62 |     100 | 0.06, 0.06, 1.00 |         0.03, 0.03, 0.33 |
| 10,000 | Hugo, as many pages          |  20.00 | 10.00 |     100 | 1.00, 1.00, 1.00 |         0.50, 0.50, 0.33 |
| 10,000 | Hugo, the same bytes         |  40.00 | 20.00 |     300 | 2.00, 2.00, 3.00 |         1.00, 1.00, 1.00 |

Sites: a claim's page is the one of median size; compressed by gzip in brackets.

| claims | site                |  files |    MB | claim's page kB |  search data kB | map data kB |
| ------ | ------------------- | -----: | ----: | --------------: | --------------: | ----------: |
| 1,000  | build, cold         |  1,200 |  25.0 |      15.5 (5.1) | 2,500.0 (500.0) |           - |
| 1,000  | Hugo, as many pages |  1,004 |   2.0 |       2.0 (0.9) | 2,500.0 (500.0) |           - |
| 10,000 | build, cold         | 10,200 | 205.0 |      15.5 (5.1) | 2,500.0 (500.0) |           - |
| 10,000 | Hugo, as many pages | 10,004 |  20.0 |       2.0 (0.9) | 2,500.0 (500.0) |           - |

Targets: the ratio is what was measured to the target, and 1 or less meets it. By CPU: the same by the seconds of the
processors, which tell more where other work runs beside.

| target                               | claims            |      at most |     measured | by CPU | ratio |        |
| ------------------------------------ | ----------------- | -----------: | -----------: | -----: | ----: | -----: |
| build, cold / Hugo, as many pages    | 1,000             |            3 |         3.00 |   3.00 |  1.00 |    met |
| build, cold / Hugo, the same bytes   | 1,000             |            1 |         1.50 |   1.50 |  1.50 | missed |
| memory: build, cold / Hugo           | 1,000             |            1 |         1.50 |      - |  1.50 | missed |
| build, cold / Hugo, as many pages    | 10,000            |            3 |         3.00 |   3.00 |  1.00 |    met |
| build, cold / Hugo, the same bytes   | 10,000            |            1 |         1.50 |   1.50 |  1.50 | missed |
| memory: build, cold / Hugo           | 10,000            |            1 |         1.50 |      - |  1.50 | missed |
| build, warm, one edit                | 1,000             |        0.5 s |       0.25 s | 0.12 s |  0.50 |    met |
| one edit in the preview              | 1,000             |        0.5 s |       0.12 s | 0.06 s |  0.25 |    met |
| build, warm, one edit                | 10,000            |          2 s |       5.00 s | 2.50 s |  2.50 | missed |
| one edit in the preview              | 10,000            |          2 s |       2.50 s | 1.25 s |  1.25 | missed |
| check, cold                          | 10,000            |          4 s |      10.00 s | 5.00 s |  2.50 | missed |
| check, warm, nothing changed         | 10,000            |        0.7 s |       2.00 s | 1.00 s |  2.86 | missed |
| check, warm, one edit                | 10,000            |        0.7 s |       4.00 s | 2.00 s |  5.71 | missed |
| analysis alone                       | 10,000            |          1 s |       1.25 s | 0.62 s |  1.25 | missed |
| check of the repository's own claims | own               |          1 s |       0.90 s | 0.80 s |  0.90 |    met |
| exponent of growth: check, cold      | 1,000 to 10,000   |          1.1 |         1.30 |   1.30 |  1.18 | missed |
| exponent of growth: build, cold      | 1,000 to 10,000   |          1.1 |         1.30 |   1.30 |  1.18 | missed |
| a claim's page                       | 1,000             |        16 kB |      15.5 kB |      - |  0.97 |    met |
| a claim's page, compressed           | 1,000             |         5 kB |       5.1 kB |      - |  1.02 | missed |
| a claim's page                       | 10,000            |        16 kB |      15.5 kB |      - |  0.97 |    met |
| a claim's page, compressed           | 10,000            |         5 kB |       5.1 kB |      - |  1.02 | missed |
| the whole site                       | 10,000            |       250 MB |       205 MB |      - |  0.82 |    met |
| the whole site                       | 10,000            | 12,000 files | 10,200 files |      - |  0.85 |    met |
| the whole site on GitHub Pages       | 30,000 (estimate) |     1,000 MB |       605 MB |      - |  0.60 |    met |
"""
