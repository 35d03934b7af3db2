import type { DeletionInput } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** For good: there is no way back. */
export const deleteAccount = (input: DeletionInput): Promise<unknown> => api.post('/api/my-data/deletion', input);
