import {useState} from "preact/hooks";
import {moneyChange, shortName} from "../core/format.ts";
import {newKey} from "../core/http.ts";
import {linkTo} from "../core/routes.ts";
import {begin} from "../core/runs.ts";
import {lacks, standing} from "../core/session.ts";
import {useStore} from "../core/store.ts";
import type {Change, Plan} from "../core/types.ts";
import {Act, Badge} from "./bits.tsx";
import {Confirm} from "./dialog.tsx";
import {Table} from "./table.tsx";

const RISK = {none: "plain", low: "plain", medium: "warning", high: "bad"} as const;

export function changesOf(plan: Plan): Change[] {
  return plan.resources.flatMap((resource) => resource.changes);
}

/** Every change of a plan, with what it costs. */
export function PlanTable({plan}: {plan: Plan}) {
  const changes = changesOf(plan);
  const monthly = changes.reduce((sum, change) => sum + (change.monthly ?? 0), 0);
  const priced = changes.some((change) => change.monthly !== undefined);
  return (
    <div>
      <Table
        caption={`Plan of ${plan.kind}`}
        hideCaption
        rows={changes}
        keyOf={(change) => `${change.resource} ${change.field}`}
        columns={[
          {head: "Resource", name: true, cell: (change) => <span title={change.resource}>{shortName(change.resource)}</span>},
          {head: "Field", cell: (change) => change.field},
          {
            head: "From → to",
            cell: (change) => (
              <span class="from-to">
                {change.from || "–"} → <b>{change.to || "–"}</b>
              </span>
            ),
          },
          {
            head: "A month",
            number: true,
            cell: (change) => (change.monthly === undefined ? "–" : moneyChange(change.monthly)),
          },
          {head: "Risk", cell: (change) => <Badge tone={RISK[change.risk]}>{change.risk}</Badge>},
          {head: "Why", cell: (change) => <span class="wrap">{change.why}</span>},
        ]}
      />
      {priced ? (
        <p class="total">
          Together <b class={monthly <= 0 ? "good" : "warning"}>{moneyChange(monthly)}</b> a month
          {monthly === 0 ? "" : `, ${moneyChange(monthly * 12)} a year`}.
        </p>
      ) : null}
    </div>
  );
}

/** Where a plan acts, in the words that a confirmation needs. */
export function Where({plan}: {plan: Plan}) {
  return (
    <dl class="facts">
      <div>
        <dt>Context</dt>
        <dd>{plan.target.context}</dd>
      </div>
      <div>
        <dt>Account</dt>
        <dd>{plan.target.account}</dd>
      </div>
      <div>
        <dt>Region</dt>
        <dd>{plan.target.region}</dd>
      </div>
    </dl>
  );
}

/** A button that shows a plan whole, asks, and has it carried out once. */
export function ApplyPlan({plan, label}: {plan: Plan; label: string}) {
  const now = useStore(standing);
  const [key, setKey] = useState("");
  const roles = now.state === "in" ? now.session.roles : [];
  const empty = changesOf(plan).length === 0;
  const apply = async () => {
    const run = await begin("plan.apply", {plan, following: {untilProved: true, watch: "PT0S"}}, key);
    location.hash = linkTo("operations", run.id);
  };
  return (
    <>
      <Act
        kind="primary"
        lacks={empty ? "nothing to change" : lacks(roles, "operator")}
        onClick={() => setKey(newKey())}
      >
        {label}
      </Act>
      {key ? (
        <Confirm title="Apply this plan?" yes="Apply" onYes={apply} onClose={() => setKey("")}>
          <Where plan={plan} />
          <PlanTable plan={plan} />
          <p class="faint">Every change is written down before it is made, followed until it is proved, and can be undone.</p>
        </Confirm>
      ) : null}
    </>
  );
}
