import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTestApp, type TestApp } from '../../test/test-app.js';
import { PageContentRegistry } from './page-content.registry.js';
import { html } from './safe-html.js';

const INDEX =
  '<!doctype html><html lang="en"><head><title>Teabreak</title></head><body><div id="root"></div></body></html>';
const HOSTILE = '</title></script><script>alert(1)</script><!-- $& "\' &';

describe('pages', () => {
  let test: TestApp;
  let webDir: string;
  beforeAll(async () => {
    webDir = await mkdtemp(join(tmpdir(), 'teabreak-web-'));
    await mkdir(join(webDir, 'assets'));
    await writeFile(join(webDir, 'index.html'), INDEX);
    await writeFile(join(webDir, 'assets/app-1a2b3c.js'), `console.log('${'tea'.repeat(1000)}')`);
    await writeFile(join(webDir, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    test = await createTestApp({ features: [], config: { webDir } });
    const contents = test.app.get(PageContentRegistry);
    contents.register('/probe/:name', async ({ name = '' }, { locale }) => {
      if (name === 'gone') return null;
      if (name === 'broken') throw new Error('no database');
      const text = name === 'hostile' ? HOSTILE : name;
      return {
        title: `${text} ${locale}`,
        description: text,
        html: html`<h1>${text}</h1>${[html`<i>${text}</i>`]}`,
        data: { text },
        image: '/cover.png',
      };
    });
  });
  afterAll(async () => {
    await test.close();
    await rm(webDir, { recursive: true });
  });

  it('carry their content before any script runs, in the reader’s language', async () => {
    const { text, headers } = await test.http.get('/probe/tea').set('accept-language', 'zh-CN').expect(200);
    expect(text).toContain('<html lang="zh-CN"');
    expect(text).toContain('<title>tea zh-CN</title>');
    expect(text).toContain('<div id="root"><h1>tea</h1><i>tea</i></div>');
    expect(text).toContain('<script type="application/json" id="page-data">{"text":"tea"}</script>');
    expect(text).toContain('<meta property="og:image" content="http://teabreak.test/cover.png">');
    expect(headers).toMatchObject({ 'cache-control': 'no-cache', vary: expect.stringContaining('Accept-Language') });
  });

  it('let nothing out of its place, whatever an organizer types', async () => {
    const { text } = await test.http.get('/probe/hostile').expect(200);
    expect(text).not.toContain('<script>alert');
    expect(text.match(/<\/title>/gu)).toHaveLength(1);
    expect(text.match(/<script/gu)).toHaveLength(1);
    const data = /id="page-data">(.*?)<\/script>/u.exec(text)?.[1];
    expect(JSON.parse(String(data))).toEqual({ text: HOSTILE });
  });

  it('are the application itself for every other path, with 404 where a feature says so', async () => {
    await test.http.get('/').expect(200).expect(INDEX);
    await test.http.get('/any/where?x=1').expect(200);
    await test.http.get('/probe/gone').expect(404).expect('content-type', /html/u);
  });

  it('still come when their content cannot be had', async () => {
    await test.http.get('/probe/broken').expect(200).expect(INDEX);
  });

  it('bring files: hashed ones for ever, others checked again', async () => {
    const asset = await test.http.get('/assets/app-1a2b3c.js').expect(200);
    expect(asset.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': expect.stringMatching(/br|gzip/u),
    });
    await test.http.get('/favicon.svg').expect(200).expect('cache-control', 'no-cache').expect('content-type', /svg/u);
  });

  it.each([
    '/assets/none.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%00.js',
  ])('have no file %s', async (path) => {
    const { status, text } = await test.http.get(path);
    expect([400, 403, 404]).toContain(status);
    expect(text).not.toContain('teabreak-web');
  });

  it('leave /api to the API', async () => {
    const { body } = await test.http.get('/api/unknown.json').expect(404);
    expect(body.code).toBe('not_found');
  });

  it('say plainly when the application has not been built', async () => {
    const bare = await createTestApp({ features: [] });
    await bare.http
      .get('/')
      .expect(503)
      .expect(/has not been built/u);
    await bare.http.get('/favicon.ico').expect(404);
    await bare.close();
  });
});
