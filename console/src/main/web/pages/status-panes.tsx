/** The parts of the status page that are tables. */

import {figure, percent, plain, when} from "../core/format.ts";
import {linkTo} from "../core/routes.ts";
import type {OperationLine, Reading} from "../core/types.ts";
import {Age, Badge, Part, type Tone} from "../parts/bits.tsx";
import {Table} from "../parts/table.tsx";
import type {ObjectiveReport} from "./objectives.tsx";
import {STANDING} from "./objectives.tsx";
import {operationTone} from "./changes.tsx";

export function Objectives({reading}: {reading: Reading<readonly ObjectiveReport[]> | undefined}) {
  return (
    <Part title="Objectives" reading={reading} empty={(all) => (all.length === 0 ? "Nothing is promised." : "")}>
      {(all) => (
        <Table
          caption="Objectives"
          hideCaption
          rows={all}
          keyOf={(row) => row.name}
          columns={[
            {head: "Objective", name: true, cell: (row) => <a href={linkTo("objectives", row.name)}>{row.name}</a>},
            {head: "Standing", cell: (row) => <Badge tone={STANDING[row.standing] ?? "plain"}>{row.standing}</Badge>},
            {head: "Now", number: true, cell: (row) => figure(row.figure)},
            {head: "Budget spent", number: true, cell: (row) => percent(row.budget?.spentShare, 0)},
          ]}
        />
      )}
    </Part>
  );
}

interface AlarmBoard {
  readonly total: number;
  readonly blind: number;
  readonly ringing: readonly {name: string; since: string; reason: string; tells: readonly string[]}[];
}

export function Alarms({reading}: {reading: Reading<AlarmBoard> | undefined}) {
  return (
    <Part
      title="Alarms"
      reading={reading}
      empty={(board) => (board.total === 0 ? "There are no alarms." : "")}
      extra={
        reading?.value && reading.value.total > 0 ? (
          <Badge tone={reading.value.ringing.length > 0 ? "bad" : "good"}>
            {reading.value.ringing.length} of {reading.value.total} ringing
          </Badge>
        ) : null
      }
    >
      {(board) =>
        board.ringing.length === 0 ? (
          <p>None rings{board.blind > 0 ? `; ${board.blind} have too little data` : ""}.</p>
        ) : (
          <Table
            caption="Alarms that ring"
            hideCaption
            rows={board.ringing}
            keyOf={(row) => row.name}
            columns={[
              {head: "Alarm", name: true, cell: (row) => row.name},
              {head: "Since", cell: (row) => <Age at={row.since} />},
              {head: "Reason", cell: (row) => <span class="wrap">{row.reason}</span>},
            ]}
          />
        )
      }
    </Part>
  );
}

interface ServiceState {
  readonly service: string;
  readonly size: string;
  readonly desired: number;
  readonly running: number;
  readonly pending: number;
  readonly deploying: boolean;
}

export function Services({reading}: {reading: Reading<readonly ServiceState[]> | undefined}) {
  const tone = (row: ServiceState): Tone => (row.deploying ? "busy" : row.running < row.desired ? "bad" : "good");
  return (
    <Part title="Services" reading={reading} empty={(all) => (all.length === 0 ? "There are no services." : "")}>
      {(all) => (
        <Table
          caption="Services"
          hideCaption
          rows={all}
          keyOf={(row) => row.service}
          columns={[
            {head: "Service", name: true, cell: (row) => row.service},
            {head: "CPU/MiB", number: true, cell: (row) => row.size},
            {head: "Tasks", number: true, cell: (row) => `${row.running}/${row.desired}`},
            {
              head: "State",
              cell: (row) => (
                <Badge tone={tone(row)}>
                  {row.deploying ? "rolling out" : row.running < row.desired ? "short" : "steady"}
                </Badge>
              ),
            },
          ]}
        />
      )}
    </Part>
  );
}

interface FunctionState {
  readonly function: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
}

export function Functions({reading}: {reading: Reading<readonly FunctionState[]> | undefined}) {
  return (
    <Part title="Functions" reading={reading} empty={(all) => (all.length === 0 ? "The project names none." : "")}>
      {(all) => (
        <Table
          caption="Functions"
          hideCaption
          rows={all}
          keyOf={(row) => row.function}
          columns={[
            {head: "Function", name: true, cell: (row) => row.function},
            {head: "MB", number: true, cell: (row) => plain(row.memoryMb)},
            {head: "Timeout", number: true, cell: (row) => `${row.timeoutSeconds} s`},
          ]}
        />
      )}
    </Part>
  );
}

export interface WindowRow {
  readonly service: string;
  readonly window: string;
  readonly asleep: boolean;
  readonly desired: number;
  readonly running: number;
  readonly right: boolean;
  readonly note: string;
  readonly next?: string;
}

export function WindowsNow({reading}: {reading: Reading<readonly WindowRow[]> | undefined}) {
  return (
    <Part title="Windows" reading={reading} empty={(all) => (all.length === 0 ? "No window speaks of any service." : "")}>
      {(all) => (
        <Table
          caption="Services that windows speak of"
          hideCaption
          rows={all}
          keyOf={(row) => row.service}
          columns={[
            {head: "Service", name: true, cell: (row) => row.service},
            {
              head: "Should be",
              cell: (row) => (
                <Badge tone={row.right ? "plain" : "warning"}>
                  {row.asleep ? "asleep" : "awake"}
                  {row.right ? "" : ", is not"}
                </Badge>
              ),
            },
            {head: "Until", cell: (row) => (row.next ? when(row.next) : "–")},
          ]}
        />
      )}
    </Part>
  );
}

interface PolicyState {
  readonly environment: string;
  readonly generation: number;
  readonly trial?: string;
  readonly runtimes: readonly unknown[];
  readonly upToDate: number;
  readonly at: string;
}

export function PoliciesNow({reading}: {reading: Reading<PolicyState> | undefined}) {
  return (
    <Part
      title="Policies"
      reading={reading}
      empty={(state) => (state.generation === 0 ? `Nothing is in force in ${state.environment}.` : "")}
    >
      {(state) => (
        <dl class="facts">
          <div>
            <dt>Environment</dt>
            <dd>{state.environment}</dd>
          </div>
          <div>
            <dt>Generation</dt>
            <dd>
              {state.generation}, <Age at={state.at} />
            </dd>
          </div>
          <div>
            <dt>Runtimes</dt>
            <dd>
              {state.upToDate} of {state.runtimes.length} enforce it
            </dd>
          </div>
          {state.trial ? (
            <div>
              <dt>Tried</dt>
              <dd>{state.trial}</dd>
            </div>
          ) : null}
        </dl>
      )}
    </Part>
  );
}

export function OperationsNow({reading}: {reading: Reading<readonly OperationLine[]> | undefined}) {
  return (
    <Part title="Changes" reading={reading} empty={(all) => (all.length === 0 ? "Nothing was changed yet." : "")}>
      {(all) => (
        <Table
          caption="Latest changes"
          hideCaption
          rows={all.slice(0, 8)}
          keyOf={(row) => row.id}
          columns={[
            {head: "Change", name: true, cell: (row) => <a href={linkTo("changes", row.id)}>{row.summary || row.kind}</a>},
            {head: "State", cell: (row) => <Badge tone={operationTone(row.state)}>{row.state}</Badge>},
            {head: "When", cell: (row) => <Age at={row.updatedAt} />},
          ]}
        />
      )}
    </Part>
  );
}
