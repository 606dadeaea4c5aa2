import {percent, plain} from "../core/format.ts";
import {useAsked} from "../parts/asked.tsx";
import {Age, Badge, ProblemNote} from "../parts/bits.tsx";
import type {Project} from "../parts/project.tsx";
import {matching, Table} from "../parts/table.tsx";

interface BudgetLine {
  readonly kind: string;
  readonly resource: string;
  readonly used?: number;
  readonly budget: number;
  readonly verdict: "within" | "over" | "unknown";
  readonly throttled?: number;
  readonly note: string;
}

const TONES = {within: "good", over: "bad", unknown: "faint"} as const;

/** How full things run against how full they may. */
export function Budgets({project, typed}: {project: Project; typed: string}) {
  const asked = useAsked<{budgets: BudgetLine[]}>("budget.status", {
    budgets: project.budgets,
    services: {cluster: "", names: []},
    tables: project.tables,
    since: "PT24H",
  });
  return (
    <section class="part" aria-label="Budgets">
      <header>
        <h2>Budgets, over the last day</h2>
        <button type="button" class="quiet" onClick={asked.again}>
          Look again
        </button>
        <Age at={asked.at} after={600_000} />
      </header>
      {asked.failure ? <ProblemNote failure={asked.failure} what="Not read" /> : null}
      {asked.busy && !asked.value ? <p class="faint">Being read…</p> : null}
      {asked.value ? (
        <Table
          caption="Budgets"
          hideCaption
          rows={matching(asked.value.budgets, typed, (line) => `${line.resource} ${line.kind}`)}
          keyOf={(line) => `${line.resource} ${line.kind}`}
          columns={[
            {head: "Resource", name: true, cell: (line) => line.resource},
            {head: "Of", cell: (line) => line.kind},
            {head: "Used", number: true, cell: (line) => percent(line.used)},
            {
              head: "Share",
              cell: (line) => (
                <span class={`meter ${line.verdict}`} aria-hidden="true">
                  <i style={{width: `${Math.min(100, (line.used ?? 0) * 100)}%`}} />
                </span>
              ),
            },
            {head: "Budget", number: true, cell: (line) => percent(line.budget, 0)},
            {head: "Verdict", cell: (line) => <Badge tone={TONES[line.verdict]}>{line.verdict}</Badge>},
            {head: "Throttled", number: true, cell: (line) => plain(line.throttled)},
            {head: "Note", cell: (line) => <span class="wrap">{line.note}</span>},
          ]}
        />
      ) : null}
    </section>
  );
}
