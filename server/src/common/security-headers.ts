import { fastifyHelmet } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.js';

/** Nothing loads from another origin (P3). Older WebKit does not take `'self'` for web sockets, so they are named. */
export async function setSecurityHeaders(fastify: FastifyInstance, config: Config): Promise<void> {
  await fastify.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The API's documentation page brings a style element of its own.
        styleSrc: ["'self'", (request) => (request.url?.startsWith('/api/docs') ? "'unsafe-inline'" : '')],
        imgSrc: ["'self'", 'data:', 'blob:'],
        // A voice note is heard on the phone before it is sent.
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'", (request) => socketSource(request.headers.host, config)],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: config.secure ? { maxAge: 31_536_000 } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
    // Ignored on plain http, with a warning in the console of every phone.
    crossOriginOpenerPolicy: config.secure ? { policy: 'same-origin' } : false,
    originAgentCluster: config.secure,
    xPoweredBy: false,
  });
  fastify.addHook('onRequest', async (request, reply) => {
    void reply.header('permissions-policy', 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()');
    if (request.url.startsWith('/api')) void reply.header('cache-control', 'no-store');
  });
}

/** The Host header is the client's to choose, so it is named only when it is one of ours. */
function socketSource(host: string | undefined, config: Config): string {
  const own = config.allowedOrigins().map((origin) => new URL(origin));
  const asked = own.find((origin) => origin.host === host) ?? new URL(config.publicUrl);
  return `${asked.protocol === 'https:' ? 'wss' : 'ws'}://${asked.host}`;
}
