// The lower end of a pane: reply keyboard, text box, attachments, commands.

import { el, icon, iconButton } from "./dom.js";
import { InlineList } from "./inline.js";
import { summary } from "./message.js";
import { fromFile, sampleDocument, samplePhoto, sampleVoice } from "./samples.js";

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.target = null;
    this.editing = null;
    this.keysOpen = true;
    this.box = el("textarea", { rows: "1", placeholder: "写点什么…", "aria-label": `${pane.title}的输入框`, oninput: () => this.#fit(), onfocus: () => this.#fit(), onkeydown: (event) => this.#key(event) });
    this.context = el("div", { class: "context", hidden: true });
    this.keys = el("div", { class: "reply-keyboard", hidden: true });
    this.menu = el("div", { class: "popup", hidden: true });
    this.inline = new InlineList(pane, this);
    this.sendButton = iconButton("send", "发送", () => this.send(), "send");
    this.keysButton = iconButton("keys", "按键", () => { this.keysOpen = !this.keysOpen; this.refresh(); });
    this.menuButton = iconButton("menu", "命令", () => this.#commands(), "menu");
    this.line = el("div", { class: "line-box" }, this.menuButton, this.box, this.keysButton, iconButton("clip", "附件", () => this.#attachments()), this.sendButton);
    this.root = el("footer", { class: "composer" }, this.context, this.menu, this.inline.root, this.line, this.keys);
    document.addEventListener("click", (event) => { if (!this.root.contains(event.target)) this.menu.hidden = true; });
    document.addEventListener("pointerdown", (event) => { if (!this.root.contains(event.target)) this.inline.close(); });
  }

  refresh() {
    const keyboard = this.pane.chat.keyboard;
    const rows = keyboard?.keyboard ?? [];
    this.keysButton.hidden = rows.length === 0;
    this.keys.hidden = rows.length === 0 || !this.keysOpen;
    this.keys.replaceChildren(...rows.map((row) => el("div", { class: "row" }, row.map((key) => this.#replyKey(key, keyboard)))));
    this.menuButton.hidden = this.pane.commands().length === 0;
    this.box.placeholder = keyboard?.input_field_placeholder ?? "写点什么…";
  }

  reply(message) {
    [this.target, this.editing] = [message, null];
    this.#context("回复", summary(message));
  }

  edit(message) {
    [this.target, this.editing] = [null, message];
    this.box.value = message.text ?? message.caption ?? "";
    this.#context("修改", summary(message));
    this.#fit();
  }

  write(text) {
    this.box.value = text;
    this.box.focus();
    this.#fit();
  }

  async send() {
    const text = this.box.value.trim();
    if (!text) return;
    const { editing } = this;
    const extra = this.reset();
    if (editing) await this.pane.act("edit", { message_id: editing.message_id, text });
    else await this.pane.act("say", { text, ...extra });
  }

  // Empties the text box; what it answers is given back, for the message that goes out instead.
  reset() {
    const extra = this.target ? { reply_to: this.target.message_id } : {};
    [this.target, this.editing] = [null, null];
    this.box.value = "";
    this.context.hidden = true;
    this.#fit();
    return extra;
  }

  #context(title, words) {
    const cancel = iconButton("close", "取消", () => this.reset());
    this.context.replaceChildren(el("span", {}, el("b", {}, title), words), cancel);
    this.context.hidden = false;
    this.box.focus();
  }

  #fit() {
    this.box.style.height = "auto";
    this.box.style.height = `${Math.min(this.box.scrollHeight, 140)}px`;
    this.sendButton.classList.toggle("ready", this.box.value.trim() !== "");
    if (this.editing) this.inline.close();
    else this.inline.typed(this.box.value);
  }

  #key(event) {
    if (event.key === "Escape") this.reset();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    if (this.inline.waiting) return;
    if (this.inline.first) this.inline.first.click();
    else this.send();
  }

  #replyKey(key, keyboard) {
    const tap = () => {
      if (keyboard.one_time_keyboard) this.keysOpen = false;
      this.refresh();
      if (key.request_contact) return this.pane.act("send", { kind: "contact" });
      if (key.request_location) return this.pane.act("send", { kind: "location" });
      return this.pane.act("say", { text: key.text });
    };
    return el("button", { type: "button", class: "key", onclick: tap }, key.text);
  }

  #commands() {
    const items = this.pane.commands().map(({ command, description }) => this.#item([el("b", {}, `/${command}`), el("small", {}, description)], () => this.pane.act("say", { text: `/${command}` })));
    this.#open(items);
  }

  #attachments() {
    const send = async (make) => this.pane.act("send", { ...(await make()), ...this.reset() });
    const album = async () => this.pane.act("album", { files: await Promise.all([samplePhoto("证据一", 200), samplePhoto("证据二", 150), samplePhoto("证据三", 30)]) });
    this.#open([
      this.#item([icon("picture"), "选照片（可多选）…"], () => this.#choose("photo", "image/png,image/jpeg,image/gif,image/webp")),
      this.#item([icon("doc"), "选文件…"], () => this.#choose("document", "")),
      this.#item([icon("picture"), "示例照片"], () => send(() => samplePhoto("车间照片", 200))),
      this.#item([icon("keys"), "示例相册"], album),
      this.#item([icon("doc"), "示例文件"], () => send(sampleDocument)),
      this.#item([icon("mic"), "示例语音"], () => send(sampleVoice)),
      this.#item([icon("face"), "贴纸"], () => send(() => ({ kind: "sticker" }))),
      this.#item([icon("person"), "我的名片"], () => send(() => ({ kind: "contact" }))),
      this.#item([icon("place"), "位置"], () => send(() => ({ kind: "location" }))),
      this.#item([icon("bars"), "投票"], () => send(() => ({ kind: "poll", question: "食堂几点开门？", options: ["六点", "七点"] }))),
    ]);
  }

  #item(content, onclick) {
    return el("button", { type: "button", class: "item", onclick: () => { this.menu.hidden = true; onclick(); } }, content);
  }

  #open(items) {
    const same = !this.menu.hidden && this.menu.childElementCount === items.length;
    this.menu.replaceChildren(...items);
    this.menu.hidden = same;
  }

  #choose(kind, accept) {
    const input = el("input", { type: "file", multiple: true, accept });
    input.addEventListener("change", async () => {
      const files = await Promise.all([...input.files].map((file) => fromFile(file, kind)));
      const extra = this.reset();
      if (files.length > 1) await this.pane.act("album", { files });
      else if (files.length === 1) await this.pane.act("send", { ...files[0], ...extra });
    });
    input.click();
  }
}
