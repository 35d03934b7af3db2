import { QueryFailedError } from 'typeorm';
import { createTestApp } from '../../test/test-app.js';
import { createLogger } from './logger.js';

/** A log that keeps its lines. */
function listening() {
  const lines: string[] = [];
  return { lines, logger: createLogger('info', { write: (line: string) => void lines.push(line) }) };
}

describe('the log', () => {
  it('names the failed statement and the constraint, never what was to be written', () => {
    const { lines, logger } = listening();
    const refused = Object.assign(new Error('duplicate key value violates unique constraint "accounts_email_once"'), {
      code: '23505',
      constraint: 'accounts_email_once',
      detail: 'Key (email)=(ada@example.org) already exists.',
      where: 'COPY contacts, line 1: "ada@example.org"',
    });
    const error = new QueryFailedError('INSERT INTO accounts (email) VALUES ($1)', ['ada@example.org'], refused);
    logger.error({ error }, 'request failed');
    expect(lines.join('')).toContain('accounts_email_once');
    expect(lines.join('')).toContain('INSERT INTO accounts');
    expect(lines.join('')).not.toContain('ada@example.org');
  });

  it('names the route of a failed request, not the secret in its path', async () => {
    const { lines, logger } = listening();
    const test = await createTestApp({ logger });
    await test.dataSource.query('ALTER TABLE events RENAME TO gone');
    const token = 'S'.repeat(65);
    expect((await test.http.get(`/api/screen/${'s'.repeat(32)}`)).status).toBe(500);
    expect((await test.http.get(`/api/groups/abcdefgh234`)).status).toBe(500);
    await test.http.get(`/api/claims/${token}`);
    await test.dataSource.query('ALTER TABLE gone RENAME TO events');
    await test.close();
    const log = lines.join('');
    expect(log).toContain('/api/screen/:token');
    expect(log).not.toContain('s'.repeat(32));
    expect(log).not.toContain('abcdefgh234');
    expect(log).not.toContain(token);
  });
});
