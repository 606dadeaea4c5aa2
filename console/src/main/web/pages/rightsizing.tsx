import {useState} from "preact/hooks";
import {money, moneyChange, percent, plain} from "../core/format.ts";
import {ask} from "../core/runs.ts";
import type {Plan} from "../core/types.ts";
import {useLoaded} from "../parts/asked.tsx";
import {Age, Badge, PageHead, ProblemNote, type Tone} from "../parts/bits.tsx";
import {ApplyPlan, PlanTable} from "../parts/plan.tsx";
import {project} from "../parts/project.tsx";
import {Filter, matching, Table} from "../parts/table.tsx";
import {Advice, type ServiceAdvice} from "./advice.tsx";

interface Result {
  readonly prices: string;
  readonly from: string;
  readonly to: string;
  readonly monthlyNow: number;
  readonly monthlyAfter: number;
  readonly services: readonly ServiceAdvice[];
  readonly plan: Plan;
}

const LOOK_BACKS: Readonly<Record<string, string>> = {"7 days": "PT168H", "14 days": "PT336H", "30 days": "PT720H"};
const FINDINGS: Readonly<Record<string, Tone>> = {over: "warning", under: "bad", right: "good"};

/** The cheapest sizes that carry what was used, and the way to them. */
export function Rightsizing() {
  const [typed, setTyped] = useState("");
  const [lookBack, setLookBack] = useState("14 days");
  const [appetite, setAppetite] = useState("low");
  const [shown, setShown] = useState("");
  const asked = useLoaded(`rightsizing ${lookBack} ${appetite}`, async (signal) => {
    const {budgets} = await project();
    return ask<Result>(
      "ecs.rightsize",
      {
        services: {cluster: "", names: []},
        lookBack: LOOK_BACKS[lookBack],
        appetite,
        budgets: {cpuPercent: budgets.cpu * 100, memoryPercent: budgets.memory * 100},
      },
      signal,
    );
  });
  const result = asked.value;
  const advice = result?.services.find((one) => one.service === shown);
  return (
    <>
      <PageHead title="Rightsizing">
        <label class="inline">
          Look back{" "}
          <select value={lookBack} onChange={(event) => setLookBack(event.currentTarget.value)}>
            {Object.keys(LOOK_BACKS).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label class="inline">
          Risk{" "}
          <select value={appetite} onChange={(event) => setAppetite(event.currentTarget.value)}>
            {["low", "medium", "high"].map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <Filter value={typed} onInput={setTyped} label="Filter" />
      </PageHead>
      {asked.failure ? <ProblemNote failure={asked.failure} what="No advice" /> : null}
      {asked.busy && !result ? (
        <p class="faint" role="status">
          Weeks of metrics are being read…
        </p>
      ) : null}
      {result ? (
        <>
          <section class="part" aria-label="Services">
            <header>
              <h2>
                {money(result.monthlyNow)} a month now, {money(result.monthlyAfter)} as advised
              </h2>
              <button type="button" class="quiet" onClick={asked.again}>
                Look again
              </button>
              <Age at={asked.at} after={900_000} />
            </header>
            <Table
              caption="Advice on services"
              hideCaption
              rows={matching(result.services, typed, (row) => `${row.service} ${row.finding}`)}
              keyOf={(row) => row.service}
              columns={[
                {
                  head: "Service",
                  name: true,
                  cell: (row) => (
                    <button
                      type="button"
                      class="quiet"
                      aria-expanded={row.service === shown}
                      onClick={() => setShown(row.service === shown ? "" : row.service)}
                    >
                      {row.service}
                    </button>
                  ),
                },
                {head: "Finding", cell: (row) => <Badge tone={FINDINGS[row.finding] ?? "plain"}>{row.finding}</Badge>},
                {head: "Now", number: true, cell: (row) => size(row.current)},
                {head: "Advised", number: true, cell: (row) => size(row.advised)},
                {head: "CPU mean", number: true, cell: (row) => percent(share(row.used.cpuMean))},
                {head: "CPU p99", number: true, cell: (row) => percent(share(row.used.cpuP99))},
                {head: "Memory peak", number: true, cell: (row) => percent(share(row.used.memoryPeak))},
                {head: "A month", number: true, cell: (row) => moneyChange(row.monthly)},
                {head: "Risk", cell: (row) => row.risk},
              ]}
            />
            <p class="faint">{result.prices}</p>
          </section>
          {advice ? <Advice advice={advice} from={result.from} plan={result.plan} /> : null}
          <section class="part" aria-label="Plan">
            <header>
              <h2>The whole plan</h2>
              <ApplyPlan plan={result.plan} label="Preview and apply" />
            </header>
            {result.plan.resources.length === 0 ? <p>Nothing is to be changed.</p> : <PlanTable plan={result.plan} />}
          </section>
        </>
      ) : null}
    </>
  );
}

function share(of100: number | undefined): number | undefined {
  return of100 === undefined ? undefined : of100 / 100;
}

export function size(sizing: ServiceAdvice["current"]): string {
  return `${sizing.cpu}/${sizing.memory} × ${plain(sizing.tasks)}`;
}
