// A browser, people who sign in, and a control plane that the test which starts this has started.
import {createRequire} from "node:module";
import assert from "node:assert/strict";
import {chromium} from "playwright-core";
import {Wire} from "./wire.mjs";

export const setting = JSON.parse(process.env.CONSOLE_TEST ?? "{}");
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const PATIENCE = 60_000;

export class Bench {
  async start() {
    this.wire = await new Wire(setting.url).start();
    this.browser = await chromium.launch({executablePath: setting.chromium, args: ["--no-sandbox", "--disable-dev-shm-usage"]});
    this.troubles = [];
    return this;
  }

  async stop() {
    await this.browser?.close();
    this.wire?.stop();
  }

  /** A window of its own, with nobody signed in. */
  async window(options = {}) {
    const context = await this.browser.newContext({bypassCSP: false, reducedMotion: "reduce", ...options});
    context.setDefaultTimeout(PATIENCE);
    const page = await context.newPage();
    page.on("pageerror", (error) => this.troubles.push(String(error)));
    page.on("console", (message) => {
      if (/Content Security Policy/i.test(message.text())) {
        this.troubles.push(message.text());
      }
    });
    return page;
  }

  /** A window in which somebody has signed in with the token of a role. */
  async as(role, options = {}) {
    const page = await this.window(options);
    await page.goto(this.wire.url);
    await page.getByLabel("Token").fill(setting.tokens[role]);
    await page.getByRole("button", {name: "Sign in"}).click();
    await page.getByRole("heading", {level: 1, name: "Status"}).waitFor();
    return page;
  }

  async go(page, path, heading) {
    await page.evaluate((hash) => (location.hash = hash), `#/${path}`);
    await page.getByRole("heading", {level: 1, name: heading}).waitFor();
  }

  /** Has somebody plan other sizes for a service and apply them; answers the operation's id. */
  async applyRightsizing(page, service) {
    await this.go(page, "rightsizing", "Rightsizing");
    await page.getByRole("button", {name: service, exact: true}).click();
    await page.getByRole("button", {name: `Preview and apply ${service}`}).click();
    const dialog = page.getByRole("dialog", {name: "Apply this plan?"});
    await dialog.waitFor();
    return dialog;
  }

  async idOf(page) {
    await page.waitForURL(/#\/operations\/run-/);
    return /run-[0-9a-f]+/.exec(page.url())[0];
  }

  async state(page, state) {
    await page.locator("dl.facts .badge", {hasText: state}).waitFor();
  }

  /** What a role is answered without a browser. */
  async ask(method, path, body, role = "admin") {
    const response = await fetch(`${setting.url}${path}`, {
      method,
      headers: {Authorization: `Bearer ${setting.tokens[role]}`, "Content-Type": "application/json"},
      ...(body ? {body: JSON.stringify(body)} : {}),
    });
    assert.ok(response.ok, `${method} ${path}: ${response.status}`);
    return response.json();
  }

  /** Somebody else agrees to an operation that waits. */
  async approve(id) {
    const {approvals} = await this.ask("GET", "/v1/approvals");
    const {fingerprint} = approvals.find((approval) => approval.id === id);
    await this.ask("POST", `/v1/approvals/${id}/approve`, {fingerprint, comment: ""}, "approver");
  }

  /** What an operation told, as the control plane has kept it. */
  async told(id) {
    const response = await fetch(`${setting.url}/v1/operations/${id}/events`, {
      headers: {Authorization: `Bearer ${setting.tokens.admin}`},
    });
    const events = (await response.text()).split("\n\n").filter((event) => event.includes("event: progressed"));
    return events
      .map((event) => JSON.parse(/^data: (.*)$/m.exec(event)[1]).event)
      .filter((event) => event.type === "note")
      .map((event) => event.text);
  }

  async axe(page) {
    // The policy forbids scripts that are not the console's own, so axe is put in past it.
    await page.evaluate(await (await import("node:fs/promises")).readFile(AXE, "utf8"));
    const found = await page.evaluate(() => globalThis.axe.run(document, {resultTypes: ["violations", "passes"]}));
    assert.ok(found.passes.length > 15, "axe has looked");
    return found.violations
      .filter((violation) => ["serious", "critical"].includes(violation.impact))
      .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }

  assertNoTroubles() {
    assert.deepEqual(this.troubles, []);
  }
}
