/** Something that goes wrong on purpose; every given field must match for it to apply. */
export type Fault = {
  readonly method?: string;
  /** A part of the path, or a pattern for it. */
  readonly path?: string | RegExp;
  /** How many requests it hits; every one until `clear` when absent. */
  readonly times?: number;
  /** Waits on the simulator's clock before anything else happens. */
  readonly delayMs?: number;
  /** Answers with this status and leaves the account untouched. */
  readonly status?: number;
  /** The code in the error body of `status`. */
  readonly errorCode?: string;
  /** Never answers: before the request was taken, or after it took effect. */
  readonly hang?: 'before' | 'after-accept';
  /** Breaks the connection: before the request was taken, or after it took effect. */
  readonly reset?: 'before' | 'after-accept';
  /** Sends only half of the body and breaks the connection. */
  readonly truncate?: boolean;
  /** Replaces the body, JSON or not. */
  readonly body?: string;
  /** Added to the answer's headers; an empty text removes one. */
  readonly headers?: Readonly<Record<string, string>>;
};

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
};

export type FaultBook = Faults & {
  /** The oldest fault for this request, which is then spent once. */
  take(method: string, path: string): Fault | undefined;
};

export function createFaults(): FaultBook {
  let entries: { readonly fault: Fault; left: number }[] = [];
  return {
    add(fault) {
      entries.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear() {
      entries = [];
    },
    take(method, path) {
      const entry = entries.find(({ fault }) => matches(fault, method, path));
      if (!entry) return undefined;
      entry.left -= 1;
      entries = entries.filter((other) => other.left > 0);
      return entry.fault;
    },
  };
}

function matches(fault: Fault, method: string, path: string): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== method) return false;
  if (fault.path === undefined) return true;
  return typeof fault.path === 'string' ? path.includes(fault.path) : fault.path.test(path);
}
