// Who works next. Long work is done in steps, and before each it waits for a turn: messages that came meanwhile are handled
// first, then whoever is most urgent goes on, and of those who are alike the one that has waited longest.
//
//   screen      rows that somebody looks at: filtering, sorting, searching
//   counts      facets and histograms beside them
//   background  taking records in, reports, exports

const urgencies = ['screen', 'counts', 'background'] as const;
export type Urgency = (typeof urgencies)[number];

interface Waiting {
  readonly signal: AbortSignal | undefined;
  goOn(): void;
  giveUp(reason: unknown): void;
}

export class Turns {
  readonly #waiting: Readonly<Record<Urgency, Waiting[]>> = { screen: [], counts: [], background: [] };
  #isCalling = false;

  /** Resolves when it is the caller's turn; rejects with the signal's reason instead when that was aborted. */
  next(urgency: Urgency, signal?: AbortSignal): Promise<void> {
    return new Promise((goOn, giveUp) => {
      this.#waiting[urgency].push({ signal, goOn, giveUp });
      this.#call();
    });
  }

  #call(): void {
    if (this.#isCalling) return;
    this.#isCalling = true;
    afterMessages(() => {
      this.#isCalling = false;
      let next = this.#take();
      for (; next?.signal?.aborted; next = this.#take()) next.giveUp(next.signal.reason);
      // The step it takes now comes before the next call: steps are work without a break.
      next?.goOn();
      if (urgencies.some((urgency) => this.#waiting[urgency].length > 0)) this.#call();
    });
  }

  #take(): Waiting | undefined {
    for (const urgency of urgencies) {
      const first = this.#waiting[urgency].shift();
      if (first) return first;
    }
    return undefined;
  }
}

/** A message to oneself comes behind those that are there already; a timer would, after a few of them, wait for milliseconds. */
function afterMessages(call: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    call();
  };
  port2.postMessage(undefined);
}
