import {useState} from "preact/hooks";
import {plain, when} from "../core/format.ts";
import {ask} from "../core/runs.ts";
import {useLoaded} from "../parts/asked.tsx";
import {Age, Badge, PageHead, ProblemNote} from "../parts/bits.tsx";
import {project, useProject, type Outlook} from "../parts/project.tsx";
import {Filter, matching, Table} from "../parts/table.tsx";
import type {WindowRow} from "./status-panes.tsx";

interface Shown {
  readonly services: readonly (WindowRow & {readonly since?: string})[];
  readonly unhandled: readonly {readonly service: string; readonly why: string}[];
}

/** When services sleep: now, and in the next two weeks. */
export function Windows() {
  const [typed, setTyped] = useState("");
  const found = useProject();
  const status = useLoaded<Shown | undefined>(`windows ${found.at ?? ""}`, async (signal) => {
    const {windows} = await project();
    const rules = windows.value?.rules;
    return rules && windows.readAt ? ask<Shown>("windows.status", {rules, at: windows.readAt}, signal) : undefined;
  });
  const windows = found.value?.windows;
  return (
    <>
      <PageHead title="Windows">
        <Filter value={typed} onInput={setTyped} label="Filter" />
      </PageHead>
      {found.failure ? <ProblemNote failure={found.failure} /> : null}
      {windows?.failure ? <ProblemNote failure={windows.failure} what="The windows cannot be read" /> : null}
      {windows?.value && !windows.value.rules ? (
        <p>
          The project has no windows. A file <code>windows.yaml</code> beside <code>agentctl.yaml</code> says when services
          sleep.
        </p>
      ) : null}
      {status.failure ? <ProblemNote failure={status.failure} what="Not read" /> : null}
      {status.value ? (
        <section class="part" aria-label="Services now">
          <header>
            <h2>Services now</h2>
            <button type="button" class="quiet" onClick={found.again}>
              Look again
            </button>
            <Age at={status.at} after={120_000} />
          </header>
          <Table
            caption="Services that windows speak of"
            hideCaption
            rows={matching(status.value.services, typed, (row) => `${row.service} ${row.window}`)}
            keyOf={(row) => row.service}
            columns={[
              {head: "Service", name: true, cell: (row) => row.service},
              {head: "Window", cell: (row) => row.window || "–"},
              {
                head: "Should be",
                cell: (row) => (
                  <Badge tone={row.right ? "good" : "warning"}>
                    {row.asleep ? "asleep" : "awake"}
                    {row.right ? "" : ", is not"}
                  </Badge>
                ),
              },
              {head: "Tasks", number: true, cell: (row) => `${row.running}/${row.desired}`},
              {head: "Until", cell: (row) => (row.next ? when(row.next) : "–")},
              {head: "Note", cell: (row) => <span class="wrap">{row.note}</span>},
            ]}
          />
          {status.value.unhandled.map((one) => (
            <p key={one.service} class="note bad">
              {one.service}: {one.why}
            </p>
          ))}
        </section>
      ) : null}
      {matching(windows?.value?.outlook ?? [], typed, (outlook) => `${outlook.window} ${outlook.services}`).map((outlook) => (
        <Calendar key={outlook.window} outlook={outlook} />
      ))}
    </>
  );
}

function Calendar({outlook}: {outlook: Outlook}) {
  const [table, setTable] = useState(false);
  const title = `${outlook.window}, by the clocks of ${outlook.zone}`;
  return (
    <section class="part" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <button type="button" class="quiet" aria-pressed={table} onClick={() => setTable(!table)}>
          table<span class="unseen"> of {outlook.window}</span>
        </button>
      </header>
      <p>
        Of {outlook.services}. Asleep for {plain(outlook.hoursAsleep, 1)} hours in the next two weeks.
      </p>
      {table ? (
        <Table
          caption={`Changes of ${outlook.window}, by this browser's clock`}
          rows={outlook.transitions}
          keyOf={(one) => one.at}
          columns={[
            {head: "When", name: true, cell: (one) => when(one.at, new Date(0))},
            {head: "Then", cell: (one) => (one.asleep ? "asleep" : "awake")},
          ]}
        />
      ) : (
        <div role="img" aria-label={words(outlook)}>
          <div class="strip" aria-hidden="true">
            <span />
            {[0, 6, 12, 18].map((hour) => (
              <span key={hour} style={{gridColumn: `${hour * 2 + 2} / span 12`}}>
                {String(hour).padStart(2, "0")}
              </span>
            ))}
          </div>
          {outlook.days.map((day) => (
            <div key={day.date} class="strip" aria-hidden="true">
              <span>{weekday(day.date)}</span>
              {day.asleep.map((asleep, part) => (
                <i key={part} class={asleep ? "asleep" : undefined} />
              ))}
            </div>
          ))}
          <p class="faint legend" aria-hidden="true">
            <i class="awake" /> awake <i class="asleep" /> asleep
          </p>
        </div>
      )}
    </section>
  );
}

/** `Tue 12-01`; the date is one of the window's own zone, whatever this browser's is. */
function weekday(date: string): string {
  const name = new Date(`${date}T12:00:00Z`).toLocaleDateString("en-US", {timeZone: "UTC", weekday: "short"});
  return `${name} ${date.slice(5)}`;
}

function words(outlook: Outlook): string {
  const next = outlook.transitions.slice(0, 4).map((one) => `${one.asleep ? "asleep" : "awake"} from ${when(one.at, new Date(0))}`);
  return `Calendar of ${outlook.window}: ${next.join(", ") || "no change"}.`;
}
