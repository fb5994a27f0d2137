// "@bot words" in the text box: ask after a pause, show the list, send the line that was pressed.

import { el, icon } from "./dom.js";

const PAUSE = 300;
const LONGEST = 256;

export class InlineList {
  constructor(pane, composer) {
    this.pane = pane;
    this.composer = composer;
    this.rows = el("div", { class: "rows" });
    this.top = el("div", {});
    this.root = el("div", { class: "popup results", role: "region", "aria-label": "选一条发出去", hidden: true, onscroll: () => this.#more() }, this.top, this.rows);
    this.close();
  }

  // Whether an answer is still awaited: until then Enter sends nothing, as in Telegram's apps.
  get waiting() { return this.words !== null && !this.fresh; }

  get first() { return this.root.hidden ? null : this.rows.querySelector("button"); }

  // Looks at the text box after every key; anything but "@bot " closes the list.
  typed(text) {
    const { bot, inline } = this.pane.store;
    const [, name = "", rest = ""] = /^@(\w+)\s([^]*)$/.exec(text) ?? [];
    const meant = inline.enabled && name.toLowerCase() === bot.username.toLowerCase();
    const words = rest.trim();
    if (!meant || words.length > LONGEST) return this.close();
    if (words === this.words) return undefined;
    clearTimeout(this.timer);
    [this.words, this.offset, this.fresh] = [words, "", false];
    if (words === "") this.#say(inline.placeholder);
    this.timer = setTimeout(() => this.#ask(), PAUSE);
    return undefined;
  }

  close() {
    clearTimeout(this.timer);
    [this.words, this.offset, this.next, this.fresh] = [null, "", "", false];
    this.root.hidden = true;
  }

  // An answer may come as an event before the call that asked has returned; both ways lead here.
  take(query) {
    const mine = query.user_id === this.pane.actor && query.text === this.words && query.offset === this.offset;
    if (!mine || !query.answer || query.query_id === this.shown) return;
    [this.shown, this.fresh] = [query.query_id, true];
    const { results, button, next_offset: next } = query.answer;
    const rows = results.map((result) => this.#row(query, result));
    if (this.offset === "") this.rows.replaceChildren(...rows);
    else this.rows.append(...rows);
    this.next = results.length ? next : "";
    if (this.offset === "") {
      this.top.replaceChildren(...(button ? [this.#button(query, button)] : []));
      if (!rows.length && !button) return this.#say(this.words ? "没有找到" : this.pane.store.inline.placeholder);
      this.root.hidden = false;
      this.root.scrollTop = 0;
    }
    return undefined;
  }

  async #ask() {
    const query = await this.pane.act("ask", { text: this.words, offset: this.offset });
    if (query) this.take(query);
  }

  #more() {
    const low = this.root.scrollHeight - this.root.scrollTop - this.root.clientHeight < 60;
    if (!low || !this.next) return;
    [this.offset, this.next] = [this.next, ""];
    this.#ask();
  }

  #say(words) {
    this.top.replaceChildren(el("p", { class: "hint" }, words));
    this.rows.replaceChildren();
    this.root.hidden = !words;
  }

  #row(query, { id, title, description }) {
    const choose = async () => {
      const extra = this.composer.reset();
      await this.pane.act("choose", { query_id: query.query_id, result_id: id, ...extra });
    };
    return el("button", { type: "button", class: "item result", onclick: choose }, el("i", { "aria-hidden": "true" }, [...title][0]), el("span", {}, el("b", {}, title), el("small", {}, description)));
  }

  #button(query, button) {
    const follow = async () => {
      this.composer.reset();
      const sent = await this.pane.act("follow", { query_id: query.query_id });
      if (sent) this.pane.visit(sent.chat.id);
    };
    return el("button", { type: "button", class: "item above", onclick: follow }, button.text, icon("reply"));
  }
}
