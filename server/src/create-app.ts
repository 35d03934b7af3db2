import { fastifyCompress } from '@fastify/compress';
import { fastifyCookie } from '@fastify/cookie';
import { fastifyMultipart } from '@fastify/multipart';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppModule, type AppModuleOptions } from './app.module.js';
import { Clock } from './common/clock.js';
import { DomainError } from './common/domain-error.js';
import { answerTo } from './common/error-answer.js';
import { createLogger } from './common/logger.js';
import { NestLogger } from './common/nest-logger.js';
import { guardOrigins } from './common/origin-guard.js';
import { Randomness } from './common/randomness.js';
import { requestLocale } from './common/request-locale.js';
import { setSecurityHeaders } from './common/security-headers.js';
import { serveOpenApi } from './openapi/openapi.js';
import { PagesController } from './pages/pages.controller.js';
import { SocketIoAdapter } from './realtime/socket-io-adapter.js';

/** Largest JSON body in bytes; upload routes set their own. */
const BODY_LIMIT = 100_000;

export type CreateAppOptions = Pick<AppModuleOptions, 'config' | 'databaseUrl'> & Partial<AppModuleOptions>;
export interface App {
  nest: NestFastifyApplication;
  sockets: SocketIoAdapter;
}

/** The whole application on a migrated database, initialised but not listening. */
export async function createApp(options: CreateAppOptions): Promise<App> {
  const {
    config,
    logger = createLogger(config.logLevel),
    clock = new Clock(),
    randomness = new Randomness(),
  } = options;
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    trustProxy: (_address, hop) => hop < config.trustProxy,
    requestTimeout: 30_000,
    http: { headersTimeout: 15_000, keepAliveTimeout: 72_000 },
    forceCloseConnections: 'idle',
    // A path that cannot be decoded is refused before any hook or filter of ours could answer.
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const { status, body } = answerTo(
        new DomainError('not_found'),
        requestLocale(request.headers['accept-language']),
      );
      void reply.status(status).header('cache-control', 'no-store').send(body);
    },
  });
  const nest = await NestFactory.create<NestFastifyApplication>(
    AppModule.with({ ...options, logger, clock, randomness }),
    adapter,
    {
      logger: new NestLogger(logger),
      abortOnError: false,
    },
  );
  const fastify = adapter.getInstance();
  fastify.decorateRequest('actor', null);
  await setSecurityHeaders(fastify, config);
  guardOrigins(fastify, config);
  await fastify.register(fastifyCookie);
  await fastify.register(fastifyMultipart);
  await fastify.register(fastifyCompress, { encodings: ['br', 'gzip'], threshold: 1024 });
  nest.setGlobalPrefix('api');
  const sockets = new SocketIoAdapter(nest, config, logger);
  await sockets.prepare();
  nest.useWebSocketAdapter(sockets);
  serveOpenApi(nest);
  await nest.get(PagesController).mount(fastify);
  await nest.init();
  await fastify.ready();
  return { nest, sockets };
}
