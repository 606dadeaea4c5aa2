/** Use cases asked for, and followed to their ends. */

import {listen} from "./events.ts";
import {get, newKey, post, Problem} from "./http.ts";
import type {ProgressEvent, Run} from "./types.ts";

const SCHEMA_VERSION = 1;

/** Asks for a use case; with the same key it runs once. */
export function begin(useCase: string, request: unknown, key: string = newKey()): Promise<Run> {
  return post<Run>(
    "/v1/operations",
    {schemaVersion: SCHEMA_VERSION, useCase, request, manner: {readOnly: false}},
    {"Idempotency-Key": key},
  );
}

export interface Followed {
  readonly progressed?: (number: number, event: ProgressEvent) => void;
  readonly turned: (run: Run) => void;
  readonly opened?: () => void;
  readonly lost?: (why: Problem) => void;
}

/** Follows a run to its end; every event comes once, whatever happens to the connection. */
export function follow(id: string, followed: Followed, signal: AbortSignal): Promise<void> {
  let seen = 0;
  return listen(`/v1/operations/${encodeURIComponent(id)}/events`, {
    signal,
    ...(followed.opened ? {opened: followed.opened} : {}),
    ...(followed.lost ? {lost: followed.lost} : {}),
    heard: (event) => {
      const told = JSON.parse(event.data) as {number: number; event: ProgressEvent; run: Run};
      if (event.name === "turned") {
        followed.turned(told.run);
        return over(told.run);
      }
      if (event.name === "progressed" && told.number > seen) {
        seen = told.number;
        followed.progressed?.(told.number, told.event);
      }
      return false;
    },
  });
}

export function over(run: Run): boolean {
  return run.state === "succeeded" || run.state === "failed";
}

/** Asks for what only looks, and waits for it. */
export async function ask<T>(useCase: string, request: unknown, signal: AbortSignal): Promise<T> {
  const begun = await begin(useCase, request);
  let run = begun;
  if (!over(run)) {
    await follow(begun.id, {turned: (turned) => (run = turned)}, signal);
  }
  if (!over(run) && !signal.aborted) {
    run = await get<Run>(`/v1/operations/${begun.id}`);
  }
  if (run.state === "failed") {
    throw new Problem(400, run.failure?.message ?? "it failed", run.failure?.advice ?? "", run.failure?.code ?? "");
  }
  return run.result as T;
}
