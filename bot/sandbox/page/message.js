// One message, or one album, as a bubble.

import { avatar, clock, duration, el, fileSize, icon, iconButton } from "./dom.js";
import { rich } from "./rich.js";
import { fileUrl } from "./store.js";

const NAMES = { photo: "照片", video: "视频", voice: "语音", audio: "音频", document: "文件", sticker: "贴纸", contact: "联系人", location: "位置", poll: "投票", animation: "动图", video_note: "视频留言" };

export function summary(message) {
  const kind = Object.keys(NAMES).find((name) => message[name]);
  const words = message.text ?? message.caption ?? "";
  return `${kind ? `[${NAMES[kind]}] ` : ""}${words}`.trim() || "消息";
}

// `view` is what the pane offers: who looks, who is known, and what a press or an action does.
export function bubble(messages, view) {
  const first = messages[0];
  const service = serviceText(first, view);
  if (service) return el("div", { class: "service" }, service);
  const own = first.from.id === view.viewer();
  const sender = view.sender(first.from);
  const side = own ? "own" : "other";
  const words = messages.find((message) => message.caption || message.text) ?? first;
  const body = el(
    "div",
    { class: `bubble ${first.sticker ? "bare" : ""}` },
    view.group && !own && el("span", { class: "from", colour: sender.colour }, sender.name, el("small", {}, sender.role)),
    first.forward_origin && el("span", { class: "forwarded" }, `转发自 ${first.forward_origin.sender_user?.first_name ?? "未知"}`),
    first.via_bot && via(first.via_bot, view),
    quoted(first, view),
    media(messages, view),
    text(words, view),
    el("span", { class: "foot" }, first.has_protected_content && el("i", { title: "不能转发" }, "🔒"), messages.some((m) => m.edit_date) && el("i", {}, "已编辑"), el("time", {}, clock(first.date))),
    reactions(first),
  );
  return el(
    "article",
    { class: `message ${side}`, tabindex: "0", "data-id": first.message_id },
    view.group && !own && avatar(sender.name, sender.colour),
    el("div", { class: "stack" }, body, keyboard(first, view)),
    actions(first, own, view),
  );
}

function text(message, view) {
  const words = message.text ?? message.caption;
  if (!words) return null;
  return el("div", { class: "text" }, rich(words, message.entities ?? message.caption_entities, view.say));
}

function via(bot, view) {
  return el("button", { type: "button", class: "via", title: "也用它查一条", onclick: () => view.write(`@${bot.username} `) }, `via @${bot.username}`);
}

function quoted(message, view) {
  const target = message.reply_to_message;
  if (!target) return null;
  const sender = view.sender(target.from);
  const live = view.find(target.message_id) ?? target;
  const go = () => view.jump(target.message_id);
  const words = message.quote?.text ?? summary(live);
  return el("button", { type: "button", class: "quoted", colour: sender.colour, onclick: go }, el("b", {}, sender.name), el("span", {}, words));
}

function reactions(message) {
  if (!message.reactions?.length) return null;
  const counts = new Map();
  for (const face of message.reactions) counts.set(face.emoji, (counts.get(face.emoji) ?? 0) + 1);
  return el("span", { class: "reactions" }, [...counts].map(([face, n]) => el("i", {}, n > 1 ? `${face} ${n}` : face)));
}

function keyboard(message, view) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows) return null;
  return el("div", { class: "inline-keyboard" }, rows.map((row) => el("div", { class: "row" }, row.map((button) => key(message, button, view)))));
}

function key(message, button, view) {
  if (button.url) {
    return el("a", { class: "key", href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text, el("sup", {}, "↗"));
  }
  const press = async (event) => {
    const node = event.currentTarget;
    if (button.copy_text) return navigator.clipboard?.writeText(button.copy_text.text);
    if (button.switch_inline_query_current_chat !== undefined) return view.write(`@${view.botName()} ${button.switch_inline_query_current_chat}`);
    if (!button.callback_data) return view.toast("沙盒里按不了这种按钮");
    node.classList.add("busy");
    setTimeout(() => node.classList.remove("busy"), 900);
    return view.act("press", { message_id: message.message_id, data: button.callback_data });
  };
  const style = ["primary", "success", "danger"].includes(button.style) ? button.style : "";
  return el("button", { type: "button", class: `key ${style}`, onclick: press }, button.text);
}

function actions(message, own, view) {
  if (!view.canAct()) return null;
  return el(
    "div",
    { class: "actions" },
    iconButton("reply", "回复", () => view.reply(message)),
    !own && iconButton("face", "点赞或取消", () => view.act("react", { message_id: message.message_id, emoji: message.reactions?.length ? "" : "👍" })),
    own && !message.via_bot && (message.text || message.caption) && iconButton("edit", "修改", () => view.edit(message)),
    own && iconButton("bin", "删除", () => view.act("delete", { message_id: message.message_id })),
  );
}

function media(messages, view) {
  if (messages.length > 1 && messages.every((m) => m.photo || m.video)) {
    return el("div", { class: `album n${Math.min(messages.length, 4)}` }, messages.map((message) => picture(message, view)));
  }
  return messages.map((message) => single(message, view));
}

function single(message, view) {
  if (message.photo) return picture(message, view);
  if (message.voice) return sound(message.voice, "语音");
  if (message.audio) return sound(message.audio, message.audio.title ?? message.audio.file_name);
  if (message.sticker) return el("span", { class: "sticker" }, message.sticker.emoji ?? "🙂");
  if (message.video || message.animation || message.video_note) return picture(message, view);
  if (message.document) return attachment(message.document);
  if (message.contact) return card("person", message.contact.first_name, message.contact.phone_number);
  if (message.location) return card("place", "位置", `${message.location.latitude}, ${message.location.longitude}`);
  if (message.poll) return card("bars", message.poll.question, message.poll.options.map((option) => option.text).join(" / "));
  return null;
}

function picture(message, view) {
  const film = message.video ?? message.animation ?? message.video_note;
  if (film) return el("span", { class: "film" }, icon("play"), el("small", {}, `${NAMES.video} ${duration(film.duration ?? 0)}`));
  const best = message.photo.at(-1);
  const url = fileUrl(best.file_id);
  const image = el("img", { src: url, alt: message.caption ?? "照片", width: best.width, height: best.height, loading: "lazy" });
  const hidden = message.has_media_spoiler ? "veiled" : "";
  return el("button", { type: "button", class: `picture ${hidden}`, title: "放大", onclick: (event) => (event.currentTarget.classList.contains("veiled") ? event.currentTarget.classList.remove("veiled") : view.zoom(url)) }, image);
}

function sound(file, name) {
  const button = el("button", { type: "button", class: "round", "aria-label": `播放${name}` }, icon("play"));
  let audio = null;
  const show = (name) => button.replaceChildren(icon(name));
  button.addEventListener("click", () => {
    audio ??= Object.assign(new Audio(fileUrl(file.file_id)), { onended: () => show("play"), onerror: () => show("play") });
    if (!audio.paused) return audio.pause(), show("play");
    show("pause");
    return audio.play().catch(() => show("play"));
  });
  const bars = Array.from({ length: 26 }, (_, i) => el("i", { class: `h${1 + ((i * 7 + file.file_id.length * 3 + (i % 3) * 5) % 6)}` }));
  return el("div", { class: "sound", title: name }, button, el("span", { class: "wave" }, bars), el("small", {}, duration(file.duration ?? 0)));
}

function attachment(file) {
  const link = { class: "card", href: fileUrl(file.file_id), download: file.file_name };
  return el("a", link, el("span", { class: "round" }, icon("doc")), el("span", {}, el("b", {}, file.file_name ?? "文件"), el("small", {}, fileSize(file.file_size ?? 0))));
}

function card(sign, title, note) {
  return el("span", { class: "card" }, el("span", { class: "round" }, icon(sign)), el("span", {}, el("b", {}, title), el("small", {}, note)));
}

function serviceText(message, view) {
  if (message.pinned_message) return `${message.from.first_name} 置顶了「${summary(view.find(message.pinned_message.message_id) ?? message.pinned_message)}」`;
  if (message.left_chat_member) return `${message.left_chat_member.first_name} 离开了`;
  if (message.new_chat_members) return `${message.new_chat_members.map((user) => user.first_name).join("、")} 加入了`;
  return null;
}
