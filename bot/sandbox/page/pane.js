// One phone: a person's chat with the bot, or the group seen by a member.

import { Composer } from "./composer.js";
import { avatar, el, icon, iconButton } from "./dom.js";
import { bubble, summary } from "./message.js";
import { act } from "./store.js";

const NOTICE = 3500;

export class Pane {
  constructor(store, chatId, visit) {
    this.store = store;
    this.visit = visit;
    this.id = chatId;
    this.group = chatId < 0;
    this.actor = this.group ? this.#members()[0]?.id : chatId;
    this.drawn = new Map();
    this.unread = 0;
    this.list = el("div", { class: "messages" });
    this.scroll = el("div", { class: "scroll", tabindex: "-1" }, this.list);
    this.pinned = el("button", { type: "button", class: "pinned", hidden: true });
    this.notices = el("div", { class: "notices", role: "status" });
    this.subtitle = el("small", {});
    this.tools = el("span", { class: "tools" });
    this.gate = el("div", { class: "gate", hidden: true });
    this.composer = new Composer(this);
    this.root = el("section", { class: `pane ${this.group ? "group" : ""}`, "aria-label": this.title, "data-chat": chatId }, this.#head(), this.pinned, this.notices, this.scroll, this.gate, this.composer.root);
    this.view = this.#view();
  }

  get chat() { return this.store.chats.get(this.id); }
  get person() { return this.store.people.get(this.group ? this.actor : this.id); }
  get title() { return this.group ? this.chat.card.title : this.store.people.get(this.id).name; }
  get colour() { return this.group ? "#2b7a78" : this.store.people.get(this.id).colour; }

  commands() { return this.group ? [] : this.person.commands ?? []; }

  async act(deed, body = {}) {
    try {
      return await act(this.actor, deed, { chat: this.id, ...body });
    } catch (error) {
      return this.toast(error.message);
    }
  }

  toast(words) {
    const note = el("div", { class: "notice" }, words);
    this.notices.append(note);
    setTimeout(() => note.remove(), NOTICE);
  }

  notice(event) {
    const who = this.group ? `${this.store.people.get(event.user_id)?.name}：` : "";
    if (!event.text) return;
    if (!event.show_alert) return this.toast(who + event.text);
    const close = () => veil.remove();
    const box = el("div", { class: "alert", role: "alertdialog" }, el("p", {}, who + event.text), el("button", { type: "button", class: "key", onclick: close }, "知道了"));
    const veil = el("div", { class: "veil" }, box);
    this.root.append(veil);
    box.querySelector("button").focus();
  }

  action() {
    this.subtitle.textContent = "对方正在输入…";
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.#label(), 5000);
  }

  refresh(whole = false) {
    if (whole) this.drawn.clear();
    const low = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 80;
    this.#draw();
    this.#label();
    this.#pin();
    this.composer.refresh();
    this.#gate();
    if (low || whole) this.toEnd();
  }

  toEnd() { requestAnimationFrame(() => { this.scroll.scrollTop = this.scroll.scrollHeight; }); }

  #draw() {
    const blocks = new Map();
    for (const message of this.chat.messages.values()) {
      const key = message.media_group_id ? `a${message.media_group_id}` : `m${message.message_id}`;
      blocks.set(key, [...(blocks.get(key) ?? []), message]);
    }
    const nodes = [];
    for (const [key, messages] of blocks) {
      const sign = JSON.stringify(messages);
      const known = this.drawn.get(key);
      const node = known?.sign === sign ? known.node : bubble(messages, this.view);
      this.drawn.set(key, { sign, node });
      nodes.push(node);
    }
    for (const key of this.drawn.keys()) if (!blocks.has(key)) this.drawn.delete(key);
    for (const node of [...this.list.children]) if (!nodes.includes(node)) node.remove();
    nodes.forEach((node, i) => { if (this.list.children[i] !== node) this.list.insertBefore(node, this.list.children[i] ?? null); });
  }

  #view() {
    return {
      group: this.group,
      viewer: () => this.actor,
      canAct: () => this.group || (this.person.started && !this.person.blocked),
      sender: (user) => this.store.people.get(user.id) ?? { name: user.first_name, colour: "#2b7a78", role: user.is_bot ? "机器人" : "" },
      find: (id) => this.chat.messages.get(id),
      jump: (id) => this.#jump(id),
      say: (text) => this.act("say", { text }),
      write: (text) => this.composer.write(text),
      botName: () => this.store.bot.username,
      act: (deed, body) => this.act(deed, body),
      reply: (message) => this.composer.reply(message),
      edit: (message) => this.composer.edit(message),
      toast: (words) => this.toast(words),
      zoom: (url) => { const dialog = document.querySelector("dialog.photo"); dialog.firstElementChild.src = url; dialog.showModal(); },
    };
  }

  #jump(id) {
    const node = this.list.querySelector(`[data-id="${id}"]`);
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.classList.add("lit");
    setTimeout(() => node?.classList.remove("lit"), 1200);
  }

  #members() {
    return this.chat.members.map((id) => this.store.people.get(id)).filter(Boolean);
  }

  #head() {
    return el("header", {}, avatar(this.title, this.colour), el("span", { class: "who" }, el("b", {}, this.title), this.subtitle), this.tools);
  }

  #label() {
    clearTimeout(this.typing);
    const members = this.group ? this.#members() : [];
    this.subtitle.textContent = this.group ? `${this.chat.members.length} 位成员` : this.person.role;
    if (this.group) {
      const pick = (member) => () => { this.actor = member.id; this.composer.inline.close(); this.refresh(true); };
      const faces = members.map((member) => el("button", { type: "button", class: `face ${member.id === this.actor ? "on" : ""}`, title: `以${member.name}的身份`, "aria-pressed": String(member.id === this.actor), onclick: pick(member) }, avatar(member.name, member.colour)));
      this.tools.replaceChildren(...faces);
      return;
    }
    const { started, blocked } = this.person;
    const turn = iconButton("stop", blocked ? "恢复机器人" : "停用机器人", () => this.act(blocked ? "unblock" : "block"), blocked ? "on" : "");
    this.tools.replaceChildren(...(started ? [turn] : []));
  }

  #pin() {
    const message = this.chat.messages.get(this.chat.pinned.at(-1));
    this.pinned.hidden = !message;
    if (!message) return;
    this.pinned.replaceChildren(icon("pin"), el("span", {}, el("b", {}, "置顶"), el("span", {}, summary(message))));
    this.pinned.onclick = () => this.#jump(message.message_id);
  }

  #gate() {
    const closed = !this.group && (!this.person.started || this.person.blocked);
    this.gate.hidden = !closed;
    this.composer.root.hidden = closed;
    if (this.group) this.composer.box.placeholder = `以${this.person.name}的身份说…`;
    if (!closed) return;
    const { blocked } = this.person;
    const words = blocked ? "机器人已停用，它的消息送不到这里。" : this.store.description || "还没有开始。点一下「开始」，机器人就能和你说话了。";
    const go = () => this.act(blocked ? "unblock" : "start");
    this.gate.replaceChildren(...(blocked ? [] : [el("img", { src: "/page/icon.svg", alt: "", width: "56", height: "56" })]), el("p", {}, words), el("button", { type: "button", class: "start", onclick: go }, blocked ? "恢复" : "开始 Start"));
  }
}
