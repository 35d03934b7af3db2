import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(process.cwd(), 'src/locales');

/** The same shape as Vite's import.meta.glob: path → loader of a module whose default is the JSON. */
export const localeFiles: Record<string, () => Promise<{ default: Record<string, unknown> }>> = Object.fromEntries(
  readdirSync(root).flatMap((language) =>
    readdirSync(join(root, language)).map((file) => [
      `../locales/${language}/${file}`,
      async () => ({ default: JSON.parse(readFileSync(join(root, language, file), 'utf8')) }),
    ]),
  ),
);
