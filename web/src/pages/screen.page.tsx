import { usePageTitle } from '../components/page-header.js';
import { FullScreenButton } from '../features/screen/components/full-screen-button.js';
import { ScreenStage } from '../features/screen/components/screen-stage.js';
import { ScreenState } from '../features/screen/components/screen-state.js';
import { useScreenLive } from '../features/screen/screen.live.js';
import { useScreen } from '../features/screen/screen.queries.js';
import { languagesFrom, ScreenLanguages } from '../features/screen/screen-words.js';
import { ApiError } from '../lib/api-error.js';
import { useParams, useSearchParams } from '../lib/router.js';
import { useWakeLock } from '../lib/use-wake-lock.js';

export function ScreenPage() {
  const { token = '' } = useParams();
  const [search] = useSearchParams();
  return (
    <ScreenLanguages value={languagesFrom(search.get('lang'))}>
      <Wall token={token} />
      <FullScreenButton />
    </ScreenLanguages>
  );
}

function Wall({ token }: { token: string }) {
  const { data, error, dataUpdatedAt } = useScreen(token);
  useScreenLive(token);
  useWakeLock();
  usePageTitle(data?.event.title ?? '');
  // A link that was taken away must not go on showing people's names.
  if (error instanceof ApiError && error.code === 'not_found') return <ScreenState name="gone" />;
  if (!data) return <ScreenState name={error ? 'unreachable' : 'starting'} />;
  return <ScreenStage view={data} offlineSince={error ? new Date(dataUpdatedAt).toISOString() : null} />;
}
