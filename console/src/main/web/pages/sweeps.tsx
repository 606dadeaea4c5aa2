import {useState} from "preact/hooks";
import {count, money} from "../core/format.ts";
import {get, newKey} from "../core/http.ts";
import {linkTo} from "../core/routes.ts";
import {ask, begin} from "../core/runs.ts";
import {lacks, standing} from "../core/session.ts";
import {useStore} from "../core/store.ts";
import type {Run, RunPage, Target} from "../core/types.ts";
import {useLoaded} from "../parts/asked.tsx";
import {Act, Age, Badge, PageHead, ProblemNote} from "../parts/bits.tsx";
import {Confirm} from "../parts/dialog.tsx";
import {useProject} from "../parts/project.tsx";
import {Filter, matching, Table} from "../parts/table.tsx";
import {runTone} from "./operations.tsx";
import type {SweepReport} from "./sweep.tsx";

const LOOK_AGAIN = 10_000;

interface Found {
  readonly run: Run;
  readonly report?: SweepReport;
}

/** Sweeps that were asked of this control plane, with what they found. */
async function sweeps(): Promise<readonly Found[]> {
  const page = await get<RunPage>("/v1/operations?limit=100");
  const runs = page.operations.filter((run) => run.useCase === "lambda.sweep");
  return Promise.all(
    runs.map(async (run) => {
      const whole = run.state === "succeeded" ? await get<Run>(`/v1/operations/${run.id}`) : run;
      return whole.result === undefined ? {run} : {run, report: whole.result as SweepReport};
    }),
  );
}

/** What functions were measured at, and a way to measure one. */
export function Sweeps() {
  const [typed, setTyped] = useState("");
  const found = useLoaded("sweeps", sweeps, LOOK_AGAIN);
  return (
    <>
      <PageHead title="Sweeps">
        <Filter value={typed} onInput={setTyped} label="Filter" />
      </PageHead>
      <section class="part" aria-label="Sweeps">
        <header>
          <h2>Asked of this control plane</h2>
          <Age at={found.at} after={60_000} />
        </header>
        {found.failure ? <ProblemNote failure={found.failure} what="Not read" /> : null}
        {found.value?.length === 0 ? <p class="faint">No function was swept by this control plane yet.</p> : null}
        {found.value && found.value.length > 0 ? (
          <Table
            caption="Sweeps, the newest first"
            hideCaption
            rows={matching(found.value, typed, ({run, report}) => `${report?.function ?? ""} ${run.caller} ${run.state}`)}
            keyOf={({run}) => run.id}
            columns={[
              {
                head: "Function",
                name: true,
                cell: ({run, report}) => <a href={linkTo("operations", run.id)}>{report?.function ?? run.id}</a>,
              },
              {head: "State", cell: ({run}) => <Badge tone={runTone(run.state)}>{run.state}</Badge>},
              {head: "Now MB", number: true, cell: ({report}) => report?.current.memory ?? "–"},
              {head: "Advised MB", number: true, cell: ({report}) => report?.advised?.memory ?? "–"},
              {head: "Verdict", cell: ({report}) => report?.verdict ?? "–"},
              {head: "Asked by", cell: ({run}) => run.caller},
              {head: "When", cell: ({run}) => <Age at={run.askedAt} />},
            ]}
          />
        ) : null}
      </section>
      <Begin />
    </>
  );
}

interface SweepPlan {
  readonly target: Target;
  readonly function: string;
  readonly concurrency: number;
  readonly estimate: {readonly invocations: number; readonly mostUsd: number};
  readonly remarks: readonly string[];
}

const OBJECTIVES: Readonly<Record<string, unknown>> = {
  cost: {type: "cost"},
  speed: {type: "speed"},
  balanced: {type: "balanced", weight: 0.5},
};

function Begin() {
  const found = useProject();
  const now = useStore(standing);
  const [name, setName] = useState("");
  const [objective, setObjective] = useState("balanced");
  const [payload, setPayload] = useState("{}");
  const [plan, setPlan] = useState<{plan: SweepPlan; key: string} | undefined>();
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const functions = found.value?.functions ?? [];
  const chosen = name || functions[0] || "";
  const preview = () => {
    setBusy(true);
    setFailure(undefined);
    const request = {
      function: chosen,
      memoryMb: [],
      architectures: [],
      objective: OBJECTIVES[objective],
      indifferenceZone: 0.02,
      confidence: 0.95,
      coldShare: 0,
      concurrency: 5,
    };
    ask<SweepPlan>("lambda.plan-sweep", request, new AbortController().signal)
      .then((made) => setPlan({plan: made, key: newKey()}))
      .catch(setFailure)
      .finally(() => setBusy(false));
  };
  const sweep = async () => {
    if (plan) {
      const run = await begin("lambda.sweep", {plan: plan.plan, payloads: {texts: [payload], order: [0]}}, plan.key);
      location.hash = linkTo("operations", run.id);
    }
  };
  const roles = now.state === "in" ? now.session.roles : [];
  return (
    <section class="part" aria-label="Sweep a function">
      <header>
        <h2>Sweep a function</h2>
      </header>
      {functions.length === 0 ? (
        <p class="faint">The project names no functions.</p>
      ) : (
        <div class="form">
          <label>
            Function
            <select value={chosen} onChange={(event) => setName(event.currentTarget.value)}>
              {functions.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label>
            Best at
            <select value={objective} onChange={(event) => setObjective(event.currentTarget.value)}>
              {Object.keys(OBJECTIVES).map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
          <label class="wide">
            Payload, JSON
            <textarea rows={3} value={payload} spellcheck={false} onInput={(event) => setPayload(event.currentTarget.value)} />
          </label>
          <Act lacks={isJson(payload) ? lacks(roles, "operator") : "the payload is no JSON"} busy={busy} onClick={preview}>
            Preview
          </Act>
        </div>
      )}
      {failure ? <ProblemNote failure={failure} what="No plan" /> : null}
      {plan ? (
        <Confirm title={`Sweep ${plan.plan.function}?`} yes="Sweep" onYes={sweep} onClose={() => setPlan(undefined)}>
          <p>
            In context {plan.plan.target.context}, account {plan.plan.target.account}, {plan.plan.target.region}: up to{" "}
            {count(plan.plan.estimate.invocations, "invocation")}, {plan.plan.concurrency} at a time, for at most{" "}
            {money(plan.plan.estimate.mostUsd)}. Afterwards the function is as it was.
          </p>
          {plan.plan.remarks.map((remark) => (
            <p key={remark} class="faint">
              {remark}
            </p>
          ))}
        </Confirm>
      ) : null}
    </section>
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
