// What holds for every page: keys, screen readers, themes, narrow screens, an own policy of content.
import assert from "node:assert/strict";
import {after, before, describe, it} from "node:test";
import {Bench, setting} from "./bench.mjs";

const PAGES = {
  status: "Status",
  operations: "Operations",
  approvals: "Approvals",
  policies: "Policies",
  rightsizing: "Rightsizing",
  sweeps: "Sweeps",
  windows: "Windows",
  objectives: "Objectives and budgets",
};

const bench = new Bench();
before(() => bench.start());
after(() => bench.stop());

/** Waits until everything that a page reads is there. */
async function settled(page) {
  await page.waitForFunction(() => !/being read…/i.test(document.querySelector("main")?.textContent ?? ""));
}

for (const colorScheme of ["light", "dark"]) {
  describe(`in the ${colorScheme} theme`, () => {
    it("no page has a serious fault that axe finds, and none is wider than a phone", async () => {
      const page = await bench.as("admin", {colorScheme});
      for (const [path, heading] of Object.entries(PAGES)) {
        await page.setViewportSize({width: 1280, height: 800});
        await bench.go(page, path, heading);
        await settled(page);
        assert.deepEqual(await bench.axe(page), [], path);
        await page.setViewportSize({width: 375, height: 700});
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(over, 0, `${path} is wider than a phone`);
      }
      await page.context().close();
    });
  });
}

describe("with keys alone", () => {
  it("one goes from page to page, hears where one is, filters, asks for help and leaves it", async () => {
    const page = await bench.as("admin");
    for (const [keys, heading] of [["go", "Operations"], ["gr", "Rightsizing"], ["gs", "Status"], ["gp", "Policies"]]) {
      for (const key of keys) {
        await page.keyboard.press(key);
      }
      const title = page.getByRole("heading", {level: 1, name: heading});
      await title.waitFor();
      await page.waitForFunction((text) => document.activeElement?.textContent === text, heading);
      assert.match(await page.title(), new RegExp(heading));
    }
    await page.keyboard.press("g");
    await page.keyboard.press("o");
    await page.getByRole("heading", {level: 1, name: "Operations"}).waitFor();
    await page.keyboard.press("/");
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "search");
    await page.keyboard.type("g s");
    await page.getByRole("heading", {level: 1, name: "Operations"}).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("?");
    await page.getByRole("dialog", {name: "Keys"}).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog", {name: "Keys"}).waitFor({state: "hidden"});
    await page.context().close();
  });

  it("the first thing that Tab reaches leads past the navigation", async () => {
    const page = await bench.as("admin");
    await page.reload();
    await page.getByRole("heading", {level: 1, name: "Status"}).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), "H1");
    await page.context().close();
  });
});

describe("the live status", () => {
  it("is shown as charts and as tables, tells its age, and comes back after the connection was lost", async () => {
    const page = await bench.as("admin");
    await page.getByRole("region", {name: "Services"}).getByText(/\d+ s ago/).waitFor();
    await page.getByRole("row", {name: new RegExp(`^${setting.service} `)}).waitFor();
    const cpu = page.getByRole("figure", {name: setting.service, exact: true});
    await cpu.getByRole("img", {name: /CPU: latest/}).waitFor();
    await cpu.getByRole("button", {name: /table/}).click();
    await cpu.getByRole("columnheader", {name: "CPU"}).waitFor();
    bench.wire.cut();
    await page.getByRole("alert").getByText("Connection lost.").waitFor();
    bench.wire.mend();
    await page.locator('[data-connection="live"]').waitFor();
    assert.equal(await page.getByText("Connection lost.").count(), 0);
    await page.context().close();
  });

  it("keeps the theme that was chosen", async () => {
    const page = await bench.as("admin", {colorScheme: "light"});
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.getByLabel("Theme").selectOption("dark");
    const dark = await ground();
    assert.notEqual(dark, light);
    await page.reload();
    await page.getByRole("heading", {level: 1, name: "Status"}).waitFor();
    assert.equal(await ground(), dark);
    await page.context().close();
    bench.assertNoTroubles();
  });
});
