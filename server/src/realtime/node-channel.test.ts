import type { DataSource } from 'typeorm';
import { createAttendee, createEvent, createHelper, createScreenLink } from '../../test/factories.js';
import { until } from '../../test/test-app.js';
import { createTestDatabase, type TestDatabase } from '../../test/test-database.js';
import { createLogger } from '../common/logger.js';
import type { Config } from '../config/config.js';
import { connect } from '../database/data-source.js';
import { type EndedRight, NodeChannel } from './node-channel.js';

/** One server's end, and what it heard. */
interface Node {
  channel: NodeChannel;
  heard: EndedRight[];
  /** How often it began to hear. */
  begun: () => number;
}

describe('the channel by which PostgreSQL tells every node', () => {
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
      const heard: EndedRight[] = [];
      let times = 0;
      channel.listen(
        (right) => heard.push(right),
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

  /** What all nodes hear when this is committed, and something else after it. */
  async function heardOf(sql: string, parameters: unknown[]): Promise<EndedRight[]> {
    for (const { heard } of nodes) heard.length = 0;
    await dataSource.query(sql, parameters);
    const marker = `{"kind":"session-ended","sessionId":"marker"}`;
    await dataSource.query('SELECT pg_notify($1, $2)', ['teabreak_removals', marker]);
    const isMarked = ({ heard }: Node) => JSON.stringify(heard.at(-1)) === marker;
    await until(() => nodes.every(isMarked));
    expect(nodes[1]?.heard).toEqual(nodes[0]?.heard);
    return nodes[0]?.heard.slice(0, -1) ?? [];
  }

  it('tells whatever ends a right to hear, and nothing else', async () => {
    const { eventId } = await createEvent(dataSource);
    const come = () => createAttendee(dataSource, eventId, { checkedIn: true });
    const [ann, ben, cat, dan] = [await come(), await come(), await come(), await come()];
    const host = await createHelper(dataSource, eventId, 'host');
    const { linkId } = await createScreenLink(dataSource, eventId);
    const person = 'UPDATE registrations SET';
    const right = ({ accountId }: { accountId: string }): EndedRight[] => [
      { kind: 'right-changed', eventId, accountId },
    ];
    const ended = ({ sessionId }: { sessionId: string }): EndedRight => ({ kind: 'session-ended', sessionId });
    const blocked: EndedRight[] = [{ kind: 'block-changed', accountIds: [ann.accountId, ben.accountId] }];
    const cases: [string, unknown[], EndedRight[]][] = [
      [`${person} presence = 'talking', headline = 'x' WHERE id = $1`, [ann.registrationId], []],
      [`${person} status = 'cancelled', checked_in_at = NULL WHERE id = $1`, [ann.registrationId], right(ann)],
      [`${person} status = 'confirmed' WHERE id = $1`, [ann.registrationId], []],
      [`${person} consent_take_part = false WHERE id = $1`, [ben.registrationId], right(ben)],
      ['DELETE FROM registrations WHERE id = $1', [cat.registrationId], right(cat)],
      ['UPDATE sessions SET last_seen_at = now() WHERE id = $1', [ann.sessionId], []],
      ['UPDATE sessions SET revoked_at = now() WHERE id = $1', [ann.sessionId], [ended(ann)]],
      ['DELETE FROM sessions WHERE id = $1', [ann.sessionId], []],
      [`UPDATE event_roles SET role = 'door' WHERE account_id = $1`, [host.accountId], right(host)],
      ['DELETE FROM event_roles WHERE account_id = $1', [host.accountId], right(host)],
      ['UPDATE screen_links SET last_used_at = now() WHERE id = $1', [linkId], []],
      [
        'UPDATE screen_links SET revoked_at = now() WHERE id = $1',
        [linkId],
        [{ kind: 'screen-ended', eventId, linkId }],
      ],
      ['INSERT INTO blocks (blocker_id, blocked_id) VALUES ($1, $2)', [ann.accountId, ben.accountId], blocked],
      ['DELETE FROM blocks WHERE blocker_id = $1', [ann.accountId], blocked],
      ['DELETE FROM accounts WHERE id = $1', [dan.accountId], [...right(dan), ended(dan)]],
    ];
    const sorted = (rights: EndedRight[]) => rights.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
    for (const [sql, parameters, rights] of cases)
      expect([sql, sorted(await heardOf(sql, parameters))]).toEqual([sql, sorted(rights)]);
  });

  it('says that something may have been missed when its connection was lost, and hears again', async () => {
    await dataSource.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'teabreak_removals'",
    );
    await until(() => nodes.every(({ begun }) => begun() === 2));
    expect(await heardOf('SELECT 1', [])).toEqual([]);
  });

  it('is no reason to fall over when anybody else speaks there', async () => {
    await heardOf("SELECT pg_notify('teabreak_removals', 'hello')", []);
    expect(nodes.map(({ begun }) => begun())).toEqual([1, 1]);
  });
});
