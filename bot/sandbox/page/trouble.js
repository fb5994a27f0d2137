// Breaking the line on purpose, for the next call that the bot makes.

import { el } from "./dom.js";

const FAULTS = [
  ["丢掉答复", "办了事，没回音", { kind: "drop" }],
  ["晚五秒答复", "办了事，慢", { kind: "late", seconds: 5 }],
  ["502", "没办事", { kind: "error", status: 502, times: 3 }],
  ["429 十秒", "谁都发不出", { kind: "flood", seconds: 10 }],
];

export function trouble(root) {
  const list = root.querySelector(".popup");
  const ask = async (method, body) => {
    await fetch("/sandbox/faults", { method, body: body && JSON.stringify(body) });
    await show();
  };
  const show = async () => {
    const waiting = await (await fetch("/sandbox/faults")).json();
    root.classList.toggle("armed", waiting.length > 0);
    const plan = FAULTS.map(([name, note, fault]) => item(name, note, () => ask("POST", fault)));
    list.replaceChildren(...plan, item("都不要了", `还等着 ${waiting.length} 个`, () => ask("DELETE")));
  };
  const item = (name, note, onclick) => el("button", { type: "button", class: "item", onclick }, el("b", {}, name), el("small", {}, note));
  root.addEventListener("toggle", () => root.open && show());
  document.addEventListener("click", (event) => { if (!root.contains(event.target)) root.open = false; });
}
