// Puts the panes on the stage and keeps them up to date.

import { avatar, el } from "./dom.js";
import { Pane } from "./pane.js";
import { Store } from "./store.js";
import { trouble } from "./trouble.js";

const store = new Store();
const stage = document.querySelector(".stage");
const chips = document.querySelector(".chips");
const line = document.querySelector(".line");
const narrow = matchMedia("(max-width: 719px)");
const panes = new Map();
let open = new Set();
let current = null;

function order() {
  const people = [...store.people.values()].filter((person) => person.pane);
  const groups = [...store.chats.keys()].filter((id) => id < 0);
  const employees = people.filter((person) => person.role === "员工");
  const others = people.filter((person) => person.role !== "员工");
  return [...employees.map((p) => p.id), ...groups, ...others.map((p) => p.id)];
}

function remember() {
  const all = order();
  history.replaceState(null, "", open.size === all.length ? "#" : `#${all.filter((id) => open.has(id)).join(",")}`);
}

function choose(id) {
  current = id;
  if (!narrow.matches) {
    if (open.has(id) && open.size > 1) open.delete(id);
    else open.add(id);
    remember();
  }
  arrange();
}

// A pane leads to another: it is opened, and the text box there is ready.
function visit(id) {
  const pane = panes.get(id);
  if (!pane) return;
  if (pane.root.hidden) choose(id);
  pane.root.scrollIntoView({ block: "nearest", inline: "nearest" });
  pane.composer.box.focus();
}

function arrange() {
  for (const [id, pane] of panes) {
    pane.root.hidden = narrow.matches ? id !== current : !open.has(id);
    if (!pane.root.hidden && pane.unread) { pane.unread = 0; pane.toEnd(); }
  }
  chips.replaceChildren(...[...panes].map(([id, pane]) => chip(id, pane)));
}

function chip(id, pane) {
  const on = narrow.matches ? id === current : open.has(id);
  const badge = pane.unread ? el("i", { class: "badge" }, String(pane.unread)) : null;
  return el("button", { type: "button", class: `chip ${on ? "on" : ""}`, "aria-pressed": String(on), onclick: () => choose(id) }, avatar(pane.title, pane.colour), el("span", {}, pane.title), badge);
}

function take(event) {
  if (event.type === "reload" || event.type === "commands") return build(event.type === "reload");
  const pane = panes.get(event.chat_id);
  if (!pane) return undefined;
  if (event.type === "notice") return pane.notice(event);
  if (event.type === "action") return pane.action();
  if (event.type === "inline_answer") return pane.composer.inline.take(event);
  pane.refresh(event.type === "person");
  if (event.type === "message" && pane.root.hidden) { pane.unread += 1; arrange(); }
  return undefined;
}

function build(anew) {
  if (anew) { panes.clear(); stage.replaceChildren(); }
  for (const id of order()) {
    if (panes.has(id)) { panes.get(id).refresh(); continue; }
    const pane = new Pane(store, id, visit);
    panes.set(id, pane);
    stage.append(pane.root);
    pane.refresh(true);
  }
  if (anew) {
    const wanted = location.hash.slice(1).split(",").map(Number).filter((id) => panes.has(id));
    open = new Set(wanted.length ? wanted : panes.keys());
    current = panes.has(current) ? current : [...open][0];
    arrange();
  }
  document.body.dataset.ready = "yes";
}

narrow.addEventListener("change", arrange);
document.querySelector("dialog.photo").addEventListener("click", (event) => event.currentTarget.close());
trouble(document.querySelector(".trouble"));
store.listeners.push(take);
store.listen((on) => {
  line.textContent = on ? "" : "连接断了，正在重连…";
  line.classList.toggle("off", !on);
});
