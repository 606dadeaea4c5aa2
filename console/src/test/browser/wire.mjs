// The network between a browser and a control plane, which can be cut and mended.
import net from "node:net";

export class Wire {
  #target;
  #sockets = new Set();
  #server;
  #cut = false;

  constructor(target) {
    this.#target = new URL(target);
  }

  async start() {
    this.#server = net.createServer((from) => this.#carry(from));
    await new Promise((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    return this;
  }

  #carry(from) {
    if (this.#cut) {
      from.destroy();
      return;
    }
    const to = net.connect(Number(this.#target.port), this.#target.hostname);
    for (const [one, other] of [
      [from, to],
      [to, from],
    ]) {
      this.#sockets.add(one);
      one.on("data", (bytes) => other.write(bytes));
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.on("error", () => one.destroy());
    }
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  cut() {
    this.#cut = true;
    this.#sockets.forEach((socket) => socket.destroy());
  }

  mend() {
    this.#cut = false;
  }

  stop() {
    this.cut();
    this.#server.close();
  }
}
