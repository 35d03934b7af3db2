import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { checkStructure } from './check-structure.mjs';

/** A small project in which everything is in order. */
const sound = {
  'shared/src/index.ts': "export * from './events.js';\nexport * from './limits.js';",
  'shared/src/events.ts': "import { z } from 'zod';\nexport const event = z.object({});",
  'shared/src/limits.ts': 'export const limits = { title: 120 };',
  'server/src/main.ts': "import { AppModule } from './app.module.js';\nnew AppModule();",
  'server/src/app.module.ts':
    "import { EventsModule } from './features/events/events.module.js';\nexport class AppModule {}",
  'server/src/common/clock.ts': 'export class Clock {}',
  'server/src/database/entities.ts': "import { EventEntity } from '../features/events/event.entity.js';",
  'server/src/realtime/publisher.ts': "export const publish = (io: Server) => io.to('room').emit('event:changed');",
  'server/src/features/accounts/accounts.module.ts': 'export class AccountsModule {}',
  'server/src/features/accounts/accounts.service.ts': 'export class AccountsService {}',
  'server/src/features/accounts/accounts.repository.ts': 'export class AccountsRepository {}',
  'server/src/features/events/events.module.ts': 'export class EventsModule {}',
  'server/src/features/events/event.entity.ts': 'export class EventEntity {}',
  'server/src/features/events/events.service.ts':
    "import { AccountsService } from '../accounts/accounts.service.js';\n// import { X } from '../goals/goals.service.js';",
  'server/src/features/events/opening-hours.ts': 'export const open = () => true;',
  'server/src/features/goals/goals.module.ts': 'export class GoalsModule {}',
  'server/src/features/goals/goals.service.ts': "import { EventEntity } from '../events/event.entity.js';",
  'server/src/features/board/board.module.ts': 'export class BoardModule {}',
  'web/src/app/app.tsx': "const Page = lazy(() => import('../pages/event.page.js'));",
  'web/src/pages/event.page.tsx': "import { EventCard } from '../features/events/components/event-card.js';",
  'web/src/features/events/components/event-card.tsx':
    "import type { Event } from '@teabreak/shared';\nimport { limits } from '@teabreak/shared/limits';",
  'web/src/features/events/events.queries.ts': "import { get } from '../../lib/api-client.js';",
  'web/src/features/goals/goals.queries.ts': 'export const goals = 1;',
  'web/src/components/button.tsx': 'export const Button = () => null;',
  'web/src/lib/api-client.ts': 'export const get = () => null;',
};

/** What is found wrong with the sound project after some files were changed or added. */
function problemsWith(changes) {
  const folder = mkdtempSync(path.join(tmpdir(), 'structure-'));
  try {
    for (const [name, text] of Object.entries({ ...sound, ...changes })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return checkStructure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

it('finds nothing in a project that is in order', () => assert.deepEqual(problemsWith({}), []));

const feature = (name) => `server/src/features/${name}`;
const page = (name) => `web/src/${name}`;
const wrong = {
  'a leaf imports a leaf': [
    feature('goals/goals.policy.ts'),
    "import { B } from '../board/board.module.js';",
    /may not import board/,
  ],
  'an arrow is reversed': [
    feature('accounts/accounts.policy.ts'),
    "import '../events/events.service.js';",
    /may not import events/,
  ],
  "another noun's inside is used": [
    feature('events/events.policy.ts'),
    "import { R } from '../accounts/accounts.repository.js';",
    /only its module/,
  ],
  'a noun has no arrow': [feature('gossip/gossip.module.ts'), '', /"gossip" has no arrow/],
  'a file name is outside the vocabulary': [feature('events/events.manager.ts'), '', /not in the vocabulary/],
  'a file name is camel case': [feature('events/openingTimes.ts'), '', /not in the vocabulary/],
  'folders nest too deep': [feature('events/places/tables/table.ts'), '', /without folders of its own/],
  'a folder nobody agreed on': ['server/src/services/mailer.ts', '', /is not one of/],
  'a stray file at the top': ['server/src/bootstrap.ts', '', /no place at the top/],
  'common knows a feature': [
    'server/src/common/who.ts',
    "import '../features/events/event.entity.js';",
    /below the features/,
  ],
  'the data source knows a service': [
    'server/src/database/x.ts',
    "import '../features/events/events.service.js';",
    /only entities/,
  ],
  'a feature emits': [
    feature('events/events.listener.ts'),
    "this.server.to('room').emit('event:changed');",
    /only server\/src\/realtime/,
  ],
  utils: ['server/src/common/utils.ts', '', /says nothing/],
  'a folder of helpers': [page('lib/helpers/date.ts'), '', /says nothing/],
  'a barrel': [feature('events/opening.ts'), "export { open } from './opening-hours.js';", /only barrel/],
  'a web feature imports another': [
    page('features/goals/a.tsx'),
    "import '../events/events.queries.js';",
    /may not import the feature events/,
  ],
  'a component imports a feature': [
    page('components/a.tsx'),
    "import '../features/goals/goals.queries.js';",
    /components may not import features/,
  ],
  'a page without its suffix': [page('pages/home.tsx'), '', /<name>\.page\.tsx/],
  'Zod in the first page': [page('lib/a.ts'), "import { event } from '@teabreak/shared';", /loads Zod/],
  'Zod through a part of shared': [page('lib/a.ts'), "import { event } from '@teabreak/shared/events';", /loads Zod/],
};

describe('refuses', () => {
  for (const [title, [file, text, expected]] of Object.entries(wrong)) {
    it(title, () => {
      const problems = problemsWith({ [file]: text });
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0], expected);
      assert.ok(problems[0].startsWith(`${file}: `));
    });
  }

  it('a noun without a module', () => {
    const problems = problemsWith({ [feature('asks/asks.service.ts')]: '', [feature('asks/asks.policy.ts')]: '' });
    assert.deepEqual(problems, [
      'server/src/features/asks/asks.module.ts is missing: it is the one file a noun must have',
    ]);
  });

  it('a cycle, but not one of types only', () => {
    const one = feature('events/one.ts');
    const two = feature('events/two.ts');
    const cycle = problemsWith({ [one]: "import './two.js';", [two]: "import { a } from './one.js';" });
    assert.deepEqual(cycle, [`import cycle: ${one} → ${two} → ${one}`]);
    assert.deepEqual(problemsWith({ [one]: "import './two.js';", [two]: "import type { A } from './one.js';" }), []);
  });

  it('neither comments nor texts that look like imports, and tests may look anywhere', () => {
    const look = "/* import '../board/board.module.js'; */ const a = `import '../board/board.module.js'`;";
    assert.deepEqual(problemsWith({ [feature('goals/goals.policy.ts')]: look }), []);
    const real = "import '../board/board.module.js';";
    assert.deepEqual(problemsWith({ [feature('goals/goals.policy.test.ts')]: real }), []);
  });

  it('no import of Zod that waits until it is needed', () => {
    assert.deepEqual(problemsWith({ [page('lib/a.ts')]: "const { event } = await import('@teabreak/shared');" }), []);
  });
});
