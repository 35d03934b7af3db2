import { join } from 'node:path';
import pg from 'pg';
import { packagedBinaries, sharedBinaries } from './embedded/binaries.js';
import { Cluster } from './embedded/cluster.js';
import { ownFolder } from './embedded/owner-lock.js';
import { placeFor } from './embedded/place.js';
import { watch } from './embedded/watchdog.js';

const DATABASE = 'teabreak';

export interface EmbeddedPostgres {
  /** Connection URL of the application's database, password included. */
  url: string;
  /** True when a server left running by a killed parent was found again. */
  found: boolean;
  /** Stops the server and gives the data folder free. */
  stop: () => Promise<void>;
}
export interface EmbeddedPostgresOptions {
  /** Absolute. */
  dataDir: string;
  /** True when the operator named the folder, so that the data must be inside it where that is possible. */
  dataDirChosen: boolean;
  progress?: (message: string) => void;
  /** What happens to it later: that it ended and was started again. */
  tell?: (message: string) => void;
  /** False for a database that tests throw away: faster, and lost when the machine loses power. */
  durable?: boolean;
}

/**
 * A real PostgreSQL with its data under `dataDir`, listening on the loopback address only. Started again should it end.
 * @throws StartError whose message tells the person at the terminal what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { dataDir, dataDirChosen, progress = () => undefined, tell = () => undefined, durable = true } = options;
  const place = placeFor(dataDir, dataDirChosen);
  const release = await ownFolder(join(place.folder, 'owner.lock'), `the database in ${place.folder}`);
  try {
    const packaged = await packagedBinaries();
    const binaries = place.binariesParent ? await sharedBinaries(packaged, place.binariesParent) : packaged;
    const cluster = new Cluster(place.folder, binaries, place.account, durable);
    if (cluster.isNew) {
      progress(`Making the database in ${place.folder}.`);
      await cluster.create();
    }
    const { port, found } = await cluster.start();
    await createDatabase(cluster.url(port, 'postgres'));
    const endWatch = watch(cluster, port, tell);
    const stop = async () => {
      await endWatch();
      await cluster.stop();
      await release();
    };
    return { url: cluster.url(port, DATABASE), found, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  // What breaks the connection is told by the statement that fails.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
