// What is reached from the lists: details, dialogs, what is not there. Faults that axe finds, phones, keys alone.
import assert from "node:assert/strict";
import {mkdirSync} from "node:fs";
import {after, before, describe, it} from "node:test";
import {Bench, setting} from "./bench.mjs";

const bench = new Bench();
const made = {};

/** Waits until everything that a page reads is there. */
async function settled(page) {
  await page.waitForFunction(() => !/being read…/i.test(document.querySelector("main")?.textContent ?? ""));
}

/** A picture to look at, where somebody wants to. */
async function shot(page, name) {
  if (setting.shots) {
    mkdirSync(setting.shots, {recursive: true});
    await page.screenshot({path: `${setting.shots}/${name}.png`, fullPage: true});
  }
}

before(async () => {
  await bench.start();
  const operator = await bench.as("operator");
  made.applied = await applied(operator);
  made.change = await changeOf(made.applied);
  made.waiting = await asked(operator, setting.service);
  made.sweep = await swept(operator);
  await operator.context().close();
});
after(() => bench.stop());

async function asked(operator, service) {
  const dialog = await bench.applyRightsizing(operator, service);
  await dialog.getByRole("button", {name: "Apply", exact: true}).click();
  return bench.idOf(operator);
}

async function applied(operator) {
  const id = await asked(operator, setting.third);
  await bench.approve(id);
  await bench.state(operator, "succeeded");
  return id;
}

async function changeOf(id) {
  const run = await bench.ask("GET", `/v1/operations/${id}`);
  return run.result.operations[0].operation;
}

/** Begins a sweep as people do: its plan first, then a yes. */
async function swept(operator) {
  await bench.go(operator, "sweeps", "Sweeps");
  await operator.getByRole("combobox", {name: "Function"}).selectOption(setting.function);
  const payload = operator.getByLabel("Payload, JSON");
  await payload.fill("{");
  await operator.getByText("the payload is no JSON").waitFor();
  await payload.fill('{"intent": "hello"}');
  await operator.getByRole("button", {name: "Preview"}).click();
  const dialog = operator.getByRole("dialog", {name: `Sweep ${setting.function}?`});
  await dialog.getByText("Afterwards the function is as it was.").waitFor();
  await dialog.getByText("111122223333").first().waitFor();
  await dialog.getByRole("button", {name: "Sweep"}).click();
  const id = await bench.idOf(operator);
  await bench.state(operator, "succeeded");
  await operator.getByText(/cheapest|advised|better|alike/i).first().waitFor();
  return id;
}

const DETAILS = [
  ["an operation that changed something", () => [`operations/${made.applied}`, "plan.apply"]],
  ["a sweep", () => [`operations/${made.sweep}`, "lambda.sweep"]],
  ["sweeps with one of them", () => ["sweeps", "Sweeps"]],
  ["an operation that waits", () => [`operations/${made.waiting}`, "plan.apply"]],
  ["an operation that is not there", () => ["operations/run-0", "Operation"]],
  ["a change", () => [`changes/${made.change}`, /./]],
  ["an approval that waits", () => [`approvals/${made.waiting}`, "Approval"]],
  ["an approval that is over", () => [`approvals/${made.applied}`, "Approval"]],
  ["an approval that is not there", () => ["approvals/run-0", "Approval"]],
  ["a policy", () => ["policies/cap", "cap"]],
  ["a policy that is not there", () => ["policies/nothing", "nothing"]],
  ["a page that is not there", () => ["nowhere", "Not found"]],
];

/** What is opened on a page: where, how, and what is there then. */
const OPENED = [
  ["advice on a service", "rightsizing", "Rightsizing", (page) => page.getByRole("button", {name: setting.service, exact: true}).click()],
  [
    "a plan before it is applied",
    "rightsizing",
    "Rightsizing",
    async (page) => {
      await page.getByRole("button", {name: setting.service, exact: true}).click();
      await page.getByRole("button", {name: `Preview and apply ${setting.service}`}).click();
      await page.getByRole("dialog", {name: "Apply this plan?"}).waitFor();
    },
  ],
  [
    "two versions of a policy",
    "policies/cap",
    "cap",
    async (page) => {
      await page.getByRole("button", {name: "plan to activate version 1"}).click();
      await page.getByRole("button", {name: "Preview and apply"}).waitFor();
    },
  ],
  ["the keys", "status", "Status", (page) => page.keyboard.press("?")],
];

async function isForEverybody(page, name) {
  await settled(page);
  await page.setViewportSize({width: 1280, height: 800});
  assert.deepEqual(await bench.axe(page), [], name);
  await shot(page, name.replaceAll(" ", "-"));
  await page.setViewportSize({width: 375, height: 700});
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.equal(over, 0, `${name} is wider than a phone`);
  await shot(page, `${name.replaceAll(" ", "-")}-phone`);
}

for (const colorScheme of ["light", "dark"]) {
  describe(`details in the ${colorScheme} theme`, () => {
    for (const [name, where] of DETAILS) {
      it(name, async () => {
        const page = await bench.as("approver", {colorScheme});
        const [path, heading] = where();
        await bench.go(page, path, heading);
        await page.waitForTimeout(300);
        await isForEverybody(page, `${colorScheme} ${name}`);
        await page.context().close();
      });
    }
    for (const [name, path, heading, open] of OPENED) {
      it(name, async () => {
        const page = await bench.as("operator", {colorScheme});
        await page.setViewportSize({width: 1280, height: 800});
        await bench.go(page, path, heading);
        await open(page);
        await isForEverybody(page, `${colorScheme} ${name}`);
        await page.context().close();
      });
    }
    it("signing in", async () => {
      const page = await bench.window({colorScheme});
      await page.goto(bench.wire.url);
      await page.getByLabel("Token").waitFor();
      await isForEverybody(page, `${colorScheme} signing in`);
      await page.context().close();
    });
  });
}

describe("with keys alone", () => {
  it("a size is applied and put back", async () => {
    const page = await bench.as("operator");
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await page.getByRole("button", {name: setting.other, exact: true}).waitFor();
    await reach(page, setting.other);
    await page.keyboard.press("Enter");
    await page.getByRole("button", {name: `Preview and apply ${setting.other}`}).waitFor();
    await reach(page, `Preview and apply ${setting.other}`);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog", {name: "Apply this plan?"}).waitFor();
    await reach(page, "Apply");
    await page.keyboard.press("Enter");
    const id = await bench.idOf(page);
    await bench.state(page, "waiting");
    await bench.approve(id);
    await bench.state(page, "succeeded");
    await reach(page, "Undo");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({state: "hidden"});
    assert.equal(await focused(page), "Undo", "the focus is where it was");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await reach(page, "Undo");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", {level: 1, name: "ops.undo"}).waitFor();
    await bench.state(page, "succeeded");
    await page.context().close();
    bench.assertNoTroubles();
  });
});

/** What has the focus, as it is read out. */
function focused(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    return (at?.getAttribute("aria-label") ?? at?.textContent ?? "").trim();
  });
}

/** Presses Tab until something of this name has the focus; what cannot be reached so, fails. */
async function reach(page, name) {
  const passed = [];
  for (let tab = 0; tab < 150; tab++) {
    await page.keyboard.press("Tab");
    const now = await focused(page);
    if (now === name) {
      return;
    }
    passed.push(now.slice(0, 30));
  }
  assert.fail(`Tab does not reach '${name}', only ${passed.join(", ")}`);
}
