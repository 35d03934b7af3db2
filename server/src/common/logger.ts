import { pino } from 'pino';
import type { Config } from '../config/config.js';

type Fields = Record<string, unknown>;

/** The application's log, one JSON line per entry. Injected by class, so that tests can listen. */
export class Logger {
  constructor(readonly pino: pino.Logger) {}

  debug(fields: Fields, message: string): void {
    this.pino.debug(fields, message);
  }
  info(fields: Fields, message: string): void {
    this.pino.info(fields, message);
  }
  warn(fields: Fields, message: string): void {
    this.pino.warn(fields, message);
  }
  error(fields: Fields, message: string): void {
    this.pino.error(fields, message);
  }
}

/** Cookies, tokens and bodies never reach the log. */
const SECRET_PATHS = [
  'req.headers.cookie',
  'req.headers.authorization',
  'headers.cookie',
  'headers.authorization',
  'cookie',
  'authorization',
  'token',
];

/** What a failed statement was to write (names, addresses, hashes) and PostgreSQL's quotation of it stay out of the log. */
function withoutData(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const {
    parameters: _,
    detail: __,
    where: ___,
    driverError: ____,
    ...shown
  } = pino.stdSerializers.err(error) as Fields;
  return shown;
}

/** In a terminal people read the log; elsewhere programs do. */
const readable: pino.DestinationStream = {
  write(line: string): void {
    const { level, time, msg, ...rest } = JSON.parse(line) as { level: string; time: string; msg: string };
    const details = Object.keys(rest).length > 0 ? ` ${JSON.stringify(rest).replaceAll('\\n', '\n')}` : '';
    process.stdout.write(`${time.slice(11, 19)} ${level.toUpperCase()} ${msg}${details}\n`);
  },
};

export function createLogger(
  level: Config['logLevel'],
  destination = process.stdout.isTTY ? readable : undefined,
): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: withoutData },
    redact: { paths: SECRET_PATHS, censor: '[hidden]' },
  };
  return new Logger(destination ? pino(options, destination) : pino(options));
}
