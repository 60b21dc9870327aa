// A worker that is asked and answers; one that falls silent or over is started anew for the next question.
export class Helper {
  #worker = null;
  #next = 1;
  #asked = new Map();

  constructor(address, patience) {
    Object.assign(this, { address, patience, can: typeof Worker === "function" });
  }

  #start() {
    const worker = new Worker(this.address, { type: "module" });
    worker.addEventListener("message", ({ data: { id, failed, ...answer } }) => {
      const { resolve, reject } = this.#take(id);
      if (failed === undefined) resolve(answer);
      else reject(new Error(failed));
    });
    worker.addEventListener("error", () => this.#stop(new Error("the worker fell over")));
    return worker;
  }

  #take(id) {
    const asked = this.#asked.get(id) ?? { resolve() {}, reject() {} };
    clearTimeout(asked.late);
    this.#asked.delete(id);
    return asked;
  }

  #stop(reason) {
    this.#worker?.terminate();
    this.#worker = null;
    for (const id of [...this.#asked.keys()]) this.#take(id).reject(reason);
  }

  /** The answer to a question; rejects where the worker says that it failed, or says nothing for too long. */
  ask(question) {
    this.#worker ??= this.#start();
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#stop(new Error("the worker is silent")), this.patience);
      this.#asked.set(id, { resolve, reject, late });
      this.#worker.postMessage({ id, ...question });
    });
  }
}
