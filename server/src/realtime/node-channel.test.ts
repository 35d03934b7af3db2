import type { DataSource } from 'typeorm';
import { until } from '../../test/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { createLogger } from '../common/logger.js';
import type { Config } from '../config/config.js';
import { connect } from '../database/data-source.js';
import { NodeChannel, type Removal } from './node-channel.js';

/** One server's end, and what it heard. */
interface Node {
  channel: NodeChannel;
  heard: Removal[];
  /** How often it began to hear. */
  begun: () => number;
}

const LEFT: Removal = { kind: 'left', accountId: 'ann', room: 'desk:1' };

describe('the channel between nodes', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let nodes: Node[];
  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await connect(database.url);
  });
  beforeEach(async () => {
    nodes = [];
    for (let at = 0; at < 2; at += 1) {
      const config = { redisUrl: 'redis://somewhere' } as Config;
      const channel = new NodeChannel(config, dataSource, createLogger('silent'));
      const heard: Removal[] = [];
      let times = 0;
      channel.listen(
        (removal) => heard.push(removal),
        () => {
          times += 1;
        },
      );
      channel.onModuleInit();
      nodes.push({ channel, heard, begun: () => times });
    }
    await until(() => nodes.every(({ begun }) => begun() === 1));
  });
  afterEach(() => Promise.all(nodes.map(({ channel }) => channel.onModuleDestroy())));
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('carries words to the others, not back', async () => {
    const [one, two] = nodes as [Node, Node];
    await one.channel.tell(LEFT);
    await two.channel.tell({ kind: 'session-ended', sessionId: 's' });
    await until(() => one.heard.length === 1 && two.heard.length === 1);
    expect(two.heard).toEqual([LEFT]);
    expect(one.heard).toEqual([{ kind: 'session-ended', sessionId: 's' }]);
  });

  it('says that something may have been missed when its connection was lost, and hears again', async () => {
    const [one, two] = nodes as [Node, Node];
    await dataSource.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'teabreak_removals'",
    );
    await until(() => one.begun() === 2 && two.begun() === 2, 5000);
    await one.channel.tell(LEFT);
    await until(() => two.heard.length === 1);
  });

  it('still tells what was said while it stops', async () => {
    const [one, two] = nodes as [Node, Node];
    void one.channel.tell(LEFT);
    await one.channel.onModuleDestroy();
    await until(() => two.heard.length === 1);
  });

  it('is no reason to fall over when anybody else speaks there', async () => {
    const [one, two] = nodes as [Node, Node];
    await dataSource.query("SELECT pg_notify('teabreak_removals', 'hello')");
    await one.channel.tell(LEFT);
    await until(() => two.heard.length === 1);
    expect(two.begun()).toBe(1);
  });
});
