import { newId } from './new-id.js';

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u;

describe('newId', () => {
  const original = globalThis.crypto;
  const withCrypto = (value: Partial<Crypto>) =>
    Object.defineProperty(globalThis, 'crypto', { value, configurable: true });
  afterEach(() => withCrypto(original));

  it('makes a UUID where the browser offers none, as on plain http', () => {
    withCrypto({
      getRandomValues: ((bytes: Uint8Array) => {
        for (let index = 0; index < bytes.length; index += 1) bytes[index] = Math.floor(Math.random() * 256);
        return bytes;
      }) as Crypto['getRandomValues'],
    });
    const ids = Array.from({ length: 200 }, newId);
    for (const id of ids) expect(id).toMatch(UUID_4);
    expect(new Set(ids).size).toBe(200);
  });

  it('uses the browser’s own where there is one', () => {
    withCrypto({ randomUUID: () => '2b8f1f0e-6f0a-4f27-9a58-0d3f6f2a7c11' });
    expect(newId()).toBe('2b8f1f0e-6f0a-4f27-9a58-0d3f6f2a7c11');
  });
});
