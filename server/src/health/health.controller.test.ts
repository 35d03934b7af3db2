import { createTestApp, type TestApp } from '../../test/test-app.js';
import { Readiness } from './readiness.js';

describe('health', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ features: [] });
  });
  afterAll(() => test.close());

  it('needs no session and says only that it is well', async () => {
    await test.http.get('/api/health/live').expect(200, { status: 'ok' });
    await test.http.get('/api/health/ready').expect(200, { status: 'ok' });
  });

  it('F16: is not ready once the process begins to stop, but still alive', async () => {
    test.app.get(Readiness).draining = true;
    await test.http.get('/api/health/ready').expect(503).expect('retry-after', '2');
    await test.http.get('/api/health/live').expect(200);
    test.app.get(Readiness).draining = false;
  });
});
