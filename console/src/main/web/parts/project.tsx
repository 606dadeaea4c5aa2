/** What the project's own files say, which use cases are asked with. */

import {get} from "../core/http.ts";
import type {Reading} from "../core/types.ts";
import {useLoaded} from "./asked.tsx";

export interface Outlook {
  readonly window: string;
  readonly zone: string;
  readonly services: string;
  readonly transitions: readonly {readonly at: string; readonly asleep: boolean}[];
  readonly days: readonly {readonly date: string; readonly asleep: readonly boolean[]}[];
  readonly hoursAsleep: number;
}

export interface Project {
  readonly name: string;
  readonly cluster: string;
  readonly functions: readonly string[];
  readonly tables: readonly string[];
  readonly environment: string;
  readonly budgets: {readonly cpu: number; readonly memory: number; readonly network: number; readonly table: number};
  readonly objectives: Reading<readonly unknown[]>;
  readonly windows: Reading<{readonly rules?: unknown; readonly outlook: readonly Outlook[]}>;
}

export function project(): Promise<Project> {
  return get<Project>("/v1/project");
}

export function useProject() {
  return useLoaded("project", project);
}
