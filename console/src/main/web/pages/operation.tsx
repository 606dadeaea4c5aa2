import {useEffect, useState} from "preact/hooks";
import {took, when} from "../core/format.ts";
import {get, post, Problem, problemOf} from "../core/http.ts";
import {linkTo} from "../core/routes.ts";
import {follow, over} from "../core/runs.ts";
import {lacks, standing} from "../core/session.ts";
import {useStore} from "../core/store.ts";
import type {ProgressEvent, Run, RunPage} from "../core/types.ts";
import {Act, Badge, PageHead, ProblemNote} from "../parts/bits.tsx";
import {Confirm} from "../parts/dialog.tsx";
import {Result} from "./result.tsx";
import {runTone} from "./operations.tsx";

interface Told {
  readonly run?: Run;
  /** Notes by the number of their event, so that none is shown twice. */
  readonly notes: ReadonlyMap<number, string>;
  readonly count?: {readonly work: string; readonly done: number; readonly total: number};
  readonly lost: boolean;
  readonly failure?: unknown;
}

/** One run, followed live. */
export function Operation({rest}: {rest: readonly string[]}) {
  const id = rest[0] ?? "";
  const [told, setTold] = useState<Told>({notes: new Map(), lost: false});
  const [asking, setAsking] = useState<"cancel" | "undo" | "">("");
  const now = useStore(standing);
  const roles = now.state === "in" ? now.session.roles : [];
  const mine = now.state === "in" && told.run?.caller === now.session.caller;
  useEffect(() => {
    const stop = new AbortController();
    const update = (change: (before: Told) => Told) => (stop.signal.aborted ? undefined : setTold(change));
    get<Run>(`/v1/operations/${encodeURIComponent(id)}`)
      .then((run) => {
        update((before) => ({...before, run: before.run && over(before.run) ? before.run : run}));
        return follow(
          id,
          {
            opened: () => update((before) => ({...before, lost: false})),
            lost: () => update((before) => ({...before, lost: true})),
            progressed: (number, event) => update((before) => with_(before, number, event)),
            turned: (turned) => update((before) => ({...before, run: turned, lost: false})),
          },
          stop.signal,
        );
      })
      .catch((failure: unknown) => update((before) => ({...before, failure})));
    return () => stop.abort();
  }, [id]);
  const {run} = told;
  const done = run !== undefined && over(run);
  const undo = async () => {
    const page = await post<RunPage>(`/v1/operations/${encodeURIComponent(id)}/undo`);
    const first = page.operations[0];
    location.hash = first && page.operations.length === 1 ? linkTo("operations", first.id) : linkTo("operations");
  };
  return (
    <>
      <PageHead title={run ? `${run.useCase}` : "Operation"}>
        {run && !done ? (
          <Act lacks={mine ? "" : lacks(roles, "operator")} onClick={() => setAsking("cancel")}>
            Cancel
          </Act>
        ) : null}
        {done && changes(run) ? (
          <Act kind="danger" lacks={lacks(roles, "operator")} onClick={() => setAsking("undo")}>
            Undo
          </Act>
        ) : null}
      </PageHead>
      {told.failure ? <ProblemNote failure={problemOf(told.failure)} /> : null}
      {told.lost && !done ? (
        <p class="note bad" role="alert">
          Connection lost. The operation goes on; what happened meanwhile is shown as soon as the connection is back.
        </p>
      ) : null}
      {run ? <Facts run={run} /> : null}
      {run?.failure ? (
        <ProblemNote failure={new Problem(0, run.failure.message, run.failure.advice)} what="Failed" />
      ) : null}
      {run?.result !== undefined ? <Result useCase={run.useCase} result={run.result} /> : null}
      <section class="part" aria-label="Progress">
        <header>
          <h2>Progress</h2>
        </header>
        {told.count && !done ? (
          <label class="count">
            <span>
              {told.count.work}: {told.count.done} of {told.count.total}
            </span>
            <progress value={told.count.done} max={told.count.total} />
          </label>
        ) : null}
        <ol class="told" aria-live="polite" aria-relevant="additions" data-events={told.notes.size}>
          {[...told.notes.entries()].map(([number, text]) => (
            <li key={number}>{text}</li>
          ))}
        </ol>
        {told.notes.size === 0 && !told.count ? (
          <p class="faint">{done ? "It said nothing on the way." : "Nothing was said yet."}</p>
        ) : null}
        <p role="status" class="unseen">
          {run ? `${run.useCase} ${run.state}` : ""}
        </p>
      </section>
      {asking === "cancel" ? (
        <Confirm
          title="Cancel this operation?"
          yes="Cancel it"
          danger
          onYes={() => post(`/v1/operations/${encodeURIComponent(id)}/cancel`)}
          onClose={() => setAsking("")}
        >
          <p>It stops where it can be stopped, and says how it then stands.</p>
        </Confirm>
      ) : null}
      {asking === "undo" ? (
        <Confirm title="Undo what this changed?" yes="Undo" danger onYes={undo} onClose={() => setAsking("")}>
          <p>What it changed is put back, unless somebody has changed it since.</p>
        </Confirm>
      ) : null}
    </>
  );
}

function with_(before: Told, number: number, event: ProgressEvent): Told {
  switch (event.type) {
    case "note":
      return {...before, notes: new Map(before.notes).set(number, event.text)};
    case "advance":
      return {...before, count: event};
    case "course":
      return {...before, count: event.count};
  }
}

/** What looks only has nothing to be undone, and what undoes is undone by doing it again. */
function changes(run: Run): boolean {
  return ["plan.apply", "policy.publish", "windows.apply", "windows.keep", "windows.apply-wish"].includes(run.useCase);
}

function Facts({run}: {run: Run}) {
  return (
    <dl class="facts">
      <div>
        <dt>State</dt>
        <dd>
          <Badge tone={runTone(run.state)}>{run.state}</Badge>
        </dd>
      </div>
      <div>
        <dt>Asked by</dt>
        <dd>{run.caller}</dd>
      </div>
      <div>
        <dt>Asked at</dt>
        <dd>{when(run.askedAt)}</dd>
      </div>
      {run.endedAt ? (
        <div>
          <dt>Took</dt>
          <dd>{took(run.askedAt, run.endedAt)}</dd>
        </div>
      ) : null}
      {run.state === "waiting" && run.waitsFor ? (
        <div>
          <dt>Waits for</dt>
          <dd>
            {run.waitsFor} (<a href={linkTo("approvals", run.id)}>see it</a>)
          </dd>
        </div>
      ) : null}
      <div>
        <dt>Id</dt>
        <dd>
          <code>{run.id}</code>
        </dd>
      </div>
    </dl>
  );
}
