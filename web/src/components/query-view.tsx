import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../lib/api-error.js';
import { useTranslation } from '../lib/i18n.js';
import { useOnReturn } from '../lib/live.js';
import { useTime } from '../lib/time.js';
import { Skeleton } from './progress.js';
import { ErrorState, NoMatch, Notice } from './states.js';

type Props<T> = {
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'dataUpdatedAt' | 'refetch'>;
  children: (data: T) => ReactNode;
  loading?: ReactNode;
  /** Nothing there at all. */
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  /** Something there, but the filters leave nothing. Asked after `isEmpty`. */
  isNoMatch?: (data: T) => boolean;
  onClearFilters?: () => void;
  /** A frame around what says itself of when it is: one notice is enough where the network is gone. */
  quiet?: boolean;
};

/**
 * Decides once, for every list and page: loading, error, empty, no match, or the content; and, where the network is gone, the
 * content with the time it is from.
 */
export function QueryView<T>({ query, children, loading, isEmpty, empty, isNoMatch, onClearFilters, quiet }: Props<T>) {
  const { data, error } = query;
  const retry = () => void query.refetch();
  useOnReturn(() => {
    if (error instanceof ApiError && error.unanswered) retry();
  });
  if (data === undefined) {
    if (error) return <ErrorState error={error} onRetry={retry} />;
    return loading ?? <Skeleton card />;
  }
  return (
    <>
      {error && !quiet && <AsOf error={error} time={query.dataUpdatedAt} />}
      {isEmpty?.(data) ? empty : isNoMatch?.(data) ? <NoMatch onClear={onClearFilters} /> : children(data)}
    </>
  );
}

function AsOf({ error, time }: { error: unknown; time: number }) {
  const { t } = useTranslation();
  const format = useTime();
  const offline = error instanceof ApiError && error.unanswered;
  return (
    <Notice tone="tea">
      {t(offline ? 'asOf.offline' : 'asOf.failed', { time: format.time(new Date(time).toISOString()) })}
    </Notice>
  );
}
