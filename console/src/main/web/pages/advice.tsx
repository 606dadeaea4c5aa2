import {millis, money, percent, plain} from "../core/format.ts";
import type {Plan} from "../core/types.ts";
import {Badge} from "../parts/bits.tsx";
import {Chart} from "../parts/chart.tsx";
import {ApplyPlan} from "../parts/plan.tsx";
import {Table} from "../parts/table.tsx";
import {size} from "./rightsizing.tsx";

export interface Sizing {
  readonly cpu: number;
  readonly memory: number;
  readonly tasks: number;
  readonly monthlyCost: number;
}

export interface ServiceAdvice {
  readonly cluster: string;
  readonly service: string;
  readonly finding: string;
  readonly reasons: readonly {readonly code: string; readonly sentence: string}[];
  readonly risk: string;
  readonly current: Sizing;
  readonly advised: Sizing;
  readonly monthly: number;
  readonly used: {
    readonly cpuMean?: number;
    readonly cpuP99?: number;
    readonly cpuPeak?: number;
    readonly memoryPeak?: number;
    readonly cpuHistory: readonly (number | null)[];
  };
  readonly confidence: string;
  readonly data: {readonly points: number; readonly gaps: number; readonly span: string};
  readonly alternatives: readonly {
    readonly sizing: Sizing;
    readonly minutesOverBudget: number;
    readonly minutesThrottled: number;
    readonly fits: boolean;
  }[];
  readonly notes: readonly string[];
}

/** Why a size is advised, what else there is, and the plan for this service alone. */
export function Advice({advice, from, plan}: {advice: ServiceAdvice; from: string; plan: Plan}) {
  const own = {...plan, resources: plan.resources.filter((one) => one.resource.endsWith(`/${advice.service}`))};
  const seconds = millis(advice.data.span) / 1000 / Math.max(1, advice.used.cpuHistory.length);
  return (
    <section class="part" aria-label={`Advice on ${advice.service}`}>
      <header>
        <h2>{advice.service}</h2>
        <ApplyPlan plan={own} label={`Preview and apply ${advice.service}`} />
      </header>
      <Chart
        title="CPU, the highest of each stretch"
        unit="% of what tasks have"
        lines={[{label: "CPU", history: {start: from, period: `PT${seconds}S`, values: advice.used.cpuHistory}}]}
      />
      <h3>Why</h3>
      <ul>
        {advice.reasons.map((reason) => (
          <li key={reason.code}>{reason.sentence}</li>
        ))}
        {advice.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p class="faint">
        Confidence {advice.confidence}: {plain(advice.data.points)} figures
        {advice.data.gaps > 0 ? `, ${plain(advice.data.gaps)} gaps` : ""}. CPU peak {percent((advice.used.cpuPeak ?? NaN) / 100)}.
      </p>
      <h3>Alternatives</h3>
      <Table
        caption={`Other sizes for ${advice.service}`}
        hideCaption
        rows={advice.alternatives}
        keyOf={(row) => size(row.sizing)}
        columns={[
          {head: "CPU/MiB × tasks", name: true, cell: (row) => size(row.sizing)},
          {head: "A month", number: true, cell: (row) => money(row.sizing.monthlyCost)},
          {head: "Minutes over budget", number: true, cell: (row) => plain(row.minutesOverBudget)},
          {head: "Minutes throttled", number: true, cell: (row) => plain(row.minutesThrottled)},
          {head: "Fits", cell: (row) => <Badge tone={row.fits ? "good" : "bad"}>{row.fits ? "fits" : "does not fit"}</Badge>},
        ]}
      />
    </section>
  );
}
