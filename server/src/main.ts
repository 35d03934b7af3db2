import 'reflect-metadata';
import { StartError } from './config/start-error.js';

const say = (message: string) => console.log(message);

try {
  // Not before there is somebody to tell: what the server reads while it loads may have errors.
  const { start } = await import('./start.js');
  const running = await start(process.env, (message) => say(`  ${message}`));
  const { config, logger } = running;
  const local = `http://localhost:${config.port}`;
  say(`\nTeabreak is ready: ${config.publicUrl}${config.publicUrl === local ? '' : `  (on this machine: ${local})`}`);
  for (const text of running.announcements) say(`\n${text}`);

  // The last resort: one person's bad moment must not end everybody's evening.
  process.on('uncaughtException', (error) => logger.error({ error }, 'uncaught exception'));
  process.on('unhandledRejection', (error) => logger.error({ error }, 'unhandled rejection'));

  let stopping = false;
  const stop = async () => {
    if (stopping) process.exit(1);
    stopping = true;
    say('Finishing what is running, then stopping.');
    await running.stop();
    process.exit(0);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
} catch (error) {
  console.error(error instanceof StartError ? `\n${error.message}` : error);
  process.exit(1);
}
