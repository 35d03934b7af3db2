import { Writable } from 'node:stream';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { z } from 'zod';
import { FakeSessionsModule, signIn } from '../../test/fake-sessions.js';
import { createTestApp, type TestApp } from '../../test/test-app.js';
import { type Actor, CurrentActor } from './actor.js';
import { DomainError } from './domain-error.js';
import { createLogger } from './logger.js';
import { Public } from './public.js';

const Input = z.strictObject({
  title: z.string().min(1).max(5),
  tags: z.array(z.string().max(2)).max(2),
  kind: z.enum(['a', 'b']),
  count: z.int().min(1).max(9),
  at: z.string().refine((text) => text === 'now', { params: { code: 'ends_before_start' } }),
});
const GOOD = { title: 'Tea', tags: ['x'], kind: 'a', count: 3, at: 'now' };

@Controller('probe')
class ProbeController {
  @Public()
  @Post('input')
  input(@Body({ schema: Input }) input: z.output<typeof Input>) {
    return input;
  }
  @Public()
  @Get('refused')
  refused() {
    throw new DomainError('slug_taken', { field: 'slug' });
  }
  @Public()
  @Get('broken')
  broken() {
    throw new Error('secret detail in /etc/path.ts');
  }
  @Public()
  @Get('busy')
  busy() {
    throw new Error('timeout exceeded when trying to connect');
  }
  @Public()
  @Get('flood')
  flood() {
    throw new DomainError('too_many_requests', { params: { seconds: 7 } });
  }
  @Get('me')
  me(@CurrentActor() actor: Actor) {
    return actor;
  }
  @Public()
  @Get('guest')
  guest(@CurrentActor() actor: Actor | null) {
    return { signedIn: actor !== null };
  }
}
@Module({ controllers: [ProbeController] })
class ProbeModule {}

describe('refusals over HTTP', () => {
  let test: TestApp;
  const log: string[] = [];
  beforeAll(async () => {
    const destination = new Writable({ write: (line, _, next) => next(log.push(String(line)) ? null : null) });
    test = await createTestApp({
      features: [ProbeModule, FakeSessionsModule],
      logger: createLogger('warn', destination),
    });
  });
  afterAll(() => test.close());

  it('names every refused field, with its limit, in the reader’s language', async () => {
    const bad = { title: 'too long', tags: ['x', 'y', 'z'], kind: 'c', count: 10, at: 'then', more: 1 };
    const { body } = await test.http.post('/api/probe/input').set('accept-language', 'zh-CN').send(bad).expect(400);
    expect(body).toMatchObject({ code: 'invalid_input', message: '有些内容需要再检查一下。' });
    expect(body.fields).toEqual(
      expect.arrayContaining([
        { field: 'title', code: 'too_long', message: '最多 5 个字符。' },
        { field: 'tags', code: 'too_many', message: '最多 2 项。' },
        { field: 'kind', code: 'not_allowed', message: '不在可选范围内。' },
        { field: 'count', code: 'out_of_range', message: '超出允许的范围。' },
        { field: 'at', code: 'ends_before_start', message: '结束时间早于开始时间。' },
        { field: 'more', code: 'unknown_field', message: '未知的字段。' },
      ]),
    );
  });

  it('tells a missing field from a wrong one', async () => {
    const { body } = await test.http
      .post('/api/probe/input')
      .send({ ...GOOD, title: undefined, tags: ['x', 'yyy'], kind: 3, count: null })
      .expect(400);
    expect(Object.fromEntries(body.fields.map((f: { field: string; code: string }) => [f.field, f.code]))).toEqual({
      title: 'required',
      'tags.1': 'too_long',
      kind: 'not_allowed',
      count: 'required',
    });
  });

  it.each([[null], [[]], ['text'], [7]])('refuses %j for a body, without failing', async (body) => {
    await test.http
      .post('/api/probe/input')
      .set('content-type', 'application/json')
      .send(JSON.stringify(body))
      .expect(400);
  });

  it('keeps the prototype out of reach', async () => {
    const text = `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
    await test.http.post('/api/probe/input').set('content-type', 'application/json').send(text).expect(400);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('answers a thousand wrong fields with a bounded list', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${index}`, 1]));
    const { body } = await test.http
      .post('/api/probe/input')
      .send({ ...GOOD, ...many })
      .expect(400);
    expect(body.fields).toHaveLength(50);
  });

  it.each([
    [
      'broken JSON',
      400,
      'invalid_json',
      () => test.http.post('/api/probe/input').set('content-type', 'application/json').send('{"a":'),
    ],
    [
      'no body',
      400,
      'invalid_json',
      () => test.http.post('/api/probe/input').set('content-type', 'application/json').send(''),
    ],
    ['101 kB', 413, 'too_large', () => test.http.post('/api/probe/input').send({ title: 'x'.repeat(101_000) })],
    ['a form', 415, 'unsupported_media', () => test.http.post('/api/probe/input').type('form').send('a=1')],
    ['plain text', 415, 'unsupported_media', () => test.http.post('/api/probe/input').type('text/plain').send('{}')],
    ['an unknown path', 404, 'not_found', () => test.http.get('/api/no/such')],
    ['a path that cannot be decoded', 404, 'not_found', () => test.http.get('/api/%E0%A4%A')],
    ['an unknown method', 404, 'not_found', () => test.http.put('/api/probe/input').send({})],
    [
      'a foreign origin',
      403,
      'foreign_origin',
      () => test.http.post('/api/probe/input').set('origin', 'https://evil.example').send(GOOD),
    ],
    ['no session', 401, 'not_signed_in', () => test.http.get('/api/probe/me')],
    [
      'an ended session',
      401,
      'session_ended',
      () => test.http.get('/api/probe/me').set('cookie', 'teabreak_session=gone'),
    ],
  ])('%s → %i %s', async (_, status, code, send) => {
    const { body, headers } = await send().expect(status);
    expect(body).toEqual({ code, message: expect.any(String) });
    expect(body.message).not.toMatch(/\{|undefined/u);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('gives a refused field the sentence of its error', async () => {
    const { body } = await test.http.get('/api/probe/refused').expect(409);
    const message = 'Another event already has this address.';
    expect(body).toEqual({ code: 'slug_taken', message, fields: [{ field: 'slug', code: 'not_allowed', message }] });
  });

  it('keeps our own faults to itself: a reference for the person, the error for the log', async () => {
    const { body, text } = await test.http.get('/api/probe/broken').expect(500);
    const reference = /Reference: (\w{8})/u.exec(body.message)?.[1];
    expect(text).not.toMatch(/secret|path\.ts/u);
    expect(log.find((line) => line.includes(String(reference)))).toContain('secret detail');
  });

  it('says when to come back', async () => {
    await test.http.get('/api/probe/busy').expect(503).expect('retry-after', '2');
    const { body } = await test.http.get('/api/probe/flood').expect(429).expect('retry-after', '7');
    expect(body.message).toContain('7 seconds');
  });

  it('hands the route its actor, null on a public route without a session', async () => {
    const cookie = signIn('ann');
    await test.http
      .get('/api/probe/me')
      .set('cookie', cookie)
      .expect(200, { accountId: 'account-ann', sessionId: 'session-ann', locale: 'en', siteRole: 'none' });
    await test.http.get('/api/probe/guest').set('cookie', cookie).expect(200, { signedIn: true });
    await test.http.get('/api/probe/guest').set('cookie', 'teabreak_session=bad').expect(200, { signedIn: false });
    await test.http.get('/api/probe/guest').expect(200, { signedIn: false });
  });

  it('P3: allows no other origin to be loaded, framed or asked', async () => {
    const { headers } = await test.http.get('/api/health/live');
    const policy = headers['content-security-policy'] as string;
    for (const part of [
      "default-src 'self'",
      "script-src 'self'",
      "object-src 'none'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "connect-src 'self' ws://teabreak.test",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe|upgrade-insecure|https?:/u);
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['permissions-policy']).toContain('camera=(self)');
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('describes itself by the schemas that validate', async () => {
    const { body } = await test.http.get('/api/openapi.json').expect(200);
    const { schema } = body.paths['/api/probe/input'].post.requestBody.content['application/json'];
    expect(schema).toMatchObject({ properties: { title: { maxLength: 5 } }, additionalProperties: false });
    const page = await test.http.get('/api/docs').expect(200);
    expect(page.text).toContain('Teabreak API');
    expect(page.text).not.toMatch(/(src|href)="(https?:)?\/\//u);
  });
});
