import {linkTo} from "../core/routes.ts";
import {Badge} from "../parts/bits.tsx";
import {Table} from "../parts/table.tsx";
import {operationTone} from "./changes.tsx";
import {SweepDetails, type SweepReport} from "./sweep.tsx";

interface Applied {
  readonly operation: string;
  readonly resource: string;
  readonly state: string;
  readonly summary: string;
  readonly unseen?: string;
}

/** What came of a run, as its own kind of page where there is one, else as it is. */
export function Result({useCase, result}: {useCase: string; result: unknown}) {
  const applied = (result as {operations?: readonly Applied[]}).operations;
  return (
    <section class="part" aria-label="Result">
      <header>
        <h2>Result</h2>
      </header>
      {useCase === "lambda.sweep" ? (
        <SweepDetails report={result as SweepReport} />
      ) : Array.isArray(applied) && applied.every((one) => "operation" in one) ? (
        <Table
          caption="Changes made"
          hideCaption
          rows={applied as readonly Applied[]}
          keyOf={(row) => row.operation}
          columns={[
            {head: "Change", name: true, cell: (row) => <a href={linkTo("changes", row.operation)}>{row.summary}</a>},
            {head: "Resource", cell: (row) => row.resource},
            {head: "State", cell: (row) => <Badge tone={operationTone(row.state)}>{row.state}</Badge>},
            {head: "Not seen", cell: (row) => <span class="wrap">{row.unseen ?? ""}</span>},
          ]}
        />
      ) : (
        <pre class="scroll" tabIndex={0}>
          {JSON.stringify(result, null, 2)}
        </pre>
      )}
    </section>
  );
}
