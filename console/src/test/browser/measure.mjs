// How long what the control plane tells takes into a page: run by hand against one on this machine, whose clock is the same.
// node src/test/browser/measure.mjs http://127.0.0.1:8470 [SECONDS]
import {chromium} from "playwright-core";

const [url, seconds = "60"] = process.argv.slice(2);
const STREAMS = 4;
const browser = await chromium.launch({executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"]});
const page = await (await browser.newContext()).newPage();
await page.goto(url);
await page.getByRole("heading", {level: 1, name: "Status"}).waitFor();
const delays = await page.evaluate(
  async ({streams, milliseconds}) => {
    const found = [];
    const stop = new AbortController();
    setTimeout(() => stop.abort(), milliseconds);
    const hear = async () => {
      const response = await fetch("/v1/status/stream", {signal: stop.signal});
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (;;) {
        const {done, value} = await reader.read();
        const now = performance.timeOrigin + performance.now();
        if (done) {
          return;
        }
        for (const [, time] of value.matchAll(/event: time\ndata: "([^"]+)"/g)) {
          found.push(now - Date.parse(time));
        }
      }
    };
    await Promise.allSettled(Array.from({length: streams}, hear));
    return found;
  },
  {streams: STREAMS, milliseconds: Number(seconds) * 1000},
);
await browser.close();
delays.sort((one, other) => one - other);
const at = (share) => delays[Math.min(delays.length - 1, Math.floor(delays.length * share))].toFixed(1);
console.log(`${delays.length} events: median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms`);
