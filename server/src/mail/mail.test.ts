import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:net';
import type { MailList } from '@teabreak/shared';
import { createAccount } from '../../test/factories.js';
import { createTestApp, type TestApp } from '../../test/test-app.js';
import { MailDispatcher } from './mail.dispatcher.js';
import { MailService } from './mail.service.js';

type Behaviour = 'accept' | 'refuse' | 'drop-after-data';
/** An SMTP server of a few lines that can also misbehave. */
class FakeSmtp {
  behaviour: (recipient: string) => Behaviour = () => 'accept';
  readonly received: string[] = [];
  private readonly server: Server = createServer((socket) => {
    let data: string | null = null;
    let recipient = '';
    let buffer = '';
    socket.on('error', () => undefined);
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      buffer += chunk.toString();
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (data !== null && line !== '.') {
          data += `${line}\n`;
        } else if (data !== null) {
          this.received.push(data);
          data = null;
          if (this.behaviour(recipient) === 'drop-after-data') socket.destroy();
          else socket.write('250 ok\r\n');
        } else if (line.startsWith('RCPT')) {
          recipient = /<(.*)>/u.exec(line)?.[1] ?? '';
          socket.write(this.behaviour(recipient) === 'refuse' ? '450 later\r\n' : '250 ok\r\n');
        } else if (line === 'DATA') {
          data = '';
          socket.write('354 go\r\n');
        } else {
          socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
        }
      }
    });
  });

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }
  close(): void {
    this.server.close();
  }
}

let smtp: FakeSmtp;
let t: TestApp;
beforeEach(async () => {
  smtp = new FakeSmtp();
  t = await createTestApp({ config: { smtpUrl: await smtp.listen() } });
});
afterEach(async () => {
  await t.close();
  smtp.close();
});

const put = (to: string, subject = 'Hello') =>
  t.app.get(MailService).enqueue(t.dataSource.manager, { to, subject, text: 'Text 茶' });
const send = () => t.app.get(MailDispatcher).sendDue();
const states = async (): Promise<Record<string, string>> => {
  const rows: { recipient: string; state: string }[] = await t.dataSource.query('SELECT recipient, state FROM mails');
  return Object.fromEntries(rows.map(({ recipient, state }) => [recipient, state]));
};

it('delivers, and forgets the text: it may hold a code', async () => {
  await put('a@example.com');
  await send();
  expect(smtp.received).toHaveLength(1);
  expect(smtp.received[0]).toContain('To: a@example.com');
  expect(await t.dataSource.query('SELECT state, body FROM mails')).toEqual([{ state: 'sent', body: '' }]);
});

it('what is not to be sent is kept for the first organizer and leaves for nobody', async () => {
  await t.dataSource.transaction((manager) =>
    t.app
      .get(MailService)
      .enqueue(manager, { to: 'stranger@example.com', subject: 'Demo', text: 'Demo' }, { send: false }),
  );
  await send();
  expect(smtp.received).toEqual([]);
  expect(await states()).toEqual({ 'stranger@example.com': 'kept' });
});

it('two dispatchers share the outbox and send nothing twice', async () => {
  for (let number = 0; number < 30; number += 1) await put(`p${number}@example.com`);
  await Promise.all([send(), send(), send()]);
  expect(smtp.received).toHaveLength(30);
});

it('F25: one address that is refused holds up nobody; after eight tries it is given up', async () => {
  smtp.behaviour = (recipient) => (recipient.startsWith('bad') ? 'refuse' : 'accept');
  await put('bad@example.com');
  await put('good@example.com');
  await send();
  expect(await states()).toEqual({ 'bad@example.com': 'waiting', 'good@example.com': 'sent' });
  await send();
  expect((await t.dataSource.query(`SELECT attempts FROM mails WHERE state = 'waiting'`))[0].attempts).toBe(1);
  for (let attempt = 2; attempt <= 8; attempt += 1) {
    t.clock.advance(2 * 3_600_000);
    await send();
  }
  const [{ state, attempts, last_error: error }] = await t.dataSource.query(
    `SELECT * FROM mails WHERE recipient LIKE 'bad%'`,
  );
  expect([state, attempts, error]).toEqual(['failed', 8, expect.stringContaining('450')]);
});

it('F25: a connection cut after the text was taken: the second copy carries the same Message-ID', async () => {
  smtp.behaviour = () => 'drop-after-data';
  await put('a@example.com');
  await send();
  smtp.behaviour = () => 'accept';
  t.clock.advance(60_000);
  await send();
  const ids = smtp.received.map((mail) => /^Message-ID: (.*)$/imu.exec(mail)?.[1]);
  expect(ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
  expect(ids[0]).toMatch(/@teabreak\.test>$/u);
});

it('F4: a mail written in a transaction that is taken back does not exist', async () => {
  const work = t.dataSource.transaction(async (manager) => {
    await t.app.get(MailService).enqueue(manager, { to: 'a@example.com', subject: 'x', text: 'y' });
    throw new Error('taken back');
  });
  await expect(work).rejects.toThrow('taken back');
  await send();
  expect([smtp.received, await states()]).toEqual([[], {}]);
});

it('a name cannot add a header or a recipient', async () => {
  await put('a@example.com', 'Hi\r\nBcc: evil@example.com\r\n\r\nbody');
  await send();
  expect(smtp.received[0]).not.toMatch(/^Bcc:/imu);
  expect(smtp.received[0]).toMatch(/^Subject: Hi Bcc: evil@example.com body$/mu);
});

it('without SMTP_URL mails are kept for the first organizer to read', async () => {
  const trial = await createTestApp();
  const { cookie } = await createAccount(trial.dataSource, { siteRole: 'first' });
  await trial.http.post('/api/sign-in/codes').send({ email: 'a@example.com', locale: 'en' });
  await trial.app.get(MailDispatcher).sendDue();
  const list: MailList = (await trial.phone({ cookie }).get('/api/mails')).body;
  expect(list).toMatchObject({ delivers: false, mails: [{ to: 'a@example.com', state: 'kept', error: null }] });
  expect(list.mails[0]?.text).toMatch(/\d{6}/u);
  await trial.close();
});
