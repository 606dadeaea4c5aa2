/** What a page asks the control plane for, when it is opened and when somebody wants it anew. */

import {useCallback, useEffect, useRef, useState} from "preact/hooks";
import {ask} from "../core/runs.ts";

export interface Asked<T> {
  readonly value?: T;
  /** When it was answered, by this browser's clock. */
  readonly at?: string;
  readonly failure?: unknown;
  readonly busy: boolean;
  readonly again: () => void;
}

/** Asks by a function; anew when `what` changes, and every so often if that is said. */
export function useLoaded<T>(what: string, load: (signal: AbortSignal) => Promise<T>, everyMs = 0): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, "again">>({busy: true});
  const [turn, setTurn] = useState(0);
  const latest = useRef(load);
  latest.current = load;
  const shown = useRef(what);
  useEffect(() => {
    const stop = new AbortController();
    const fresh = shown.current !== what;
    shown.current = what;
    setState((before) => (fresh ? {busy: true} : {...before, busy: true}));
    latest
      .current(stop.signal)
      .then((value) => {
        if (!stop.signal.aborted) {
          setState({value, at: new Date().toISOString(), busy: false});
        }
      })
      .catch((failure: unknown) => {
        if (!stop.signal.aborted) {
          setState((before) => ({...before, failure, busy: false}));
        }
      });
    return () => stop.abort();
  }, [what, turn]);
  useEffect(() => {
    if (everyMs === 0) {
      return;
    }
    const timer = setInterval(() => (document.hidden ? undefined : setTurn((now) => now + 1)), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  const again = useCallback(() => setTurn((now) => now + 1), []);
  return {...state, again};
}

/** Asks for a use case that only looks. */
export function useAsked<T>(useCase: string, request: unknown): Asked<T> {
  return useLoaded(`${useCase} ${JSON.stringify(request)}`, (signal) => ask<T>(useCase, request, signal));
}
