import { useQueryClient } from '@tanstack/react-query';
import type {
  MeAnswer,
  MeUpdate,
  ReturnInput,
  SetupInput,
  SignInCodeInput,
  SignInCodeRequested,
  SignInInput,
} from '@teabreak/shared';
import { api } from '../../lib/api-client.js';
import { keepOnlyFor } from '../../lib/private-store.js';
import { renewSocket } from '../../lib/socket.js';
import { meQuery } from './accounts.queries.js';

export const setUp = (input: SetupInput): Promise<unknown> => api.post('/api/setup', input);

/** The link of a later start signs the first organizer in. */
export const comeBack = (input: ReturnInput): Promise<unknown> => api.post('/api/setup/return', input);

export const requestCode = (input: SignInCodeInput): Promise<SignInCodeRequested> =>
  api.post('/api/sign-in/codes', input);

export const signIn = (input: SignInInput): Promise<unknown> => api.post('/api/sign-in/sessions', input);

/** The address becomes that of the account one has. */
export const proveEmail = (input: SignInInput): Promise<MeAnswer> => api.put('/api/me/email', input);

export const signOut = (): Promise<unknown> => api.delete('/api/sessions/current');

/** The server words mails and pushed reasons in this language. */
export const saveLocale = (locale: NonNullable<MeUpdate['locale']>): Promise<unknown> =>
  api.patch('/api/me', { locale });

/** To be called when the session has changed: nothing that was fetched for somebody else may stay. Answers who it is now. */
export function useSessionChanged() {
  const client = useQueryClient();
  return async () => {
    client.clear();
    await renewSocket();
    const me = await client.fetchQuery(meQuery);
    keepOnlyFor(me.signedIn ? me.id : null);
    return me;
  };
}
