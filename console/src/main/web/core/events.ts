/** Server-sent events over fetch: with headers, with answers that refuse, and with a place to go on from. */

import {Problem, problemOf, headersOf} from "./http.ts";

export interface StreamEvent {
  readonly name: string;
  readonly id: string;
  readonly data: string;
}

/** Reads the text of a stream (WHATWG HTML, section 9.2.6), however it is cut into pieces. */
export class EventReader {
  private rest = "";
  private name = "";
  private id = "";
  private data: string[] = [];

  feed(text: string): StreamEvent[] {
    const found: StreamEvent[] = [];
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    for (const raw of lines) {
      const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
      if (line === "") {
        if (this.data.length > 0) {
          found.push({name: this.name || "message", id: this.id, data: this.data.join("\n")});
        }
        this.name = "";
        this.data = [];
      } else {
        this.field(line);
      }
    }
    return found;
  }

  private field(line: string): void {
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (field === "event") {
      this.name = value;
    } else if (field === "data") {
      this.data.push(value);
    } else if (field === "id") {
      this.id = value;
    }
  }
}

export interface Listening {
  /** Called for each event; true ends the listening. */
  readonly heard: (event: StreamEvent) => boolean | void;
  readonly opened?: () => void;
  readonly lost?: (why: Problem) => void;
  readonly signal: AbortSignal;
}

/** The server says something at least every ten seconds. */
const SILENCE = 25_000;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 8_000;

/**
 * Listens until it is told to stop, the listener has heard enough, or the server refuses. A lost connection is made
 * again, from the last event on; resolves at the end, rejects with what the server refused.
 */
export async function listen(path: string, listening: Listening, from = ""): Promise<void> {
  let last = from;
  let pause = FIRST_PAUSE;
  while (!listening.signal.aborted) {
    try {
      const over = await once(path, last, listening, (id) => {
        last = id || last;
        pause = FIRST_PAUSE;
      });
      if (over) {
        return;
      }
    } catch (failure) {
      if (listening.signal.aborted) {
        return;
      }
      const problem = problemOf(failure);
      if (problem.final) {
        throw problem;
      }
      listening.lost?.(problem);
      await sleep(pause * (0.75 + Math.random() / 2), listening.signal);
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}

async function once(path: string, last: string, listening: Listening, heard: (id: string) => void): Promise<boolean> {
  const silence = new AbortController();
  const stop = () => silence.abort();
  listening.signal.addEventListener("abort", stop);
  let watch = setTimeout(stop, SILENCE);
  try {
    const headers = headersOf("GET", last ? {"Last-Event-ID": last} : {});
    const response = await fetch(path, {headers, signal: silence.signal, cache: "no-store"});
    if (!response.ok || !response.body) {
      throw await Problem.of(response);
    }
    listening.opened?.();
    const events = new EventReader();
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const {done, value} = await reader.read();
      if (done) {
        return false;
      }
      clearTimeout(watch);
      watch = setTimeout(stop, SILENCE);
      for (const event of events.feed(value)) {
        heard(event.id);
        if (listening.heard(event)) {
          stop();
          return true;
        }
      }
    }
  } finally {
    clearTimeout(watch);
    listening.signal.removeEventListener("abort", stop);
  }
}

/** Resolves after a while, when the browser says that the network is back, or when it is told to stop. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener("online", done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    addEventListener("online", done);
    signal.addEventListener("abort", done);
  });
}
