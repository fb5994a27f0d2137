// What the page knows: the state at the beginning, then one event after the other.

export class Store {
  constructor() {
    this.people = new Map();
    this.chats = new Map();
    this.listeners = [];
  }

  async load() {
    const state = await (await fetch("/sandbox/state")).json();
    this.bot = state.bot;
    this.inline = state.inline;
    this.description = state.description;
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.chats = new Map(
      state.chats.map((chat) => [
        chat.card.id,
        { ...chat, messages: new Map(chat.messages.map((message) => [message.message_id, message])) },
      ]),
    );
  }

  listen(onLine) {
    const source = new EventSource("/sandbox/events");
    source.onopen = () => {
      onLine(true);
      this.#inTurn({ type: "reload" });
    };
    source.onerror = () => onLine(false);
    source.onmessage = (message) => this.#inTurn(JSON.parse(message.data));
  }

  // One after the other: an event that comes while the state is loaded is applied after it, never lost.
  #inTurn(event) {
    this.turn = (this.turn ?? Promise.resolve()).then(async () => {
      if (event.type === "reload" || event.type === "commands") await this.load();
      this.#take(event);
      this.#say(event);
    }).catch((error) => console.error(error));
  }

  #take(event) {
    const chat = this.chats.get(event.chat_id);
    if (event.type === "message") chat?.messages.set(event.message.message_id, event.message);
    if (event.type === "deleted") chat?.messages.delete(event.message_id);
    if (event.type === "keyboard") chat.keyboard = event.keyboard;
    if (event.type === "pinned") chat.pinned = event.pinned;
    if (event.type === "members" && chat) chat.members = event.members;
    if (event.type === "person") Object.assign(this.people.get(event.chat_id), event, { type: undefined });
  }

  #say(event) {
    for (const listener of this.listeners) listener(event);
  }
}

export async function act(person, deed, body = {}) {
  const response = await fetch(`/sandbox/people/${person}/${deed}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!answer.ok) throw new Error(answer.problem);
  return answer.result;
}

export function fileUrl(fileId) {
  return `/sandbox/files/${encodeURIComponent(fileId)}`;
}
