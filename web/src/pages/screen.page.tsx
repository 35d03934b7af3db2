import { usePageTitle } from '../components/page-header.js';
import { ScreenControls } from '../features/screen/components/screen-controls.js';
import { ScreenRecovery } from '../features/screen/components/screen-recovery.js';
import { ScreenStage } from '../features/screen/components/screen-stage.js';
import { ScreenState } from '../features/screen/components/screen-state.js';
import { useNewReleases, useScreenLive } from '../features/screen/screen.live.js';
import { useScreen } from '../features/screen/screen.queries.js';
import { useScreenToken } from '../features/screen/screen-token.js';
import { BOTH, languagesOf, ScreenLanguages } from '../features/screen/screen-words.js';
import { serverNow } from '../lib/clock.js';
import { useSearchParams } from '../lib/router.js';
import { useWakeLock } from '../lib/use-wake-lock.js';

export function ScreenPage() {
  const token = useScreenToken();
  return (
    <ScreenRecovery>
      <Wall key={token} token={token} />
    </ScreenRecovery>
  );
}

function Wall({ token }: { token: string }) {
  const [search] = useSearchParams();
  const { data, error, dataUpdatedAt } = useScreen(token);
  useScreenLive(token);
  useNewReleases(token);
  useWakeLock();
  usePageTitle(data?.event.title ?? '');
  const languages = languagesOf(search.get('lang'), data?.event.languages);
  // Also without a network a link ends when its time has come.
  const ended = data === null || (data !== undefined && Date.parse(data.expiresAt) <= serverNow());
  const shown = ended ? null : data;
  return (
    <ScreenLanguages value={shown ? languages : BOTH}>
      <ScreenControls languages={languages} />
      {shown && <ScreenStage view={shown} offlineSince={error ? new Date(dataUpdatedAt).toISOString() : null} />}
      {!shown && <ScreenState name={ended ? 'gone' : error ? 'unreachable' : 'starting'} />}
    </ScreenLanguages>
  );
}
