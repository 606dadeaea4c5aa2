import {useState} from "preact/hooks";
import {when} from "../core/format.ts";
import {newKey} from "../core/http.ts";
import {linkTo} from "../core/routes.ts";
import {begin} from "../core/runs.ts";
import {lacks, standing} from "../core/session.ts";
import {useStore} from "../core/store.ts";
import type {OperationLine} from "../core/types.ts";
import {useAsked} from "../parts/asked.tsx";
import {Act, Badge, PageHead, ProblemNote, type Tone} from "../parts/bits.tsx";
import {Confirm} from "../parts/dialog.tsx";
import {Table} from "../parts/table.tsx";

export function operationTone(state: string): Tone {
  switch (state) {
    case "running":
    case "undoing":
      return "busy";
    case "succeeded":
      return "good";
    case "failed":
      return "bad";
    case "interrupted":
    case "unverified":
    case "rolled-back":
      return "warning";
    default:
      return "plain";
  }
}

interface Details {
  readonly operation: OperationLine;
  readonly steps: readonly {
    readonly name: string;
    readonly state: string;
    readonly changes: boolean;
    readonly verified: boolean;
    readonly outcome: Readonly<Record<string, string>>;
  }[];
  readonly undo: readonly {readonly step: string; readonly action: string; readonly arguments: Readonly<Record<string, string>>}[];
  readonly advice: string;
}

type Act_ = "ops.undo" | "ops.resume";

/** One operation of the journal: its steps, and the way back. */
export function ChangeDetails({rest}: {rest: readonly string[]}) {
  const id = rest[0] ?? "";
  const details = useAsked<Details>("ops.show", {id});
  const [asking, setAsking] = useState<{act: Act_; key: string} | undefined>();
  const now = useStore(standing);
  const lacking = lacks(now.state === "in" ? now.session.roles : [], "operator");
  const found = details.value;
  const open = ["running", "interrupted", "undoing"].includes(found?.operation.state ?? "");
  const act = async () => {
    if (asking) {
      const request = asking.act === "ops.undo" ? {id, mode: "careful"} : {id};
      const run = await begin(asking.act, request, asking.key);
      location.hash = linkTo("operations", run.id);
    }
  };
  return (
    <>
      <PageHead title={found?.operation.summary || "Change"}>
        <button type="button" onClick={details.again}>
          Look again
        </button>
        {found && open ? (
          <Act lacks={lacking} onClick={() => setAsking({act: "ops.resume", key: newKey()})}>
            Resume
          </Act>
        ) : null}
        {found ? (
          <Act
            kind="danger"
            lacks={found.undo.length === 0 ? "nothing to put back" : lacking}
            onClick={() => setAsking({act: "ops.undo", key: newKey()})}
          >
            Undo
          </Act>
        ) : null}
      </PageHead>
      {details.failure ? <ProblemNote failure={details.failure} /> : null}
      {!found && details.busy ? <p class="faint">Being read…</p> : null}
      {found ? <Shown found={found} /> : null}
      {asking && found ? (
        <Confirm
          title={asking.act === "ops.undo" ? "Undo this change?" : "Finish this change?"}
          yes={asking.act === "ops.undo" ? "Undo" : "Resume"}
          danger={asking.act === "ops.undo"}
          onYes={act}
          onClose={() => setAsking(undefined)}
        >
          <p>
            {found.operation.resource} in account {found.operation.account}, {found.operation.region}
          </p>
          {asking.act === "ops.undo" ? <Inverses found={found} /> : null}
        </Confirm>
      ) : null}
    </>
  );
}

function Shown({found}: {found: Details}) {
  const {operation} = found;
  const facts: readonly [string, string][] = [
    ["Resource", operation.resource],
    ["Account", `${operation.account}, ${operation.region}`],
    ["By", operation.owner],
    ["Began", when(operation.startedAt)],
    ["Last written", when(operation.updatedAt)],
  ];
  return (
    <>
      <dl class="facts">
        <div>
          <dt>State</dt>
          <dd>
            <Badge tone={operationTone(operation.state)}>{operation.state}</Badge>
          </dd>
        </div>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {operation.failure ? <p class="note bad">{operation.failure}</p> : null}
      <section class="part" aria-label="Steps">
        <header>
          <h2>Steps</h2>
        </header>
        <Table
          caption="Steps"
          hideCaption
          rows={found.steps}
          keyOf={(step) => step.name}
          columns={[
            {head: "Step", name: true, cell: (step) => step.name},
            {head: "State", cell: (step) => step.state},
            {head: "Changes", cell: (step) => (step.changes ? "yes" : "looks only")},
            {head: "Outcome", cell: (step) => <span class="wrap">{pairs(step.outcome)}</span>},
          ]}
        />
      </section>
      {found.undo.length > 0 ? (
        <section class="part" aria-label="What undoing would do">
          <header>
            <h2>What undoing would do</h2>
          </header>
          <Inverses found={found} />
        </section>
      ) : null}
    </>
  );
}

function Inverses({found}: {found: Details}) {
  return (
    <Table
      caption="What undoing would do"
      hideCaption
      rows={found.undo}
      keyOf={(line) => line.step}
      columns={[
        {head: "Step", name: true, cell: (line) => line.step},
        {head: "Put back by", cell: (line) => line.action},
        {head: "With", cell: (line) => <span class="wrap">{pairs(line.arguments)}</span>},
      ]}
    />
  );
}

function pairs(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
}
