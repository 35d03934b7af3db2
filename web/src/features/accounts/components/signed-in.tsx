import type { ReactNode } from 'react';
import { QueryView } from '../../../components/query-view.js';
import { Redirect } from '../../../lib/router.js';
import { useMe } from '../accounts.queries.js';

/** For pages of one's own: whoever is not signed in goes to where one does, and comes back. */
export function SignedIn({ signInPath, children }: { signInPath: string; children: ReactNode }) {
  return <QueryView query={useMe()}>{(me) => (me.signedIn ? children : <Redirect to={signInPath} />)}</QueryView>;
}
