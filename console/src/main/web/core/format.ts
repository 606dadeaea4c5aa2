/** How figures read. All pure. */

export const NONE = "–";

const ISO_DURATION = /^(-)?P(?:(\d+)D)?(?:T(?:(-?\d+)H)?(?:(-?\d+)M)?(?:(-?[\d.]+)S)?)?$/;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Milliseconds of an ISO-8601 duration such as `PT336H`; NaN for what is none. */
export function millis(iso: string): number {
  const match = ISO_DURATION.exec(iso);
  if (!match) {
    return NaN;
  }
  const part = (index: number) => Number(match[index] ?? 0);
  return (match[1] ? -1 : 1) * (part(2) * DAY + part(3) * HOUR + part(4) * MINUTE + part(5) * SECOND);
}

/** A span as people say it: `4 s`, `12 min`, `3 h`, `5 d`. */
export function span(ms: number): string {
  if (!Number.isFinite(ms)) {
    return NONE;
  }
  const size = Math.abs(ms);
  if (size < MINUTE) {
    return `${Math.floor(size / SECOND)} s`;
  }
  if (size < 2 * HOUR) {
    return `${Math.floor(size / MINUTE)} min`;
  }
  return size < 2 * DAY ? `${Math.floor(size / HOUR)} h` : `${Math.floor(size / DAY)} d`;
}

/** How long something took: `1.2 s`, `3 min 20 s`. */
export function took(from: string, to: string): string {
  const ms = Date.parse(to) - Date.parse(from);
  if (ms < MINUTE) {
    return `${(ms / SECOND).toFixed(1)} s`;
  }
  return ms < HOUR ? `${Math.floor(ms / MINUTE)} min ${Math.floor((ms % MINUTE) / SECOND)} s` : span(ms);
}

const pad = (value: number) => String(value).padStart(2, "0");

/** A time by this browser's clock: `2026-12-01 09:30:05`, or without the date if it is today's. */
export function when(iso: string, now: Date = new Date()): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) {
    return NONE;
  }
  const clock = `${pad(time.getHours())}:${pad(time.getMinutes())}:${pad(time.getSeconds())}`;
  return time.toDateString() === now.toDateString() ? clock : `${day(time)} ${clock}`;
}

/** `2026-12-01`. */
export function day(time: Date): string {
  return `${time.getFullYear()}-${pad(time.getMonth() + 1)}-${pad(time.getDate())}`;
}

/** US dollars: `$1,204.50`. */
export function money(usd: number): string {
  return `${usd < 0 ? "−" : ""}$${plain(Math.abs(usd), 2)}`;
}

/** A change of US dollars: `+$9.01`, `−$144.16`. */
export function moneyChange(usd: number): string {
  return usd > 0 ? `+${money(usd)}` : money(usd);
}

/** A share from 0 to 1 as `17.1 %`. */
export function percent(share: number | undefined, digits = 1): string {
  return share === undefined ? NONE : `${plain(share * 100, digits)} %`;
}

/** A figure with digits after the point and commas between thousands. */
export function plain(value: number | undefined, digits = 0): string {
  return value === undefined || !Number.isFinite(value)
    ? NONE
    : value.toLocaleString("en-US", {maximumFractionDigits: digits, minimumFractionDigits: digits});
}

/** A figure with about three digits that matter: `0.042`, `3.1`, `148`, `1,204`. */
export function figure(value: number | undefined): string {
  if (value === undefined || !Number.isFinite(value)) {
    return NONE;
  }
  const size = Math.abs(value);
  const digits = size === 0 || size >= 100 ? 0 : size >= 1 ? 1 : 3;
  return plain(value, digits);
}

/** `ecs-service:agent-runtime/api` as its last name, `api`. */
export function shortName(resource: string): string {
  return resource.slice(resource.lastIndexOf("/") + 1).replace(/^[a-z-]+:/, "");
}

/** `1 change`, `3 changes`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
