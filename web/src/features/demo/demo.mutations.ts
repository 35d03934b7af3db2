import { useMutation } from '@tanstack/react-query';
import type { DemoEntered } from '@teabreak/shared';
import { api } from '../../lib/api-client.js';

type Entered = (demo: DemoEntered) => Promise<unknown>;

/** Seeds the demo where there is none, and makes this phone one of its guests. */
export const useEnterDemo = (onEntered: Entered) =>
  useMutation({ mutationFn: () => api.post<DemoEntered>('/api/demo').then(onEntered) });

/** Removes the demo with everybody in it, this phone's guest included. */
export const useEndDemo = (onEnded: () => Promise<unknown>) =>
  useMutation({ mutationFn: () => api.delete('/api/demo').then(onEnded) });
