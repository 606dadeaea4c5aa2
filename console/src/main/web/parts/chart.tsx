import {useEffect, useId, useRef, useState} from "preact/hooks";
import uPlot from "uplot";
import {day, figure, millis, when} from "../core/format.ts";
import {chosenTheme} from "../core/theme.ts";
import {useStore} from "../core/store.ts";
import type {History} from "../core/types.ts";
import {Table} from "./table.tsx";

export interface Line {
  readonly label: string;
  readonly history: History;
}

const HEIGHT = 132;
/** More rows than that are told by their highest and latest, not by a table. */
const MOST_ROWS = 400;

/** Lines over time, with what they say in words, and as a table for who does not see them. */
export function Chart({title, unit, lines, limit}: {title: string; unit: string; lines: readonly Line[]; limit?: number}) {
  const id = useId();
  const [table, setTable] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const theme = useStore(chosenTheme);
  const known = lines.filter((line) => line.history.values.some((value) => value !== null));
  const shape = `${theme}|${known.map((line) => line.label).join()}|${limit ?? ""}`;

  useEffect(() => {
    const host = place.current;
    if (!host || table || known.length === 0) {
      return;
    }
    const made = new uPlot(options(host, title, unit, known, limit), dataOf(known, limit), host);
    plot.current = made;
    const watch = new ResizeObserver(() => made.setSize({width: host.clientWidth, height: HEIGHT}));
    watch.observe(host);
    return () => {
      watch.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [shape, table]);

  useEffect(() => plot.current?.setData(dataOf(known, limit)), [lines]);

  return (
    <figure class="chart" aria-labelledby={id}>
      <figcaption>
        <span id={id} class="chart-title">
          {title}
        </span>
        <span class="chart-now">
          {known.map((line, index) => (
            <span key={line.label}>
              <i class={`key key-${index}`} aria-hidden="true" /> {line.label}{" "}
              <b>{figure(latest(line.history))}</b>
            </span>
          ))}
          {known.length > 0 ? <span class="faint">{unit}</span> : null}
        </span>
        {known.length > 0 ? (
          <button type="button" class="quiet" aria-pressed={table} onClick={() => setTable(!table)}>
            table<span class="unseen"> of {title}</span>
          </button>
        ) : null}
      </figcaption>
      {known.length === 0 ? (
        <p class="faint">Nothing was measured in this time.</p>
      ) : table ? (
        <Numbers title={title} unit={unit} lines={known} />
      ) : (
        <div ref={place} class="plot" role="img" aria-label={words(title, unit, known)} />
      )}
    </figure>
  );
}

function Numbers({title, unit, lines}: {title: string; unit: string; lines: readonly Line[]}) {
  const first = lines[0]?.history;
  const start = first ? Date.parse(first.start) : 0;
  const period = first ? millis(first.period) : 0;
  const rows = (first?.values ?? []).map((_, index) => index).slice(-MOST_ROWS).reverse();
  return (
    <div class="numbers">
      <Table
        caption={`${title}, ${unit}`}
        rows={rows}
        keyOf={String}
        columns={[
          {head: "Time", name: true, cell: (row) => when(new Date(start + row * period).toISOString())},
          ...lines.map((line) => ({
            head: line.label,
            number: true,
            cell: (row: number) => figure(line.history.values[row] ?? undefined),
          })),
        ]}
      />
    </div>
  );
}

function latest(history: History): number | undefined {
  for (let index = history.values.length - 1; index >= 0; index--) {
    const value = history.values[index];
    if (value !== null && value !== undefined) {
      return value;
    }
  }
  return undefined;
}

function words(title: string, unit: string, lines: readonly Line[]): string {
  const each = lines.map((line) => {
    const values = line.history.values.filter((value): value is number => value !== null);
    return `${line.label}: latest ${figure(latest(line.history))}, lowest ${figure(Math.min(...values))}, highest ${figure(Math.max(...values))}`;
  });
  return `${title} in ${unit}. ${each.join("; ")}.`;
}

function dataOf(lines: readonly Line[], limit: number | undefined): uPlot.AlignedData {
  const first = lines[0]?.history;
  const start = first ? Date.parse(first.start) / 1000 : 0;
  const period = first ? millis(first.period) / 1000 : 1;
  const times = (first?.values ?? []).map((_, index) => start + index * period);
  const values = lines.map((line) => times.map((_, index) => line.history.values[index] ?? null));
  return limit === undefined ? [times, ...values] : [times, ...values, times.map(() => limit)];
}

function colour(host: HTMLElement, name: string): string {
  const probe = document.createElement("i");
  probe.style.color = `var(${name})`;
  host.append(probe);
  const found = getComputedStyle(probe).color;
  probe.remove();
  return found;
}

function options(
  host: HTMLElement,
  title: string,
  unit: string,
  lines: readonly Line[],
  limit: number | undefined,
): uPlot.Options {
  const faint = colour(host, "--ink-faint");
  const grid = colour(host, "--rule");
  const axis = {stroke: faint, grid: {stroke: grid, width: 1}, ticks: {show: false}, font: "11px system-ui"};
  const series: uPlot.Series[] = lines.map((line, index) => ({
    label: line.label,
    stroke: colour(host, `--line-${index}`),
    width: 1.5,
    points: {show: sparse(line), size: 4},
    ...(index === 1 ? {dash: [5, 3]} : index === 2 ? {dash: [2, 2]} : {}),
  }));
  if (limit !== undefined) {
    series.push({label: "limit", stroke: colour(host, "--bad"), width: 1, dash: [8, 4], points: {show: false}});
  }
  return {
    title: "",
    width: host.clientWidth,
    height: HEIGHT,
    legend: {show: false},
    cursor: {points: {show: false}, drag: {setScale: false}, sync: {key: "console"}},
    scales: {y: {range: (_, low, high) => [Math.min(0, low), high > 0 ? high * 1.08 : 1]}},
    axes: [
      {...axis, size: 22, space: 56, values: (_, ticks, __, ___, step) => ticks.map((tick) => clock(tick, step))},
      {...axis, size: 42, space: 28, values: (_, ticks) => ticks.map((tick) => tick.toLocaleString("en-US", {maximumFractionDigits: 4}))},
    ],
    series: [{}, ...series],
    hooks: {setCursor: [(made) => (host.title = under(made, title, unit, lines))]},
  };
}

/** Figures that stand alone have no line to be seen by. */
function sparse(line: Line): boolean {
  return line.history.values.filter((value) => value !== null).length < 12;
}

function clock(seconds: number, step: number): string {
  const time = new Date(seconds * 1000);
  return step >= 86_400 ? day(time).slice(5) : time.toTimeString().slice(0, 5);
}

function under(made: uPlot, title: string, unit: string, lines: readonly Line[]): string {
  const index = made.cursor.idx;
  const time = index === null || index === undefined ? undefined : made.data[0][index];
  if (index === null || index === undefined || time === undefined) {
    return title;
  }
  const each = lines.map((line) => `${line.label} ${figure(line.history.values[index] ?? undefined)} ${unit}`);
  return `${when(new Date(time * 1000).toISOString())}\n${each.join("\n")}`;
}
