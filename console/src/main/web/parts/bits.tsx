/** Small things that all pages are made of. */

import type {ComponentChildren} from "preact";
import {useEffect, useState} from "preact/hooks";
import {span, when} from "../core/format.ts";
import {problemOf} from "../core/http.ts";
import {live} from "../core/live.ts";
import {useStore} from "../core/store.ts";
import type {Reading} from "../core/types.ts";

export type Tone = "good" | "warning" | "bad" | "plain" | "faint" | "busy";

/** A state in a word; never by colour alone. */
export function Badge({tone, children}: {tone: Tone; children: ComponentChildren}) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

/** How long ago something was, ticking. */
export function Age({at, after = 0}: {at: string | undefined; after?: number}) {
  const {skew} = useStore(live);
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (!at) {
    return null;
  }
  const age = Math.max(0, now + skew - Date.parse(at));
  return (
    <time dateTime={at} title={when(at)} class={after > 0 && age > after ? "age old" : "age"}>
      {span(age)} ago
    </time>
  );
}

/** What went wrong, and what to do about it. */
export function ProblemNote({failure, what}: {failure: unknown; what?: string}) {
  const problem = problemOf(failure);
  return (
    <div class="note bad" role="alert">
      <p>
        {what ? <strong>{what}: </strong> : null}
        {problem.message}
      </p>
      {problem.advice ? <p class="faint">{problem.advice}</p> : null}
    </div>
  );
}

/** A part of a page with what was read of the project, how old that is, and why it is not newer. */
export function Part<T>(props: {
  title: string;
  reading: Reading<T> | undefined;
  children: (value: T) => ComponentChildren;
  empty?: (value: T) => string;
  extra?: ComponentChildren;
}) {
  const {title, reading} = props;
  const value = reading?.value;
  const empty = value === undefined ? "" : (props.empty?.(value) ?? "");
  return (
    <section class="part" aria-label={title}>
      <header>
        <h2>{title}</h2>
        {props.extra}
        <Age at={reading?.readAt} after={180_000} />
      </header>
      {reading?.failure ? (
        <div class="note bad">
          <p>
            Not read since <Age at={reading.failure.since} />: {reading.failure.message}
          </p>
          {reading.failure.advice ? <p class="faint">{reading.failure.advice}</p> : null}
        </div>
      ) : null}
      {value === undefined ? (
        reading?.failure ? null : <p class="faint">Being read…</p>
      ) : empty ? (
        <p class="faint">{empty}</p>
      ) : (
        props.children(value)
      )}
    </section>
  );
}

/** A heading that receives the focus when its page is gone to. */
export function PageHead({title, children}: {title: string; children?: ComponentChildren}) {
  return (
    <div class="page-head">
      <h1 tabIndex={-1}>{title}</h1>
      {children}
    </div>
  );
}

/** A button that says why it cannot be pressed. */
export function Act(props: {
  children: ComponentChildren;
  lacks?: string;
  busy?: boolean;
  kind?: "primary" | "danger" | "plain";
  onClick: () => void;
}) {
  const why = props.lacks ?? "";
  return (
    <span class="act">
      <button
        type="button"
        class={props.kind ?? "plain"}
        aria-disabled={why !== "" || props.busy ? true : undefined}
        title={why}
        onClick={() => (why === "" && !props.busy ? props.onClick() : undefined)}
      >
        {props.children}
      </button>
      {why ? <span class="faint why">{why}</span> : null}
    </span>
  );
}
