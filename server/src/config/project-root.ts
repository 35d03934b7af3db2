import { resolve } from 'node:path';

/** The folder that holds server/, web/ and shared/. The same from src/config and from dist/config. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '../../..');
