import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fastifyStatic } from '@fastify/static';
import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from '../common/logger.js';
import { requestLocale } from '../common/request-locale.js';
import { Config } from '../config/config.js';
import { pageWith } from './page.presenter.js';
import { PageContentRegistry } from './page-content.registry.js';

const NOT_BUILT = 'The web application has not been built yet. Run npm start at the root of the project.\n';

/**
 * Everything outside of /api: the built web application's files, and its page for every other path. Plain Fastify routes,
 * because Nest's global prefix would move them under /api.
 */
@Injectable()
export class PagesController {
  constructor(
    private readonly config: Config,
    private readonly contents: PageContentRegistry,
    private readonly logger: Logger,
  ) {}

  async mount(fastify: FastifyInstance): Promise<void> {
    if (existsSync(this.config.webDir))
      await fastify.register(fastifyStatic, {
        root: this.config.webDir,
        serve: false,
        cacheControl: false,
        preCompressed: true,
      });
    fastify.get('/*', (request, reply) => this.serve(request, reply));
  }

  private serve(request: FastifyRequest, reply: FastifyReply): unknown {
    const path = request.url.split('?')[0] ?? '/';
    if (/^\/(api|socket\.io)(\/|$)/u.test(path)) return reply.callNotFound();
    if (/\.\w+$/u.test(path)) return this.file(path, reply);
    return this.page(path, request, reply);
  }

  /** Files under /assets carry a hash of their content in their name. */
  private file(path: string, reply: FastifyReply): unknown {
    if (!existsSync(this.config.webDir)) return reply.callNotFound();
    void reply.header(
      'cache-control',
      path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    );
    return reply.sendFile(decodeURI(path));
  }

  private async page(path: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const locale = requestLocale(request.headers['accept-language']);
    const template = await readFile(join(this.config.webDir, 'index.html'), 'utf8').catch(() => null);
    if (template === null) return reply.status(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
    const content = await this.contents.contentOf(decodeURI(path), { locale }).catch((error: unknown) => {
      // The application itself can still say what is wrong, better than an error page could.
      this.logger.error({ error, path }, 'page content failed');
      return undefined;
    });
    return reply
      .status(content === null ? 404 : 200)
      .headers({ 'cache-control': 'no-cache', vary: 'Accept-Language' })
      .type('text/html; charset=utf-8')
      .send(pageWith(template, content ?? null, locale, this.config.publicUrl));
  }
}
