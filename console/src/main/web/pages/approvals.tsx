import type {ComponentChildren} from "preact";
import {useState} from "preact/hooks";
import {when} from "../core/format.ts";
import {get, post, type Problem} from "../core/http.ts";
import {linkTo} from "../core/routes.ts";
import {lacks, standing} from "../core/session.ts";
import {useStore} from "../core/store.ts";
import type {Plan} from "../core/types.ts";
import {useLoaded} from "../parts/asked.tsx";
import {Act, Age, Badge, PageHead, ProblemNote, type Tone} from "../parts/bits.tsx";
import {Confirm} from "../parts/dialog.tsx";
import {PlanTable, Where} from "../parts/plan.tsx";
import {Table} from "../parts/table.tsx";

interface Approval {
  readonly id: string;
  readonly useCase: string;
  readonly resources: readonly string[];
  readonly fingerprint: string;
  readonly requester: string;
  readonly requestedAt: string;
  readonly expiresAt: string;
  readonly state: "pending" | "approved" | "rejected" | "expired" | "used";
  readonly mine: boolean;
  readonly decidedBy?: string;
  readonly comment?: string;
}

const TONES: Readonly<Record<Approval["state"], Tone>> = {
  pending: "warning",
  approved: "good",
  used: "good",
  rejected: "bad",
  expired: "faint",
};
const LOOK_AGAIN = 3000;

async function approvals(): Promise<{approvals: readonly Approval[]; asked: boolean}> {
  try {
    return {...(await get<{approvals: readonly Approval[]}>("/v1/approvals")), asked: true};
  } catch (failure) {
    if ((failure as Problem).status === 404) {
      return {approvals: [], asked: false};
    }
    throw failure;
  }
}

/** What waits for a second person, and that person's word. */
export function Approvals({rest}: {rest: readonly string[]}) {
  const found = useLoaded("approvals", approvals, LOOK_AGAIN);
  const all = found.value?.approvals ?? [];
  const waiting = all.filter((one) => one.state === "pending");
  const chosen = all.find((one) => one.id === rest[0]);
  return (
    <>
      <PageHead title={rest[0] ? "Approval" : "Approvals"}>
        {rest[0] ? <a href={linkTo("approvals")}>All approvals</a> : null}
        <Age at={found.at} after={30_000} />
      </PageHead>
      {found.failure ? <ProblemNote failure={found.failure} what="Not read" /> : null}
      {found.value && !found.value.asked ? (
        <p>
          Nothing here takes two people: this control plane asks nobody who they are. <code>identity</code> and{" "}
          <code>approvals</code> in <code>control-plane.yaml</code> set that up.
        </p>
      ) : null}
      {rest[0] && found.value && !chosen ? <p>There is no such approval, or it is long over.</p> : null}
      {chosen ? <One approval={chosen} again={found.again} /> : null}
      {!rest[0] && found.value?.asked ? (
        <>
          <List title="Waiting" rows={waiting} none="Nothing waits." />
          <List title="Decided" rows={all.filter((one) => one.state !== "pending")} none="Nothing was decided in the last month." />
        </>
      ) : null}
    </>
  );
}

function List({title, rows, none}: {title: string; rows: readonly Approval[]; none: string}) {
  return (
    <section class="part" aria-label={title}>
      <header>
        <h2>{title}</h2>
      </header>
      {rows.length === 0 ? (
        <p class="faint">{none}</p>
      ) : (
        <Table
          caption={title}
          hideCaption
          rows={rows}
          keyOf={(row) => row.id}
          columns={[
            {head: "What", name: true, cell: (row) => <a href={linkTo("approvals", row.id)}>{row.useCase}</a>},
            {head: "State", cell: (row) => <Badge tone={TONES[row.state]}>{row.state}</Badge>},
            {head: "Asked by", cell: (row) => row.requester},
            {head: "When", cell: (row) => <Age at={row.requestedAt} />},
            {head: "Resources", cell: (row) => <span class="wrap">{row.resources.join(", ")}</span>},
            {head: "Decided by", cell: (row) => row.decidedBy ?? "–"},
          ]}
        />
      )}
    </section>
  );
}

function One({approval, again}: {approval: Approval; again: () => void}) {
  const [asking, setAsking] = useState<"approve" | "reject" | "">("");
  const [comment, setComment] = useState("");
  const now = useStore(standing);
  const roles = now.state === "in" ? now.session.roles : [];
  const waits = useLoaded(`request ${approval.id}`, () =>
    get<{useCase: string; request: unknown}>(`/v1/operations/${encodeURIComponent(approval.id)}/request`),
  );
  const plan = (waits.value?.request as {plan?: Plan} | undefined)?.plan;
  const pending = approval.state === "pending";
  const rule = async () => {
    await post(`/v1/approvals/${encodeURIComponent(approval.id)}/${asking}`, {fingerprint: approval.fingerprint, comment});
    again();
    if (asking === "approve") {
      location.hash = linkTo("operations", approval.id);
    }
  };
  return (
    <>
      <dl class="facts">
        <Fact name="State">
          <Badge tone={TONES[approval.state]}>{approval.state}</Badge>
        </Fact>
        <Fact name="Use case">{approval.useCase}</Fact>
        <Fact name="Asked by">{approval.requester}</Fact>
        <Fact name="Asked at">{when(approval.requestedAt)}</Fact>
        <Fact name="Ends at">{when(approval.expiresAt)}</Fact>
        {approval.decidedBy ? <Fact name="Decided by">{approval.decidedBy}</Fact> : null}
        {approval.comment ? <Fact name="Comment">{approval.comment}</Fact> : null}
        <Fact name="Fingerprint">
          <code>{approval.fingerprint.slice(0, 16)}</code>
        </Fact>
        <Fact name="Operation">
          <a href={linkTo("operations", approval.id)}>{approval.id}</a>
        </Fact>
      </dl>
      {pending ? (
        <div class="acts">
          <Act
            kind="primary"
            lacks={approval.mine ? "you asked for it; somebody else decides" : lacks(roles, "approver")}
            onClick={() => setAsking("approve")}
          >
            Approve
          </Act>
          <Act kind="danger" lacks={approval.mine ? "" : lacks(roles, "approver")} onClick={() => setAsking("reject")}>
            {approval.mine ? "Take back" : "Reject"}
          </Act>
        </div>
      ) : null}
      <section class="part" aria-label="What exactly waits">
        <header>
          <h2>What exactly waits</h2>
        </header>
        {waits.failure ? <ProblemNote failure={waits.failure} /> : null}
        {plan ? (
          <>
            <Where plan={plan} />
            <PlanTable plan={plan} />
          </>
        ) : waits.value ? (
          <pre class="scroll" tabIndex={0}>
            {JSON.stringify(waits.value.request, null, 2)}
          </pre>
        ) : null}
      </section>
      {asking ? (
        <Confirm
          title={asking === "approve" ? "Approve exactly this?" : "Refuse this?"}
          yes={asking === "approve" ? "Approve" : approval.mine ? "Take back" : "Reject"}
          danger={asking === "reject"}
          onYes={rule}
          onClose={() => setAsking("")}
        >
          {plan ? (
            <>
              <Where plan={plan} />
              <PlanTable plan={plan} />
            </>
          ) : null}
          <label for="comment">Comment</label>
          <textarea id="comment" rows={2} value={comment} onInput={(event) => setComment(event.currentTarget.value)} />
        </Confirm>
      ) : null}
    </>
  );
}

function Fact({name, children}: {name: string; children: ComponentChildren}) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
