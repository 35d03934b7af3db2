import type { MyRegistration } from '@teabreak/shared';
import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '../../../components/progress.js';
import { QueryView } from '../../../components/query-view.js';
import { ApiError } from '../../../lib/api-error.js';
import { useRegistration } from '../registrations.queries.js';
import { takesPart } from '../takes-part.js';
import { NotOnTheList } from './not-on-the-list.js';

const AgreeFirst = lazy(() => import('./agree-first.js').then((file) => ({ default: file.AgreeFirst })));

const NOT_MINE = new Set(['not_found', 'not_signed_in', 'session_ended']);

type Props = {
  eventId: string;
  joinPath: string;
  signInPath: string;
  loading?: ReactNode;
  /** What those see who are not on the list, instead of the way onto it. */
  stranger?: ReactNode;
  children: (registration: MyRegistration) => ReactNode;
};

/** Shows its children to those on the list, and a way in to everybody else. */
export function WithRegistration({ eventId, joinPath, signInPath, loading, stranger, children }: Props) {
  const query = useRegistration(eventId);
  if (query.error instanceof ApiError && NOT_MINE.has(query.error.code))
    return stranger ?? <NotOnTheList joinPath={joinPath} signInPath={signInPath} />;
  return (
    <QueryView query={query} loading={loading} quiet>
      {(registration) =>
        registration.status !== 'confirmed' || takesPart(registration) ? (
          children(registration)
        ) : (
          <Suspense fallback={<Skeleton lines={4} />}>
            <AgreeFirst registration={registration} />
          </Suspense>
        )
      }
    </QueryView>
  );
}
