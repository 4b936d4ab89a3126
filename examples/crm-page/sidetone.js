/** What went wrong, in the sentence that Sidetone has for it. */
export class SidetoneError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `Sidetone answered ${status}`);
    this.status = status;
    this.code = problem?.code;
    /** Of a call that now waits on a card. */
    this.sessionId = problem?.session_id;
  }
}

/** Sidetone on this computer, as a page or a program asks it. */
export function createSidetone({ url, token, fetch = globalThis.fetch, headers: more = {} }) {
  const headers = { ...more, Authorization: `Bearer ${token}` };

  async function ask(path, body, key) {
    const response = await fetch(`${url}/api/v1${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...headers,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    if (!response.ok) throw new SidetoneError(response.status, answer);
    return answer;
  }

  /** Events one after the other, until the signal; after a break it goes on where it was. */
  async function* events({ types = [], signal } = {}) {
    let last;
    for (;;) {
      if (signal?.aborted) return;
      const query = types.length > 0 ? `?types=${types.join(',')}` : '';
      const response = await fetch(`${url}/api/v1/events${query}`, {
        headers: { ...headers, ...(last !== undefined && { 'Last-Event-ID': last }) },
        signal,
      });
      if (!response.ok) throw new SidetoneError(response.status, await response.json());
      for await (const event of readEvents(response.body)) {
        last = event.id ?? last;
        yield event;
      }
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }

  return {
    status: () => ask('/ringcentral/status'),
    call: (to, key) => ask('/ringcentral/call', { to_number: to }, key),
    text: (to, message, key) => ask('/ringcentral/sms', { to_number: to, message }, key),
    notesOf: (number) => ask(`/notes?number=${encodeURIComponent(number)}&limit=5`),
    addNote: (number, text) => ask('/notes', { number, text }),
    events,
  };
}

/** The events of one connection: an id, a type, and what it is about. */
async function* readEvents(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const frames = (rest + value).split('\n\n');
      rest = frames.pop();
      for (const frame of frames) {
        const fields = Object.fromEntries(
          frame.split('\n').map((line) => {
            const colon = line.indexOf(':');
            return [line.slice(0, colon), line.slice(colon + 1).trimStart()];
          }),
        );
        if (fields.event === undefined) continue;
        yield { id: fields.id, type: fields.event, data: JSON.parse(fields.data).data ?? {} };
      }
    }
  } catch {
    // Cut off: whoever asked comes back.
  } finally {
    reader.releaseLock();
  }
}
