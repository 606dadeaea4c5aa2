import {useState} from "preact/hooks";
import {figure, millis, percent, plain, span, when} from "../core/format.ts";
import {linkTo} from "../core/routes.ts";
import {ask} from "../core/runs.ts";
import type {History} from "../core/types.ts";
import {useLoaded} from "../parts/asked.tsx";
import {Age, Badge, PageHead, ProblemNote, type Tone} from "../parts/bits.tsx";
import {Chart} from "../parts/chart.tsx";
import {project, useProject, type Project} from "../parts/project.tsx";
import {Filter, matching, Table} from "../parts/table.tsx";
import {Budgets} from "./budgets.tsx";

export interface ObjectiveReport {
  readonly name: string;
  readonly service: string;
  readonly promise: string;
  readonly standing: string;
  readonly level: string;
  readonly target: number;
  readonly measured?: number;
  readonly figure?: number;
  readonly budget?: {readonly unit: string; readonly allowed: number; readonly spent: number; readonly spentShare?: number};
  readonly burns: readonly {readonly window: string; readonly rate?: number}[];
  readonly firing: readonly {readonly urgency: string; readonly longWindow: string; readonly factor: number}[];
  readonly forecast?: {readonly gone?: string; readonly until: string};
  readonly history: readonly {readonly at: string; readonly share?: number}[];
}

export const STANDING: Readonly<Record<string, Tone>> = {kept: "good", burning: "warning", missed: "bad", unknown: "faint"};
const BACK = "PT168H";

interface Reports {
  readonly at: string;
  readonly objectives: readonly ObjectiveReport[];
}

/** How well promises are kept, and how full things run. */
export function Objectives({rest}: {rest: readonly string[]}) {
  const [typed, setTyped] = useState("");
  const found = useProject();
  const reports = useLoaded<Reports | undefined>(`objectives ${found.at ?? ""}`, async (signal) => {
    const objectives = (await project()).objectives.value;
    return objectives && objectives.length > 0
      ? ask<Reports>("slo.report", {objectives, since: BACK}, signal)
      : undefined;
  });
  const chosen = reports.value?.objectives.find((one) => one.name === rest[0]);
  return (
    <>
      <PageHead title={rest[0] ?? "Objectives and budgets"}>
        {rest[0] ? <a href={linkTo("objectives")}>All objectives</a> : <Filter value={typed} onInput={setTyped} label="Filter" />}
      </PageHead>
      {found.failure ? <ProblemNote failure={found.failure} /> : null}
      {found.value?.objectives.failure ? (
        <ProblemNote failure={found.value.objectives.failure} what="The objectives cannot be read" />
      ) : null}
      <section class="part" aria-label="Objectives">
        <header>
          <h2>Objectives</h2>
          <Age at={reports.at} after={600_000} />
        </header>
        {reports.failure ? <ProblemNote failure={reports.failure} what="Not measured" /> : null}
        {reports.busy && !reports.value ? <p class="faint">Weeks of metrics are being read…</p> : null}
        {reports.value ? (
          <List rows={rest[0] ? (chosen ? [chosen] : []) : matching(reports.value.objectives, typed, (row) => row.name)} />
        ) : null}
      </section>
      {chosen ? <Details report={chosen} /> : null}
      {rest[0] || !found.value ? null : <Budgets project={found.value as Project} typed={typed} />}
    </>
  );
}

function List({rows}: {rows: readonly ObjectiveReport[]}) {
  return (
    <Table
      caption="Objectives"
      hideCaption
      rows={rows}
      keyOf={(row) => row.name}
      columns={[
        {head: "Objective", name: true, cell: (row) => <a href={linkTo("objectives", row.name)}>{row.name}</a>},
        {head: "Standing", cell: (row) => <Badge tone={STANDING[row.standing] ?? "plain"}>{row.standing}</Badge>},
        {head: "Target", number: true, cell: (row) => percent(row.target, 2)},
        {head: "Measured", number: true, cell: (row) => percent(row.measured, 3)},
        {head: "Budget spent", number: true, cell: (row) => percent(row.budget?.spentShare, 0)},
        {head: "Budget gone", cell: (row) => gone(row)},
        {head: "Promise", cell: (row) => <span class="wrap">{row.promise}</span>},
      ]}
    />
  );
}

function gone(report: ObjectiveReport): string {
  if ((report.budget?.spentShare ?? 0) >= 1) {
    return "is gone";
  }
  return report.forecast?.gone ? when(report.forecast.gone) : "not in sight";
}

function Details({report}: {report: ObjectiveReport}) {
  const left = leftOf(report);
  return (
    <>
      {left ? (
        <section class="part" aria-label="Budget left">
          <Chart title="Budget left" unit="% of the budget" lines={[{label: "left", history: left}]} />
        </section>
      ) : null}
      <section class="part" aria-label="How fast it is spent">
        <header>
          <h2>How fast it is spent</h2>
        </header>
        <Table
          caption="Burn rates; 1 spends the whole budget in just the objective's window"
          rows={report.burns}
          keyOf={(burn) => burn.window}
          columns={[
            {head: "Over the last", name: true, cell: (burn) => span(millis(burn.window))},
            {head: "Rate", number: true, cell: (burn) => figure(burn.rate)},
          ]}
        />
        {report.budget ? (
          <p class="total">
            {plain(report.budget.spent)} of {plain(report.budget.allowed)} {report.budget.unit} spent.
          </p>
        ) : null}
      </section>
    </>
  );
}

function leftOf(report: ObjectiveReport): History | undefined {
  const [first, second] = report.history;
  if (!first || !second) {
    return undefined;
  }
  const seconds = (Date.parse(second.at) - Date.parse(first.at)) / 1000;
  return {
    start: first.at,
    period: `PT${seconds}S`,
    values: report.history.map((left) => (left.share === undefined ? null : left.share * 100)),
  };
}
