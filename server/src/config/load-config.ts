import { join, resolve } from 'node:path';
import type { Config } from './config.js';
import { embeddingsEndpoint } from './embeddings-endpoint.js';
import { type Environment, EnvironmentSchema } from './environment.js';
import { guessPublicUrl, originsOf, ownOrigins } from './origins.js';
import { PROJECT_ROOT } from './project-root.js';
import { secretKeyIn } from './secret-key.js';
import { StartError } from './start-error.js';

/**
 * Reads the environment into one object. Creates the data folder's secret key when none is given.
 * @throws StartError that names every wrong variable and what it may be.
 */
export function loadConfig(variables: NodeJS.ProcessEnv): Config {
  const environment = readEnvironment(variables);
  const { PORT: port, BASE_URL: baseUrl } = environment;
  const dataDir = resolve(PROJECT_ROOT, environment.DATA_DIR ?? '.data');
  const publicUrl = baseUrl ? new URL(baseUrl).origin : guessPublicUrl(port);
  return {
    nodeEnv: environment.NODE_ENV,
    port,
    publicUrl,
    secure: publicUrl.startsWith('https:'),
    allowedOrigins: () => (baseUrl ? originsOf(new URL(baseUrl), port) : ownOrigins(port)),
    dataDir,
    dataDirChosen: environment.DATA_DIR !== undefined,
    databaseUrl: environment.DATABASE_URL,
    redisUrl: environment.REDIS_URL,
    smtpUrl: environment.SMTP_URL,
    mailFrom: environment.MAIL_FROM,
    logLevel: environment.LOG_LEVEL,
    secretKey: environment.SECRET_KEY ?? secretKeyIn(dataDir),
    trustProxy: environment.TRUST_PROXY,
    demo: environment.DEMO === 'on',
    embeddings: embeddingsEndpoint(environment),
    webDir: join(PROJECT_ROOT, 'web/dist'),
  };
}

/** @throws StartError that names every wrong variable and what it may be. */
export function readEnvironment(variables: NodeJS.ProcessEnv): Environment {
  const set = Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== '');
  const parsed = EnvironmentSchema.safeParse(Object.fromEntries(set));
  if (parsed.success) return parsed.data;
  const firstPerVariable = new Map(
    parsed.error.issues.map((issue) => [String(issue.path[0]), issue.message]).reverse() as [string, string][],
  );
  const lines = [...firstPerVariable]
    .reverse()
    .map(([name, message]) => `  ${name} ${message}; it is ${shown(name, variables[name])}.`);
  throw new StartError(
    `Teabreak cannot start with these settings:\n${lines.join('\n')}\nEach setting is explained in .env.example.`,
  );
}

/** Values of URLs and keys may hold passwords, so they are not repeated on the terminal. */
function shown(name: string, value: string | undefined): string {
  return /_URL$|KEY/u.test(name) && name !== 'BASE_URL' ? 'something else' : JSON.stringify(value);
}
