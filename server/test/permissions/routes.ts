import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/**
 * Every route of the running application, as `METHOD /path`, read from the router itself: whatever answers is in it,
 * documented or not. HEAD comes with each GET and runs the same handler.
 */
export function routesOf(app: NestFastifyApplication): string[] {
  const fastify = app.getHttpAdapter().getInstance();
  const parents: string[] = [];
  const routes: string[] = [];
  for (const line of fastify.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, label, methods] = /^([│ ]*)[├└]── (.+) \(([A-Z, ]+)\)$/u.exec(line) ?? [];
    if (indent === undefined || label === undefined || methods === undefined) {
      if (line.trim() !== '') throw new Error(`Not a route: ${line}`);
      continue;
    }
    const depth = indent.length / 4;
    const path = `${depth === 0 ? '' : parents[depth - 1]}${label}`.replace(/^\*/u, '/*');
    parents[depth] = path;
    for (const method of methods.split(', ')) {
      if (method === 'HEAD') continue;
      if (!fastify.hasRoute({ method: method as 'GET', url: path }))
        throw new Error(`No such route: ${method} ${path}`);
      routes.push(`${method} ${path}`);
    }
  }
  return routes.sort();
}
