import {useState} from "preact/hooks";
import {linkTo} from "../core/routes.ts";
import {useAsked} from "../parts/asked.tsx";
import {Age, Badge, PageHead, ProblemNote} from "../parts/bits.tsx";
import {Filter, matching, Table} from "../parts/table.tsx";

export const ENVIRONMENT = "production";

interface Listed {
  readonly environment: string;
  readonly generation: number;
  readonly policies: readonly {
    readonly policy: string;
    readonly owner: string;
    readonly newest: number;
    readonly inForce?: number;
    readonly tried?: number;
    readonly actor: string;
    readonly at: string;
  }[];
}

/** The policies in the store, beside what is in force. */
export function Policies() {
  const [typed, setTyped] = useState("");
  const [environment, setEnvironment] = useState(ENVIRONMENT);
  const asked = useAsked<Listed>("policy.list", environment);
  return (
    <>
      <PageHead title="Policies">
        <label class="inline">
          Environment{" "}
          <input
            value={environment}
            onChange={(event) => setEnvironment(event.currentTarget.value.trim() || ENVIRONMENT)}
          />
        </label>
        <Filter value={typed} onInput={setTyped} label="Filter" />
      </PageHead>
      {asked.failure ? <ProblemNote failure={asked.failure} what="Not read" /> : null}
      {asked.busy && !asked.value ? <p class="faint">Being read…</p> : null}
      {asked.value?.policies.length === 0 ? (
        <p>
          No policy was published yet. <code>agentctl policy publish</code> does.
        </p>
      ) : null}
      {asked.value && asked.value.policies.length > 0 ? (
        <section class="part" aria-label="Policies">
          <header>
            <h2>
              {asked.value.environment}, generation {asked.value.generation}
            </h2>
            <button type="button" class="quiet" onClick={asked.again}>
              Look again
            </button>
            <Age at={asked.at} after={120_000} />
          </header>
          <Table
            caption="Policies"
            hideCaption
            rows={matching(asked.value.policies, typed, (row) => `${row.policy} ${row.owner} ${row.actor}`)}
            keyOf={(row) => row.policy}
            columns={[
              {
                head: "Policy",
                name: true,
                cell: (row) => <a href={linkTo("policies", row.policy, environment)}>{row.policy}</a>,
              },
              {head: "Owner", cell: (row) => row.owner},
              {head: "Newest", number: true, cell: (row) => row.newest},
              {
                head: "In force",
                cell: (row) =>
                  row.inForce === undefined ? (
                    <Badge tone="faint">none</Badge>
                  ) : (
                    <Badge tone={row.inForce === row.newest ? "good" : "warning"}>{row.inForce}</Badge>
                  ),
              },
              {head: "Tried", number: true, cell: (row) => row.tried ?? "–"},
              {head: "Published by", cell: (row) => row.actor},
              {head: "When", cell: (row) => <Age at={row.at} />},
            ]}
          />
        </section>
      ) : null}
    </>
  );
}
