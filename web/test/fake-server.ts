/** `text`: an answer that is not JSON. */
type Answer = { status?: number; body?: unknown; text?: string } | 'no answer';
export type Sent = { method: string; path: string; body: unknown };

/**
 * Answers what the page asks: by "METHOD /path" (without the query). A list is answered one after the other, its last one for
 * ever. Returns what was sent. Anything not named here is a 404, so that a forgotten route fails the test.
 */
export function fakeServer(answers: Record<string, Answer | Answer[]>): Sent[] {
  const sent: Sent[] = [];
  globalThis.fetch = (async (address: unknown, options: RequestInit = {}) => {
    const path = String(address).split('?')[0] ?? '';
    const method = options.method ?? 'GET';
    sent.push({ method, path, body: options.body ? JSON.parse(String(options.body)) : null });
    const given = answers[`${method} ${path}`];
    const answer = Array.isArray(given) ? (given.length > 1 ? given.shift() : given[0]) : given;
    if (answer === 'no answer') throw new TypeError('Failed to fetch');
    const nothing: Answer = { status: 404, body: { code: 'not_found', message: 'Not found' } };
    const { status = 200, body = null, text = JSON.stringify(body) } = answer ?? nothing;
    return { status, text: async () => text, headers: new Headers() } as Response;
  }) as typeof fetch;
  return sent;
}
