import {useEffect, useRef, useState} from "preact/hooks";
import {diff} from "../core/diff.ts";
import {linkTo} from "../core/routes.ts";
import {ask} from "../core/runs.ts";
import type {Plan} from "../core/types.ts";
import {useAsked, useLoaded} from "../parts/asked.tsx";
import {Age, Badge, PageHead, ProblemNote} from "../parts/bits.tsx";
import {ApplyPlan, PlanTable} from "../parts/plan.tsx";
import {Table} from "../parts/table.tsx";
import {ENVIRONMENT} from "./policies.tsx";

interface VersionLine {
  readonly ref: {readonly number: number; readonly digest: string};
  readonly actor: string;
  readonly reason: string;
  readonly at: string;
}

interface History {
  readonly versions: readonly VersionLine[];
  readonly changes: readonly {
    readonly generation: number;
    readonly inForce?: number;
    readonly trial?: string;
    readonly actor: string;
    readonly reason: string;
    readonly at: string;
  }[];
}

const MOST = 50;

/** A policy: its versions, when each was in force, what differs between two, and the ways on and back. */
export function Policy({rest}: {rest: readonly string[]}) {
  const policy = rest[0] ?? "";
  const environment = rest[1] ?? ENVIRONMENT;
  const history = useAsked<History>("policy.history", {policy, environment, most: MOST});
  const [wanted, setWanted] = useState<{useCase: string; request: unknown} | undefined>();
  const versions = history.value?.versions ?? [];
  const inForce = history.value?.changes[0]?.inForce;
  const activate = (number: number) =>
    setWanted({
      useCase: "policy.plan-activation",
      request: {policy, number, environment, manner: {type: "full"}, requireReplay: false, reason: ""},
    });
  return (
    <>
      <PageHead title={policy}>
        <a href={linkTo("policies")}>All policies</a>
        {history.value ? (
          <button
            type="button"
            onClick={() => setWanted({useCase: "policy.plan-rollback", request: {policy, environment, reason: ""}})}
          >
            Plan the way back
          </button>
        ) : null}
      </PageHead>
      {history.failure ? <ProblemNote failure={history.failure} what="Not read" /> : null}
      {history.busy && !history.value ? <p class="faint">Being read…</p> : null}
      {wanted ? <Planned key={JSON.stringify(wanted)} {...wanted} /> : null}
      {history.value ? (
        <>
          <div class="split">
            <section class="part" aria-label="Versions">
              <header>
                <h2>Versions</h2>
              </header>
              <Table
                caption="Versions, the newest first"
                hideCaption
                rows={versions}
                keyOf={(row) => String(row.ref.number)}
                columns={[
                  {head: "Version", name: true, cell: (row) => row.ref.number},
                  {
                    head: "State",
                    cell: (row) =>
                      row.ref.number === inForce ? (
                        <Badge tone="good">in force</Badge>
                      ) : (
                        <button type="button" class="quiet" onClick={() => activate(row.ref.number)}>
                          plan to activate<span class="unseen"> version {row.ref.number}</span>
                        </button>
                      ),
                  },
                  {head: "By", cell: (row) => row.actor},
                  {head: "When", cell: (row) => <Age at={row.at} />},
                  {head: "Why", cell: (row) => <span class="wrap">{row.reason}</span>},
                ]}
              />
            </section>
            <section class="part" aria-label={`In ${environment}`}>
              <header>
                <h2>In {environment}</h2>
              </header>
              {history.value.changes.length === 0 ? <p class="faint">It was never in force.</p> : null}
              <Table
                caption={`What was in force in ${environment}, the newest first`}
                hideCaption
                rows={history.value.changes}
                keyOf={(row) => String(row.generation)}
                columns={[
                  {head: "Generation", name: true, cell: (row) => row.generation},
                  {head: "In force", cell: (row) => row.inForce ?? "none"},
                  {head: "Tried", cell: (row) => row.trial ?? "–"},
                  {head: "By", cell: (row) => row.actor},
                  {head: "When", cell: (row) => <Age at={row.at} />},
                  {head: "Why", cell: (row) => <span class="wrap">{row.reason}</span>},
                ]}
              />
            </section>
          </div>
          <Differences policy={policy} numbers={versions.map((row) => row.ref.number)} inForce={inForce} />
        </>
      ) : null}
    </>
  );
}

function Planned({useCase, request}: {useCase: string; request: unknown}) {
  const asked = useAsked<Plan>(useCase, request);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section class="part" aria-label="Plan">
      <header>
        <h2 ref={title} tabIndex={-1}>
          Plan
        </h2>
        {asked.value ? <ApplyPlan plan={asked.value} label="Preview and apply" /> : null}
      </header>
      {asked.failure ? <ProblemNote failure={asked.failure} what="No plan" /> : null}
      {asked.busy ? <p class="faint">Being made…</p> : null}
      {asked.value ? <PlanTable plan={asked.value} /> : null}
    </section>
  );
}

function Differences(props: {policy: string; numbers: readonly number[]; inForce: number | undefined}) {
  const newest = props.numbers[0] ?? 1;
  const [from, setFrom] = useState((props.inForce === newest ? props.numbers[1] : props.inForce) ?? newest);
  const [to, setTo] = useState(newest);
  const texts = useLoaded(`${props.policy} ${from} ${to}`, async (signal) => {
    const text = (number: number) => ask<{text: string}>("policy.show", {policy: props.policy, number}, signal);
    const [before, after] = await Promise.all([text(from), text(to)]);
    return diff(before.text, after.text);
  });
  const choose = (label: string, value: number, set: (number: number) => void) => (
    <label class="inline">
      {label}{" "}
      <select value={value} onChange={(event) => set(Number(event.currentTarget.value))}>
        {props.numbers.map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </label>
  );
  const changed = texts.value?.filter((line) => line.kind !== "same").length ?? 0;
  return (
    <section class="part" aria-label="Text">
      <header>
        <h2>Text</h2>
        {choose("From version", from, setFrom)}
        {choose("to", to, setTo)}
      </header>
      {texts.failure ? <ProblemNote failure={texts.failure} /> : null}
      <p class="faint" role="status">
        {texts.value ? (from === to ? `Version ${to}.` : changed === 0 ? "No line differs." : `${changed} lines differ.`) : "Being read…"}
      </p>
      <pre class="diff" tabIndex={0} aria-label={`Version ${from} against version ${to}`}>
        {texts.value?.map((line, index) => (
          <div key={index} class={line.kind}>
            <i>{line.after ?? line.before}</i>
            {line.kind === "added" ? "+ " : line.kind === "removed" ? "- " : "  "}
            {line.text}
          </div>
        ))}
      </pre>
    </section>
  );
}
