import { useEffect } from 'react';
import { navigate, useLocation, useParams } from '../../lib/router.js';

/**
 * The display link's token. It stands behind the #, which no server, no log and no other page is told of; links of earlier releases have
 * it in the path, and are moved over.
 */
export function useScreenToken(): string {
  const { search, hash } = useLocation();
  const { token } = useParams();
  useEffect(() => {
    if (token !== undefined) navigate(`/screen${search}#${encodeURIComponent(token)}`, { replace: true });
  }, [token, search]);
  return token ?? hash.slice(1);
}
