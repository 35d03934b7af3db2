import { api } from './api-client.js';
import { ApiError } from './api-error.js';

const { fn, spyOn, restoreAllMocks } = import.meta.jest;
const answer = (status: number, body: string) =>
  ({ status, headers: new Map(), text: () => Promise.resolve(body) }) as unknown as Response;
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

function network(...answers: (() => Promise<Response>)[]) {
  const calls = fn<Promise<Response>, [string, RequestInit]>();
  for (const one of answers) calls.mockImplementationOnce(one);
  globalThis.fetch = calls as unknown as typeof fetch;
  return calls;
}

beforeEach(() => {
  // No real waiting between tries.
  spyOn(Math, 'random').mockReturnValue(-0.5);
});
afterEach(() => restoreAllMocks());

it('sends the header that only our pages can send, and the reader’s language', async () => {
  const calls = network(() => Promise.resolve(answer(200, '{"ok":1}')));
  await expect(api.post('/api/x', { a: 1 })).resolves.toEqual({ ok: 1 });
  const [path, request] = calls.mock.calls[0]!;
  expect(path).toBe('/api/x');
  expect(request).toMatchObject({ method: 'POST', credentials: 'same-origin', body: '{"a":1}' });
  expect(request.headers).toMatchObject({
    'x-teabreak': '1',
    'accept-language': 'en',
    'content-type': 'application/json',
  });
});

it('leaves out what a query does not say', async () => {
  const calls = network(() => Promise.resolve(answer(200, 'null')));
  await api.get('/api/x', { query: { q: '张 三', after: null, all: false, none: '' } });
  expect(calls.mock.calls[0]![0]).toBe('/api/x?q=%E5%BC%A0+%E4%B8%89&all=false');
});

it('turns a refusal into its code, sentence and fields', async () => {
  const fields = [{ field: 'email', code: 'invalid_format', message: 'This does not look right.' }];
  network(() =>
    Promise.resolve(answer(400, JSON.stringify({ code: 'invalid_input', message: 'Look again.', fields }))),
  );
  const error = await api.post('/api/x').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({
    status: 400,
    code: 'invalid_input',
    message: 'Look again.',
    fields,
    unanswered: false,
  });
});

it('does not believe a proxy’s HTML, whatever its status', async () => {
  network(
    () => Promise.resolve(answer(413, '<html>')),
    () => Promise.resolve(answer(200, '<html>')),
  );
  await expect(api.post('/api/x')).rejects.toMatchObject({ code: 'unreadable', status: 413 });
  await expect(api.post('/api/x')).rejects.toMatchObject({ code: 'unreadable', status: 200 });
});

it('repeats a GET that found no network', async () => {
  const calls = network(lost, lost, () => Promise.resolve(answer(200, '7')));
  await expect(api.get('/api/x')).resolves.toBe(7);
  expect(calls).toHaveBeenCalledTimes(3);
});

it('gives up a GET after the third try, as offline', async () => {
  const calls = network(lost, lost, lost, lost);
  await expect(api.get('/api/x')).rejects.toMatchObject({ code: 'offline', status: 0, unanswered: true });
  expect(calls).toHaveBeenCalledTimes(3);
});

it('never repeats what writes: it may have happened', async () => {
  const calls = network(lost, () => Promise.resolve(answer(200, '7')));
  await expect(api.post('/api/x')).rejects.toMatchObject({ code: 'offline' });
  expect(calls).toHaveBeenCalledTimes(1);
});

it('does not repeat a GET that was refused', async () => {
  const calls = network(() => Promise.resolve(answer(404, '{"code":"not_found","message":"Nothing here."}')));
  await expect(api.get('/api/x')).rejects.toMatchObject({ code: 'not_found' });
  expect(calls).toHaveBeenCalledTimes(1);
});

it('says timeout when the server stays silent for 15 seconds', async () => {
  import.meta.jest.useFakeTimers();
  globalThis.fetch = ((_: string, { signal }: RequestInit) =>
    new Promise((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    })) as typeof fetch;
  const waiting = expect(api.post('/api/x')).rejects.toMatchObject({ code: 'timeout', unanswered: true });
  import.meta.jest.advanceTimersByTime(15_000);
  await waiting;
  import.meta.jest.useRealTimers();
});
