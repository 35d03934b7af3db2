import { createServer } from 'node:http';
import type { Server } from 'node:net';
import { StartError } from './config/start-error.js';

/** Every address of this machine, IPv4 and IPv6; IPv4 alone where there is no IPv6. */
const HOSTS = ['::', '0.0.0.0'];

/**
 * Holds the port while the database is prepared: a taken port is noticed at once, a supervisor sees that we live, and
 * a browser that comes too early asks again.
 * @returns how to give the port to the application, and the address to listen on
 * @throws StartError when the port is taken
 */
export async function openWaitingRoom(port: number): Promise<{ host: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const live = request.url === '/api/health/live';
    response.writeHead(live ? 200 : 503, {
      'content-type': 'text/plain; charset=utf-8',
      'retry-after': '2',
      refresh: '2',
      connection: 'close',
    });
    response.end(live ? 'ok\n' : 'Teabreak is starting…\n茶歇正在启动…\n');
  });
  const host = await listenAnywhere(server, port);
  return {
    host,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function listenAnywhere(server: Server, port: number): Promise<string> {
  for (const host of HOSTS) {
    const refused = await listen(server, port, host);
    if (refused === null) return host;
    if (refused === 'EADDRINUSE')
      throw new StartError(
        `Port ${port} is already in use, perhaps by another Teabreak. Stop that program, or choose another port: PORT=${port + 1} npm start`,
      );
    if (refused === 'EACCES')
      throw new StartError(`Port ${port} needs more rights than this user has. Choose a PORT above 1023.`);
  }
  throw new StartError(`This machine has no network address to listen on with PORT ${port}.`);
}

function listen(server: Server, port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const refused = (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown');
    server.once('error', refused);
    server.listen(port, host, () => {
      server.off('error', refused);
      resolve(null);
    });
  });
}
