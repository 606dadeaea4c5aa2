/** The records of the control plane, as far as the console reads them. Enums are words with hyphens. */

export interface Target {
  readonly context: string;
  readonly account: string;
  readonly region: string;
}

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

export interface Reading<T> {
  readonly value?: T;
  readonly readAt?: string;
  readonly failure?: Failure & {readonly since: string; readonly at: string};
}

export interface About {
  readonly version: string;
  readonly schemaVersion: number;
  readonly target: Target;
}

export type Role = "viewer" | "operator" | "approver" | "admin";

export interface Session {
  readonly caller: string;
  readonly roles: readonly Role[];
  readonly expiresAt?: string;
  readonly csrf?: string;
}

export type RunState = "waiting" | "running" | "succeeded" | "failed";

export interface Run {
  readonly id: string;
  readonly useCase: string;
  readonly state: RunState;
  readonly caller: string;
  readonly askedAt: string;
  readonly endedAt?: string;
  readonly waitsFor?: string;
  readonly result?: unknown;
  readonly failure?: Failure;
}

export interface RunPage {
  readonly operations: readonly Run[];
  readonly next?: string;
}

export interface Change {
  readonly resource: string;
  readonly field: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
  readonly risk: "none" | "low" | "medium" | "high";
  readonly monthly?: number;
}

export interface Plan {
  readonly kind: string;
  readonly target: Target;
  readonly createdAt: string;
  readonly resources: readonly {
    readonly resource: string;
    readonly fingerprint: string;
    readonly changes: readonly Change[];
  }[];
}

export type ProgressEvent =
  | {readonly type: "note"; readonly text: string}
  | {readonly type: "advance"; readonly work: string; readonly done: number; readonly total: number}
  | {
      readonly type: "course";
      readonly count: {readonly work: string; readonly done: number; readonly total: number};
      readonly heights: readonly number[];
    };

export interface OperationLine {
  readonly id: string;
  readonly kind: string;
  readonly resource: string;
  readonly account: string;
  readonly region: string;
  readonly summary: string;
  readonly state: string;
  readonly owner: string;
  readonly startedAt: string;
  readonly updatedAt: string;
  readonly failure: string;
}

export interface History {
  readonly start: string;
  readonly period: string;
  readonly values: readonly (number | null)[];
}
