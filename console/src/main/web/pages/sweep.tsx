import {figure, money, percent, plain, when} from "../core/format.ts";
import {Badge, type Tone} from "../parts/bits.tsx";
import {Table} from "../parts/table.tsx";

interface Range {
  readonly low: number;
  readonly estimate: number;
  readonly high?: number;
}

export interface SweepReport {
  readonly function: string;
  readonly measuredAt: string;
  readonly current: {readonly memory: number; readonly architecture: string};
  readonly advised?: {readonly memory: number; readonly architecture: string};
  readonly strategy: string;
  readonly verdict: string;
  readonly confidence: number;
  readonly explanation: string;
  readonly invocations: number;
  readonly spend: number;
  readonly prices: string;
  readonly remarks: readonly string[];
  readonly sizes: readonly {
    readonly memory: number;
    readonly architecture: string;
    readonly invocations: number;
    readonly warm: number;
    readonly cold: number;
    readonly warmP50?: number;
    readonly warmP95?: number;
    readonly coldP50?: number;
    readonly usdPerMillion?: Range;
    readonly memoryUsed?: number;
    readonly verdict: string;
    readonly reason: string;
    readonly onFrontier: boolean;
  }[];
}

const VERDICTS: Readonly<Record<string, Tone>> = {advised: "good", alike: "plain", failed: "bad"};

/** What a sweep found. */
export function SweepDetails({report}: {report: SweepReport}) {
  const facts: readonly [string, string][] = [
    ["Function", report.function],
    ["Now", `${report.current.memory} MB, ${report.current.architecture}`],
    ["Advised", report.advised ? `${report.advised.memory} MB, ${report.advised.architecture}` : "none"],
    ["Verdict", `${report.verdict}, confidence ${percent(report.confidence)}`],
    ["Strategy", report.strategy],
    ["Invocations", `${plain(report.invocations)} for ${report.spend > 0 && report.spend < 0.01 ? "less than $0.01" : money(report.spend)}`],
    ["Measured", when(report.measuredAt)],
  ];
  return (
    <>
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{report.explanation}</p>
      <Table
        caption={`Sizes of ${report.function}`}
        hideCaption
        rows={report.sizes}
        keyOf={(row) => `${row.memory} ${row.architecture}`}
        columns={[
          {head: "MB", name: true, number: true, cell: (row) => plain(row.memory)},
          {head: "Architecture", cell: (row) => row.architecture},
          {head: "Verdict", cell: (row) => <Badge tone={VERDICTS[row.verdict] ?? "plain"}>{row.verdict}</Badge>},
          {head: "Warm p50 ms", number: true, cell: (row) => figure(row.warmP50)},
          {head: "Warm p95 ms", number: true, cell: (row) => figure(row.warmP95)},
          {head: "Cold p50 ms", number: true, cell: (row) => figure(row.coldP50)},
          {head: "A million", number: true, cell: (row) => (row.usdPerMillion === undefined ? "–" : money(row.usdPerMillion.estimate))},
          {head: "Used MB", number: true, cell: (row) => plain(row.memoryUsed)},
          {head: "Warm/cold", number: true, cell: (row) => `${row.warm}/${row.cold}`},
          {head: "Why", cell: (row) => <span class="wrap">{row.reason}</span>},
        ]}
      />
      {report.remarks.map((remark) => (
        <p key={remark} class="faint">
          {remark}
        </p>
      ))}
      <p class="faint">{report.prices}</p>
    </>
  );
}
