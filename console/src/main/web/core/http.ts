/** Asking the control plane, and what it says when it will not. */

interface Failure {
  readonly code?: string;
  readonly message?: string;
  readonly advice?: string;
}

/** Why something was not done, in words for people. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly advice = "",
    readonly code = "",
  ) {
    super(message);
  }

  /** Whether asking again would bring nothing else. */
  get final(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 429 && this.status !== 408;
  }

  static async of(response: Response): Promise<Problem> {
    const body = (await response.json().catch(() => ({}))) as {detail?: string; failure?: Failure};
    if (response.status === 401) {
      signedOut();
    }
    return new Problem(
      response.status,
      body.detail ?? `the control plane answered ${response.status}`,
      body.failure?.advice ?? "",
      body.failure?.code ?? "",
    );
  }
}

export function problemOf(failure: unknown): Problem {
  if (failure instanceof Problem) {
    return failure;
  }
  return new Problem(0, "the control plane cannot be reached", "It is tried again by itself.");
}

let proof = "";
let signedOut: () => void = () => {};

/** What a page shows beside its cookie with every change. */
export function show(csrf: string): void {
  proof = csrf;
}

/** What to do when the control plane no longer knows who asks. */
export function onSignedOut(then: () => void): void {
  signedOut = then;
}

export function headersOf(method: string, more: Record<string, string> = {}): Record<string, string> {
  const own: Record<string, string> = method === "GET" || !proof ? {} : {"x-agentctl-csrf": proof};
  return {Accept: "application/json, text/event-stream", ...own, ...more};
}

export async function get<T>(path: string): Promise<T> {
  return send<T>("GET", path);
}

export async function post<T>(path: string, body?: unknown, more: Record<string, string> = {}): Promise<T> {
  return send<T>("POST", path, body, more);
}

async function send<T>(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Promise<T> {
  const headers = headersOf(method, body === undefined ? more : {"Content-Type": "application/json", ...more});
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      cache: "no-store",
      credentials: "same-origin",
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
  } catch (failure) {
    throw problemOf(failure);
  }
  if (!response.ok) {
    throw await Problem.of(response);
  }
  return (await response.json()) as T;
}

/** A key under which something is asked for once, however often it is sent. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
