import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { inRoot } from './lib/project.mjs';

const read = (...name) => readFileSync(inRoot(...name), 'utf8');
const composeText = read('docker-compose.yml');
const compose = parse(composeText);
const { postgres, server, proxy } = compose.services;
const nginx = read('deploy/nginx.conf');
const dockerfile = read('Dockerfile');

/** Variables that .env.example names, whether switched on or not. */
const documented = new Set([...read('.env.example').matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name));
/** Variables for compose and the tests: the server itself does not read them. */
const notTheServers = ['POSTGRES_PASSWORD', 'HTTP_PORT', 'CHROMIUM_PATH'];

describe('docker-compose.yml', () => {
  it('is PostgreSQL 18, at least two servers, and one proxy that alone is reachable', () => {
    assert.match(postgres.image, /^postgres:18/);
    assert.ok(server.deploy.replicas >= 2);
    assert.equal(server.container_name, undefined, 'a fixed name would forbid replicas');
    assert.deepEqual([postgres.ports, server.ports, proxy.ports?.length], [undefined, undefined, 1]);
  });

  it('keeps data in named volumes, where the images look for it', () => {
    assert.ok(postgres.volumes.includes('database:/var/lib/postgresql'));
    assert.ok(server.volumes.includes('files:/data'));
    assert.match(dockerfile, /DATA_DIR=\/data/);
    assert.deepEqual(Object.keys(compose.volumes).sort(), ['database', 'files']);
  });

  it('has no password of its own: each must be given, and the message says which', () => {
    assert.match(postgres.environment.POSTGRES_PASSWORD, /^\$\{POSTGRES_PASSWORD:\?.*POSTGRES_PASSWORD/);
    assert.match(
      server.environment.DATABASE_URL,
      /^postgres:\/\/teabreak:\$\{POSTGRES_PASSWORD:\?[^}]+\}@postgres:5432\/teabreak$/,
    );
    for (const name of ['SECRET_KEY', 'BASE_URL']) {
      assert.match(server.environment[name], new RegExp(`^\\$\\{${name}:\\?.*${name}`));
    }
  });

  it('starts each part when the one below is healthy', () => {
    assert.equal(server.depends_on.postgres.condition, 'service_healthy');
    assert.equal(proxy.depends_on.server.condition, 'service_healthy');
    assert.ok(postgres.healthcheck.test.join(' ').includes('pg_isready'));
    assert.match(dockerfile, /HEALTHCHECK[\s\S]*\/api\/health\/ready/);
    assert.ok(proxy.healthcheck.test.join(' ').includes('/api/health/ready'));
  });

  it('knows only variables that .env.example explains', () => {
    for (const [, name] of composeText.matchAll(/\$\{([A-Z_]+)/g)) assert.ok(documented.has(name), name);
  });
});

describe('the reverse proxy', () => {
  it('is sticky by the session and finds every replica', () => {
    assert.match(nginx, /hash \$session consistent;/);
    assert.match(nginx, /server server:3000 resolve /);
    assert.ok(proxy.volumes.some((volume) => volume.startsWith('./deploy/nginx.conf:/etc/nginx/nginx.conf')));
    const cookie = read('server/src/common/session-cookie.ts').match(/'__Host-(\w+)' : '(\w+)'/);
    assert.equal(cookie[1], cookie[2]);
    assert.ok(nginx.includes(`"~${cookie[1]}=`), 'the cookie in deploy/nginx.conf is not the one of the server');
  });

  it('lets WebSockets through and tells the true address', () => {
    const places = nginx.split('location ').slice(1);
    assert.equal(places.length, 2);
    for (const place of places) {
      assert.match(place, /Upgrade \$http_upgrade/);
      assert.match(place, /X-Forwarded-For \$proxy_add_x_forwarded_for/);
    }
    assert.equal(server.environment.TRUST_PROXY, `\${TRUST_PROXY:-1}`);
  });

  it('answers on the port that compose publishes', () => {
    const [, inside] = proxy.ports[0].match(/:(\d+)$/);
    assert.ok(nginx.includes(`listen ${inside};`));
  });
});

describe('the image', () => {
  it('runs without root on a Node that package.json allows, as the last stage says', () => {
    const last = dockerfile.split(/^FROM /m).at(-1);
    assert.match(last, /^node:22-slim/);
    assert.match(last, /^USER node$/m);
    assert.match(last, /^CMD \["node", .*"server\/dist\/main\.js"\]$/m);
  });

  it('takes from the context only what is there', () => {
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, words]) =>
      words.split(' ').slice(0, -1),
    );
    const there = new Set(readdirSync(inRoot()));
    for (const name of copied) assert.ok(there.has(name.split('/')[0]), name);
  });
});

describe('.env.example', () => {
  const schema = read('server/src/config/environment.ts').match(/z\.object\(\{([\s\S]*?)\n\}\)/)[1];
  const known = [...schema.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name);

  it('explains every variable of the server and no other', () => {
    assert.ok(known.length > 5, 'the schema was not understood');
    assert.deepEqual([...documented].filter((name) => !notTheServers.includes(name)).sort(), [...known].sort());
  });

  it('says of each what it is, right above', () => {
    const lines = read('.env.example').split('\n');
    for (const [index, line] of lines.entries()) {
      if (/^#?[A-Z][A-Z0-9_]+=/.test(line)) assert.match(lines[index - 1], /^# \S/, line);
    }
  });

  it('is a file that Node reads, with nothing switched on', () => {
    const switchedOn = read('.env.example')
      .split('\n')
      .filter((line) => line.trim() && !line.startsWith('#'));
    assert.deepEqual(switchedOn, []);
  });
});
