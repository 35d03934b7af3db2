import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from './load-config.js';
import { StartError } from './start-error.js';

describe('loadConfig', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'teabreak-config-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('needs no setting at all', () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    expect(config).toMatchObject({ port: 3000, nodeEnv: 'production', logLevel: 'info', secure: false, trustProxy: 0 });
    expect(config.publicUrl).toMatch(/^http:\/\/[\w.]+:3000$/u);
  });

  it('takes an empty value for a missing one', () => {
    expect(loadConfig({ DATA_DIR: dataDir, PORT: '', REDIS_URL: ' ' })).toMatchObject({
      port: 3000,
      redisUrl: undefined,
    });
  });

  it('names every wrong setting at once, with what it may be, and repeats no password', () => {
    const wrong = {
      DATA_DIR: dataDir,
      PORT: '80000',
      BASE_URL: 'https://tea.example.org/path',
      DATABASE_URL: 'mysql://me:secret@db',
      LOG_LEVEL: 'loud',
      SECRET_KEY: 'hush',
    };
    const attempt = () => loadConfig(wrong);
    expect(attempt).toThrow(StartError);
    const message = messageOf(attempt);
    expect(message).toContain('PORT must be a whole number from 1 to 65535; it is "80000".');
    expect(message).toContain('BASE_URL must be an origin such as https://tea.example.org');
    expect(message).toContain('DATABASE_URL must be a URL that starts with postgres:// or postgresql://');
    expect(message).toContain('LOG_LEVEL must be one of fatal, error');
    expect(message).toContain('SECRET_KEY must have at least 32 characters');
    expect(message).not.toMatch(/secret@|hush/u);
    expect(message.match(/PORT/gu)).toHaveLength(1);
  });

  it.each(['3000x', '-1', '0', '3.5', '65536'])('refuses PORT=%s', (PORT) => {
    expect(() => loadConfig({ DATA_DIR: dataDir, PORT })).toThrow(/PORT/u);
  });

  it('has the demo unless it is turned off', () => {
    expect(loadConfig({ DATA_DIR: dataDir }).demo).toBe(true);
    expect(loadConfig({ DATA_DIR: dataDir, DEMO: 'off' }).demo).toBe(false);
    expect(() => loadConfig({ DATA_DIR: dataDir, DEMO: 'maybe' })).toThrow(/DEMO must be on or off; it is "maybe"/u);
  });

  it.each([
    ['https://vectors.example.org/v1', 'https://vectors.example.org/v1/embeddings'],
    ['https://vectors.example.org/v1/', 'https://vectors.example.org/v1/embeddings'],
    ['http://localhost:11434', 'http://localhost:11434/embeddings'],
    ['https://vectors.example.org/v1/embeddings/', 'https://vectors.example.org/v1/embeddings'],
    [
      'https://vectors.example.org/deployments/tea?api-version=1',
      'https://vectors.example.org/deployments/tea/embeddings?api-version=1',
    ],
  ])('EMBEDDINGS_URL=%s asks %s', (EMBEDDINGS_URL, url) => {
    const { embeddings } = loadConfig({ DATA_DIR: dataDir, EMBEDDINGS_URL });
    expect(embeddings).toEqual({ url, key: undefined, model: 'text-embedding-3-small' });
  });

  it('asks nobody how close texts are unless told whom, and says what is wrong without repeating a key', () => {
    expect(loadConfig({ DATA_DIR: dataDir, EMBEDDINGS_KEY: 'sk-1', EMBEDDINGS_MODEL: 'm' }).embeddings).toBeUndefined();
    const attempt = (wrong: Record<string, string>) => messageOf(() => loadConfig({ DATA_DIR: dataDir, ...wrong }));
    expect(attempt({ EMBEDDINGS_URL: 'vectors.example.org' })).toContain(
      'EMBEDDINGS_URL must be a URL that starts with http:// or https://; it is something else.',
    );
    expect(attempt({ EMBEDDINGS_URL: 'ftp://vectors.example.org' })).toContain('EMBEDDINGS_URL must be a URL');
    const inUrl = attempt({ EMBEDDINGS_URL: 'https://me:hush@vectors.example.org' });
    expect(inUrl).toContain('EMBEDDINGS_URL must hold no user name or password');
    const wrong = attempt({ EMBEDDINGS_KEY: 'hush\r\nx: y', EMBEDDINGS_MODEL: 'two words' });
    expect(wrong).toContain('EMBEDDINGS_KEY must be at most 1000 letters, digits and signs without spaces');
    expect(wrong).toContain('EMBEDDINGS_MODEL must be at most 200 letters, digits and signs without spaces');
    expect(inUrl + wrong).not.toContain('hush');
  });

  it('takes only BASE_URL for its own origin', () => {
    const config = loadConfig({ DATA_DIR: dataDir, BASE_URL: 'https://tea.example.org/' });
    expect(config).toMatchObject({ publicUrl: 'https://tea.example.org', secure: true });
    expect(config.allowedOrigins()).toEqual(['https://tea.example.org']);
  });

  it('takes both spellings of a loopback BASE_URL', () => {
    const config = loadConfig({ DATA_DIR: dataDir, PORT: '4000', BASE_URL: 'http://127.0.0.1:4000' });
    expect(config.allowedOrigins()).toEqual(expect.arrayContaining(['http://127.0.0.1:4000', 'http://localhost:4000']));
  });

  it('without BASE_URL takes every address of this machine, with its port only', () => {
    const origins = loadConfig({ DATA_DIR: dataDir, PORT: '4000' }).allowedOrigins();
    expect(origins).toEqual(
      expect.arrayContaining(['http://localhost:4000', 'http://127.0.0.1:4000', 'http://[::1]:4000']),
    );
    expect(origins.every((origin) => origin.endsWith(':4000'))).toBe(true);
  });

  it('makes a secret key once, that only its owner may read', () => {
    const first = loadConfig({ DATA_DIR: dataDir }).secretKey;
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(loadConfig({ DATA_DIR: dataDir }).secretKey).toBe(first);
    expect(readFileSync(join(dataDir, 'secret-key'), 'utf8')).toBe(first);
    expect(statSync(join(dataDir, 'secret-key')).mode & 0o077).toBe(0);
  });
});

function messageOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}
