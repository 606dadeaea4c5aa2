import {useState} from "preact/hooks";
import {get} from "../core/http.ts";
import {linkTo} from "../core/routes.ts";
import type {OperationLine, Run, RunPage} from "../core/types.ts";
import {useAsked, useLoaded} from "../parts/asked.tsx";
import {Age, Badge, PageHead, ProblemNote, type Tone} from "../parts/bits.tsx";
import {Filter, matching, Table} from "../parts/table.tsx";
import {operationTone} from "./changes.tsx";

const LOOK_AGAIN = 5000;

export function runTone(state: Run["state"]): Tone {
  return ({waiting: "warning", running: "busy", succeeded: "good", failed: "bad"} as const)[state];
}

/** What was asked of this control plane, and what changed, from everywhere. */
export function Operations() {
  const [typed, setTyped] = useState("");
  const [pages, setPages] = useState<readonly RunPage[]>([]);
  const runs = useLoaded("runs", () => get<RunPage>("/v1/operations?limit=50"), LOOK_AGAIN);
  const changes = useAsked<{operations: OperationLine[]; more: boolean}>("ops.list", {limit: 100, states: []});
  const all = [...(runs.value?.operations ?? []), ...pages.flatMap((page) => page.operations)];
  const last = pages.length > 0 ? pages[pages.length - 1]?.next : runs.value?.next;
  const more = () => {
    void get<RunPage>(`/v1/operations?limit=50&after=${encodeURIComponent(last ?? "")}`).then((page) =>
      setPages([...pages, page]),
    );
  };
  return (
    <>
      <PageHead title="Operations">
        <Filter value={typed} onInput={setTyped} label="Filter" />
      </PageHead>
      <section class="part" aria-label="Asked of this control plane">
        <header>
          <h2>Asked of this control plane</h2>
          <Age at={runs.at} after={30_000} />
        </header>
        {runs.failure ? <ProblemNote failure={runs.failure} what="Not read" /> : null}
        {runs.value && all.length === 0 ? <p class="faint">Nothing that changes anything was asked for yet.</p> : null}
        {all.length > 0 ? (
          <Table
            caption="Runs, the newest first"
            hideCaption
            rows={matching(all, typed, (run) => `${run.useCase} ${run.caller} ${run.state} ${run.id}`)}
            keyOf={(run) => run.id}
            columns={[
              {head: "Use case", name: true, cell: (run) => <a href={linkTo("operations", run.id)}>{run.useCase}</a>},
              {head: "State", cell: (run) => <Badge tone={runTone(run.state)}>{run.state}</Badge>},
              {head: "Asked by", cell: (run) => run.caller},
              {head: "When", cell: (run) => <Age at={run.askedAt} />},
              {head: "Note", cell: (run) => <span class="wrap">{run.failure?.message ?? run.waitsFor ?? ""}</span>},
            ]}
          />
        ) : null}
        {last ? (
          <button type="button" class="quiet" onClick={more}>
            Older ones
          </button>
        ) : null}
      </section>
      <section class="part" aria-label="Changes">
        <header>
          <h2>Changes, by whomever and from wherever</h2>
          <button type="button" class="quiet" onClick={changes.again}>
            Look again
          </button>
          <Age at={changes.at} after={60_000} />
        </header>
        {changes.failure ? <ProblemNote failure={changes.failure} what="Not read" /> : null}
        {changes.value?.operations.length === 0 ? <p class="faint">Nothing was changed yet.</p> : null}
        {changes.value && changes.value.operations.length > 0 ? (
          <Table
            caption="Operations of the journal, the newest first"
            hideCaption
            rows={matching(changes.value.operations, typed, (row) => Object.values(row).join(" "))}
            keyOf={(row) => row.id}
            columns={[
              {head: "Change", name: true, cell: (row) => <a href={linkTo("changes", row.id)}>{row.summary || row.kind}</a>},
              {head: "Resource", cell: (row) => row.resource},
              {head: "State", cell: (row) => <Badge tone={operationTone(row.state)}>{row.state}</Badge>},
              {head: "By", cell: (row) => row.owner},
              {head: "When", cell: (row) => <Age at={row.updatedAt} />},
            ]}
          />
        ) : null}
      </section>
    </>
  );
}
