/** The state of the project, as one stream that is taken up again where it was lost. */

import {listen} from "./events.ts";
import type {Problem} from "./http.ts";
import {Store} from "./store.ts";
import type {Reading} from "./types.ts";

export interface Live {
  readonly connection: "connecting" | "live" | "lost" | "refused";
  readonly problem?: Problem;
  /** Since when it is as it is, by this browser's clock. */
  readonly since: number;
  readonly range: string;
  readonly parts: Readonly<Record<string, Reading<unknown>>>;
  /** How far the time there is from this browser's, in milliseconds. */
  readonly skew: number;
}

export const live = new Store<Live>({
  connection: "connecting",
  since: Date.now(),
  range: "1h",
  parts: {},
  skew: 0,
});

let stop = new AbortController();
let last = "";

/** Listens from where it was left. */
export function connect(): void {
  stop.abort();
  const own = new AbortController();
  stop = own;
  const state = (connection: Live["connection"], problem?: Problem) => {
    if (!own.signal.aborted && (live.value.connection !== connection || problem !== undefined)) {
      live.update(({problem: _, ...before}) => ({
        ...before,
        connection,
        since: before.connection === connection ? before.since : Date.now(),
        ...(problem ? {problem} : {}),
      }));
    }
  };
  listen(
    `/v1/status/stream?range=${live.value.range}`,
    {
      signal: own.signal,
      opened: () => state("live"),
      lost: (why) => state("lost", why),
      heard: (event) => {
        if (event.name === "time") {
          const skew = Date.parse(JSON.parse(event.data) as string) - Date.now();
          live.update((before) => ({...before, skew}));
        } else if (event.name === "part") {
          last = event.id;
          const {part, reading} = JSON.parse(event.data) as {part: string; reading: Reading<unknown>};
          live.update((before) => ({...before, parts: {...before.parts, [part]: reading}}));
        }
      },
    },
    last,
  ).catch((problem: Problem) => state("refused", problem));
}

export function disconnect(): void {
  stop.abort();
}

/** Looks back further, or less far. Curves of another range are other curves, so all is asked for anew. */
export function over(range: string): void {
  last = "";
  const {curves: _, ...parts} = live.value.parts;
  live.update((before) => ({...before, range, parts}));
  connect();
}

/** A page that nobody sees holds no connection: browsers have but six for all pages of a server. */
document.addEventListener("visibilitychange", () => {
  if (document.hidden) {
    disconnect();
  } else if (stop.signal.aborted) {
    connect();
  }
});
