// What a team does with the console: sign in, change, follow, approve, undo, lose the connection.
import assert from "node:assert/strict";
import {after, before, describe, it} from "node:test";
import {Bench, setting} from "./bench.mjs";

const bench = new Bench();
before(() => bench.start());
after(() => bench.stop());

describe("signing in", () => {
  it("with a token that is wrong says so, and with a good one works until signing out", async () => {
    const page = await bench.window();
    await page.goto(bench.wire.url);
    await page.getByLabel("Token").fill("agentctl.viewer.wrong");
    await page.getByRole("button", {name: "Sign in"}).click();
    await page.getByRole("alert").getByText("not valid").waitFor();
    await page.getByLabel("Token").fill(setting.tokens.viewer);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", {level: 1, name: "Status"}).waitFor();
    await page.getByText("token:viewer").waitFor();
    await page.reload();
    await page.getByRole("heading", {level: 1, name: "Status"}).waitFor();
    const cookies = await page.context().cookies();
    assert.deepEqual(cookies.map(({httpOnly, sameSite}) => ({httpOnly, sameSite})), [{httpOnly: true, sameSite: "Strict"}]);
    await page.getByRole("button", {name: "Sign out"}).click();
    await page.getByLabel("Token").waitFor();
    assert.deepEqual(await page.context().cookies(), []);
  });

  it("with a link works once, and leaves no code in the address or the history", async () => {
    const page = await bench.window();
    await page.goto(`${bench.wire.url}/#/sign-in/${setting.code}`);
    await page.getByRole("heading", {level: 1, name: "Status"}).waitFor();
    assert.equal(new URL(page.url()).hash, "#/status");
    const other = await bench.window();
    await other.goto(`${bench.wire.url}/#/sign-in/${setting.code}`);
    await other.getByText("this link is not good").waitFor();
  });
});

describe("a change", () => {
  let operator;
  let id;

  it("is previewed, asked for and waits for a second person", async () => {
    operator = await bench.as("operator");
    const dialog = await bench.applyRightsizing(operator, setting.service);
    for (const text of ["sandbox", "111122223333", "us-east-1", setting.size]) {
      await dialog.getByText(text).first().waitFor();
    }
    await dialog.getByRole("button", {name: "Apply", exact: true}).click();
    id = await bench.idOf(operator);
    await bench.state(operator, "waiting");
  });

  it("cannot be approved by who asked, nor by who only looks, and both are told why", async () => {
    await bench.go(operator, `approvals/${id}`, "Approval");
    await operator.getByText("you asked for it; somebody else decides").waitFor();
    const viewer = await bench.as("viewer");
    await bench.go(viewer, `approvals/${id}`, "Approval");
    await viewer.getByText("takes the role approver; you have viewer").first().waitFor();
    await viewer.getByRole("button", {name: "Approve"}).click({force: true});
    assert.equal(await viewer.getByRole("dialog").count(), 0);
    await viewer.context().close();
  });

  it("is approved by another, and followed live through a lost connection with nothing lost or twice", async () => {
    await bench.go(operator, `operations/${id}`, "plan.apply");
    await bench.state(operator, "waiting");
    const approver = await bench.as("approver");
    await bench.go(approver, "approvals", "Approvals");
    await approver.getByRole("link", {name: "plan.apply"}).first().click();
    await approver.getByRole("button", {name: "Approve"}).click();
    const dialog = approver.getByRole("dialog");
    await dialog.getByLabel("Comment").fill("fewer, cheaper");
    await dialog.getByRole("button", {name: "Approve"}).click();
    await operator.locator(".told li").first().waitFor();
    bench.wire.cut();
    await operator.getByText("Connection lost.").first().waitFor();
    bench.wire.mend();
    await operator.locator('[data-connection="live"]').waitFor();
    await bench.state(operator, "succeeded");
    assert.equal(await operator.getByText("Connection lost.").count(), 0);
    const shown = await operator.locator(".told li").allTextContents();
    assert.deepEqual(shown, await bench.told(id));
    assert.ok(shown.length > 0);
    await approver.context().close();
  });

  it("is undone, and that is followed too", async () => {
    await operator.getByRole("button", {name: "Undo"}).click();
    await operator.getByRole("dialog").getByRole("button", {name: "Undo"}).click();
    await operator.getByRole("heading", {level: 1, name: "ops.undo"}).waitFor();
    await bench.state(operator, "succeeded");
    await bench.go(operator, "status", "Status");
    await operator.getByRole("row", {name: new RegExp(`^${setting.service} ${setting.size}`)}).waitFor();
  });

  it("that was rejected is not done, and says by whom it was", async () => {
    const dialog = await bench.applyRightsizing(operator, setting.service);
    await dialog.getByRole("button", {name: "Apply", exact: true}).click();
    const rejected = await bench.idOf(operator);
    const approver = await bench.as("approver");
    await bench.go(approver, `approvals/${rejected}`, "Approval");
    await approver.getByRole("button", {name: "Reject"}).click();
    await approver.getByRole("dialog").getByLabel("Comment").fill("not today");
    await approver.getByRole("dialog").getByRole("button", {name: "Reject"}).click();
    await operator.getByText("was rejected by token:approver: not today").waitFor();
    await bench.state(operator, "failed");
    await approver.context().close();
  });
});

describe("who may only look", () => {
  it("sees the plan, and why it cannot be applied", async () => {
    const viewer = await bench.as("viewer");
    await bench.go(viewer, "rightsizing", "Rightsizing");
    await viewer.getByText("takes the role operator; you have viewer").first().waitFor();
    assert.equal(await viewer.getByRole("button", {name: "Preview and apply", exact: true}).getAttribute("aria-disabled"), "true");
    await viewer.context().close();
  });
});

describe("a session that ends", () => {
  it("asks to sign in anew, and the page is where it was", async () => {
    const page = await bench.as("viewer");
    await bench.go(page, "windows", "Windows");
    await page.context().clearCookies();
    await bench.go(page, "policies", "Policies").catch(() => {});
    await page.getByText("The session is over.").waitFor();
    await page.getByLabel("Token").fill(setting.tokens.viewer);
    await page.getByRole("button", {name: "Sign in"}).click();
    await page.getByRole("heading", {level: 1, name: "Policies"}).waitFor();
    await page.context().close();
    bench.assertNoTroubles();
  });
});
