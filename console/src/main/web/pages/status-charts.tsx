import type {History} from "../core/types.ts";
import {Chart} from "../parts/chart.tsx";

export interface Curves {
  readonly answers: Record<"p50" | "p95" | "p99" | "perMinute" | "failed" | "decision", History>;
  readonly services: readonly {service: string; cpu: History; cpuHighest: History; memory: History}[];
  readonly functions: readonly {
    function: string;
    p50: History;
    p99: History;
    perMinute: History;
    errors: History;
    throttles: History;
  }[];
  readonly tables: readonly {
    table: string;
    meter: string;
    mode: string;
    units?: number;
    consumed: History;
    throttled: History;
  }[];
}

/** Charts for so many things; of more, a table says more. */
const MOST = 12;

export function AnswerCharts({curves}: {curves: Curves}) {
  const {answers} = curves;
  return (
    <div class="charts">
      <Chart
        title="Response time"
        unit="ms"
        lines={[
          {label: "p50", history: answers.p50},
          {label: "p95", history: answers.p95},
          {label: "p99", history: answers.p99},
        ]}
      />
      <Chart title="Answers" unit="a minute" lines={[{label: "answers", history: answers.perMinute}]} />
      <Chart title="Failures" unit="%" lines={[{label: "failed", history: scaled(answers.failed, 100)}]} />
      <Chart title="Governance" unit="ms" lines={[{label: "decision", history: answers.decision}]} />
    </div>
  );
}

export function UseCharts({curves}: {curves: Curves}) {
  return (
    <div class="charts">
      {curves.services.slice(0, MOST).map((each) => (
        <Chart
          key={each.service}
          title={each.service}
          unit="% of a task"
          lines={[
            {label: "CPU", history: each.cpu},
            {label: "memory", history: each.memory},
          ]}
        />
      ))}
      {curves.functions.slice(0, MOST).map((each) => (
        <Chart
          key={each.function}
          title={each.function}
          unit="ms"
          lines={[
            {label: "p50", history: each.p50},
            {label: "p99", history: each.p99},
          ]}
        />
      ))}
      {curves.tables.slice(0, MOST).map((each) => (
        <Chart
          key={`${each.table} ${each.meter}`}
          title={`${each.table} ${each.meter}`}
          unit="units a second"
          lines={[{label: "consumed", history: each.consumed}]}
          {...(each.units === undefined ? {} : {limit: each.units})}
        />
      ))}
    </div>
  );
}

function scaled(history: History, factor: number): History {
  return {...history, values: history.values.map((value) => (value === null ? null : value * factor))};
}
