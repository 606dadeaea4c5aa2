// The parts of the console that compute, without a browser.
import assert from "node:assert/strict";
import {describe, it} from "node:test";
import {load} from "./load.mjs";

const {diff} = await load("diff.ts");
const {EventReader} = await load("events.ts");
const format = await load("format.ts");
const {linkTo, placeOf} = await load("routes.ts");

describe("a stream of events", () => {
  const text = ': hello\n\nevent: progressed\nid: 7\ndata: {"a":\ndata: 1}\n\nid: 8\r\ndata:x\r\n\r\n';
  const whole = [
    {name: "progressed", id: "7", data: '{"a":\n1}'},
    {name: "message", id: "8", data: "x"},
  ];

  it("is read as it is written", () => {
    assert.deepEqual(new EventReader().feed(text), whole);
  });

  it("is read the same however it is cut", () => {
    for (let cut = 0; cut <= text.length; cut++) {
      const reader = new EventReader();
      assert.deepEqual([...reader.feed(text.slice(0, cut)), ...reader.feed(text.slice(cut))], whole);
    }
  });

  it("keeps what is not whole to itself", () => {
    assert.deepEqual(new EventReader().feed("data: half\n"), []);
  });
});

describe("a difference", () => {
  const marks = (before, after) => diff(before, after).map((line) => `${line.kind[0]}${line.text}`);

  it("is the fewest lines", () => {
    assert.deepEqual(marks("a\nb\nc\n", "a\nx\nc\nd\n"), ["sa", "rb", "ax", "sc", "ad"]);
  });

  it("numbers the lines of both sides", () => {
    assert.deepEqual(diff("a\n", "b\na\n"), [
      {kind: "added", text: "b", after: 1},
      {kind: "same", text: "a", before: 1, after: 2},
    ]);
  });

  it("of a text and itself, or of nothing and nothing, is none", () => {
    assert.deepEqual(marks("a\nb\n", "a\nb\n"), ["sa", "sb"]);
    assert.deepEqual(marks("", ""), []);
  });
});

describe("figures", () => {
  it("read durations as Java writes them", () => {
    assert.equal(format.millis("PT336H"), 14 * 86_400_000);
    assert.equal(format.millis("PT1H30M0.5S"), 5_400_500);
    assert.equal(format.millis("-PT2S"), -2000);
    assert.ok(Number.isNaN(format.millis("two weeks")));
  });

  it("say spans as people do", () => {
    assert.deepEqual([0, 59_999, 60_000, 7_199_999, 7_200_000, 172_800_000].map(format.span), [
      "0 s",
      "59 s",
      "1 min",
      "119 min",
      "2 h",
      "2 d",
    ]);
  });

  it("say money with its sign", () => {
    assert.equal(format.moneyChange(-1444.164), "−$1,444.16");
    assert.equal(format.moneyChange(9.01), "+$9.01");
    assert.equal(format.moneyChange(0), "$0.00");
  });

  it("say what is not known", () => {
    assert.equal(format.percent(undefined), "–");
    assert.equal(format.figure(NaN), "–");
  });
});

describe("an address", () => {
  it("leads where its link leads", () => {
    assert.deepEqual(placeOf(linkTo("policies", "a/b %", "production")), {page: "policies", rest: ["a/b %", "production"]});
  });

  it("that is empty is the status, and one that is no text does no harm", () => {
    assert.deepEqual(placeOf(""), {page: "status", rest: []});
    assert.deepEqual(placeOf("#/policies/%E0%A4%A"), {page: "policies", rest: ["%E0%A4%A"]});
  });
});
