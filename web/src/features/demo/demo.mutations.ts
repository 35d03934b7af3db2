import { useMutation } from '@tanstack/react-query';
import type { DemoEntered } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

/** Seeds the demo where there is none, and makes this phone one of its guests. */
export const useEnterDemo = () => useMutation({ mutationFn: () => api.post<DemoEntered>('/api/demo') });
