import type { Environment } from './environment.js';

/** A service of the kind that OpenAI's is: POST { input, model } answers a vector per text. */
export type EmbeddingsEndpoint = { url: string; key: string | undefined; model: string };

export function embeddingsEndpoint({
  EMBEDDINGS_URL,
  EMBEDDINGS_KEY: key,
  EMBEDDINGS_MODEL: model,
}: Environment): EmbeddingsEndpoint | undefined {
  return EMBEDDINGS_URL === undefined ? undefined : { url: embeddingsUrl(EMBEDDINGS_URL), key, model };
}

/** Both ways to write it are known: the base, as most programs want it, and the whole address. */
function embeddingsUrl(text: string): string {
  const url = new URL(text);
  url.hash = '';
  url.pathname = url.pathname.replace(/\/+$/u, '');
  if (!url.pathname.endsWith('/embeddings')) url.pathname = `${url.pathname.replace(/\/$/u, '')}/embeddings`;
  return url.href;
}
