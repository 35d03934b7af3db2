import { Injectable } from '@nestjs/common';
import type { Locale } from '@teabreak/shared';
import type { SafeHtml } from './safe-html.js';

/** What a page says before any of its JavaScript runs; also what a messenger shows of a shared link. */
export interface PageContent {
  title: string;
  description: string;
  /** Put into the application's root element, which replaces it when it starts. */
  html?: SafeHtml;
  /** What the application would fetch first, as JSON. Public data only: the page is the same for everybody. */
  data?: unknown;
  /** Absolute URL or path of a picture for link previews. */
  image?: string;
}
export interface PageVisit {
  locale: Locale;
}
type Supplier = (params: Record<string, string>, visit: PageVisit) => Promise<PageContent | null>;

/** Features say here what their pages contain. */
@Injectable()
export class PageContentRegistry {
  private readonly suppliers: { pattern: RegExp; supply: Supplier }[] = [];

  /** `pattern` is a path with `:name` parts, such as `/e/:slug`. The supplier's null means: there is no such page. */
  register(pattern: string, supply: Supplier): void {
    const source = pattern.replace(/:(\w+)/gu, '(?<$1>[^/]+)');
    this.suppliers.push({ pattern: new RegExp(`^${source}/?$`, 'u'), supply });
  }

  /** undefined: nobody knows this path, the application decides what to show. */
  async contentOf(path: string, visit: PageVisit): Promise<PageContent | null | undefined> {
    for (const { pattern, supply } of this.suppliers) {
      const match = pattern.exec(path);
      if (match) return supply({ ...match.groups }, visit);
    }
    return undefined;
  }
}
