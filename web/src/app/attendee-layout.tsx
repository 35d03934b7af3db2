import { Suspense } from 'react';
import { BottomNav, TopBar } from '../components/bars.js';
import { AskIcon, BoardIcon, BridgeIcon, CardIcon, CupIcon } from '../components/first-icons.js';
import { OfflineBanner } from '../components/offline-banner.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { paths } from '../lib/paths.js';
import { Outlet, useParams } from '../lib/router.js';
import { useAttendeeBadges } from './attendee-badges.js';
import styles from './layouts.module.css';
import { Preferences, SkipLink } from './plain-layout.js';

const InboxBell = later(() => import('../features/inbox/components/inbox-bell.js').then((file) => file.InboxBell));

export function AttendeeLayout() {
  const { t } = useTranslation();
  const { slug = '' } = useParams();
  const event = paths.event(slug);
  const waiting = useAttendeeBadges(slug);
  return (
    <div className={styles.attendee}>
      <SkipLink />
      <TopBar
        actions={
          <>
            {waiting.eventId && (
              <Suspense>
                <InboxBell eventId={waiting.eventId} path={event.inbox} />
              </Suspense>
            )}
            <Preferences />
          </>
        }
      />
      <OfflineBanner />
      <main id="content" tabIndex={-1} className={styles.column}>
        <Outlet />
      </main>
      <BottomNav
        label={t('nav.label')}
        items={[
          { to: event.home, label: t('nav.home'), icon: CupIcon },
          { to: event.board, label: t('nav.board'), icon: BoardIcon },
          { to: event.introductions, label: t('nav.introductions'), icon: BridgeIcon, badge: waiting.introductions },
          { to: event.asks, label: t('nav.asks'), icon: AskIcon, badge: waiting.asks },
          { to: event.card, label: t('nav.card'), icon: CardIcon, badge: waiting.cards },
        ]}
      />
    </div>
  );
}
