import { Announcements } from './common/announcements.js';
import { createLogger, type Logger } from './common/logger.js';
import type { Config } from './config/config.js';
import { loadConfig } from './config/load-config.js';
import { createApp } from './create-app.js';
import { startEmbeddedPostgres } from './database/embedded-postgres.js';
import { migrate } from './database/migrate.js';
import { waitForDatabase } from './database/wait-for-database.js';
import { drain } from './drain.js';
import { readVocabulary } from './features/matchmaking/vocabulary.js';
import { openWaitingRoom } from './waiting-room.js';

type Progress = (message: string) => void;
export interface Running {
  config: Config;
  logger: Logger;
  /** What the person at the terminal should read now. */
  announcements: readonly string[];
  /** Finishes what is running, then stops the embedded database. */
  stop: () => Promise<void>;
}

/**
 * Settings → vocabulary → database → migrations → listening. What was started is stopped again when a later step fails.
 * @throws StartError with a sentence for the person at the terminal
 */
export async function start(variables: NodeJS.ProcessEnv, progress: Progress): Promise<Running> {
  const config = loadConfig(variables);
  const logger = createLogger(config.logLevel);
  readVocabulary();
  const room = await openWaitingRoom(config.port);
  const database = await openDatabase(config, logger, progress).catch(async (error: unknown) => {
    await room.close();
    throw error;
  });
  try {
    await migrate(database.url, { progress });
    progress('Starting the server.');
    const app = await createApp({ config, logger, databaseUrl: database.url });
    await room.close();
    await app.nest.listen(config.port, room.host);
    const stop = async () => {
      if (!(await drain(app))) logger.warn({}, 'some work did not finish in time');
      await database.stop();
    };
    return { config, logger, announcements: app.nest.get(Announcements).all(), stop };
  } catch (error) {
    await room.close();
    await database.stop();
    throw error;
  }
}

async function openDatabase(
  config: Config,
  logger: Logger,
  progress: Progress,
): Promise<{ url: string; stop: () => Promise<void> }> {
  if (config.databaseUrl) {
    await waitForDatabase(config.databaseUrl, progress);
    return { url: config.databaseUrl, stop: async () => undefined };
  }
  progress('Starting the embedded PostgreSQL.');
  const embedded = await startEmbeddedPostgres({
    dataDir: config.dataDir,
    dataDirChosen: config.dataDirChosen,
    progress,
    tell: (message) => logger.warn({}, message),
  });
  if (embedded.found) progress('It was still running; carrying on with it.');
  return embedded;
}
