// Things to send when there is no file at hand.

function base64(buffer) {
  let text = "";
  const bytes = new Uint8Array(buffer);
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

export async function fromFile(file, kind) {
  return { kind, name: file.name, mime: file.type || undefined, content: base64(await file.arrayBuffer()) };
}

export async function samplePhoto(words, hue) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [720, 480];
  const pen = canvas.getContext("2d");
  const sky = pen.createLinearGradient(0, 0, 0, 480);
  sky.addColorStop(0, `hsl(${hue} 45% 78%)`);
  sky.addColorStop(1, `hsl(${hue + 24} 40% 60%)`);
  pen.fillStyle = sky;
  pen.fillRect(0, 0, 720, 480);
  for (const [x, top, tone] of [[0, 300, 48], [180, 240, 42], [420, 330, 36]]) {
    pen.fillStyle = `hsl(${hue + 10} 28% ${tone}%)`;
    pen.beginPath();
    pen.moveTo(x - 120, 480);
    pen.quadraticCurveTo(x + 160, top - 120, x + 460, 480);
    pen.fill();
  }
  pen.fillStyle = "rgb(255 255 255 / 92%)";
  pen.font = "600 44px 'PingFang SC','Noto Sans CJK SC',sans-serif";
  pen.fillText(words, 40, 80);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return { kind: "photo", name: `${words}.png`, mime: "image/png", content: base64(await blob.arrayBuffer()) };
}

export function sampleVoice() {
  const rate = 8000;
  const count = rate * 2;
  const view = new DataView(new ArrayBuffer(44 + count));
  const write = (at, text) => [...text].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  write(0, "RIFF");
  view.setUint32(4, 36 + count, true);
  write(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  [[20, 1], [22, 1], [32, 1], [34, 8]].forEach(([at, value]) => view.setUint16(at, value, true));
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  write(36, "data");
  view.setUint32(40, count, true);
  for (let i = 0; i < count; i += 1) {
    const fade = Math.min(i, count - i, 1600) / 1600;
    const note = [262, 330, 392, 330][Math.floor((i / count) * 4)];
    view.setUint8(44 + i, 128 + 40 * fade * Math.sin((2 * Math.PI * note * i) / rate));
  }
  return { kind: "voice", name: "voice.wav", mime: "audio/wav", details: { duration: 2 }, content: base64(view.buffer) };
}

export function sampleDocument() {
  const text = new TextEncoder().encode("工资条（示例）\n二月：6,500 元\n三月：未发\n");
  return { kind: "document", name: "工资条.txt", mime: "text/plain", content: base64(text.buffer) };
}
