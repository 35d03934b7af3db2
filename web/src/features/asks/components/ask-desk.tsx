import type { DeskAsk } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { Badge, Chip, Chips } from '../../../components/chip.js';
import { RelativeTime } from '../../../components/moment.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, FormFailure, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAskDeskLive } from '../asks.live.js';
import { useModeration } from '../asks.mutations.js';
import { useAskDesk } from '../asks.queries.js';
import styles from './asks.module.css';
import { ModerationForm } from './moderation-form.js';

/** For those who run the event: what was posted, what was reported, and what to do about it. */
export function AskDesk({ eventId }: { eventId: string }) {
  const { t } = useTranslation('asks');
  useAskDeskLive(eventId);
  return (
    <QueryView
      query={useAskDesk(eventId)}
      isEmpty={({ asks }) => asks.length === 0}
      empty={<EmptyState title={t('desk.empty')} />}
    >
      {({ asks }) => (
        <ul className={styles.list}>
          {asks.map((ask) => (
            <li key={ask.id}>
              <Entry eventId={eventId} ask={ask} />
            </li>
          ))}
        </ul>
      )}
    </QueryView>
  );
}

function Entry({ eventId, ask }: { eventId: string; ask: DeskAsk }) {
  const { t } = useTranslation('asks');
  const [act, setAct] = useState<'hide' | 'remove' | null>(null);
  const moderation = useModeration(eventId, ask.id);
  const { kind, state, hidden, reports } = ask;
  return (
    <Card tone={reports.length > 0 && !hidden ? 'tea' : 'plain'}>
      <p className={styles.top}>
        <span>
          <Badge tone={kind === 'ask' ? 'tea' : 'jade'}>{t(`kind.${kind}`)}</Badge>{' '}
          {state !== 'open' && <Badge>{t(`state.${state}`)}</Badge>}
        </span>
        <RelativeTime at={ask.postedAt} />
      </p>
      <p className={styles.words}>{ask.text}</p>
      {ask.tags.length > 0 && (
        <Chips>
          {ask.tags.map((tag) => (
            <Chip key={tag}>{tag}</Chip>
          ))}
        </Chips>
      )}
      <p className={styles.soft}>{ask.author.name}</p>
      <Reports reports={reports} />
      {hidden && <Notice>{t(hidden.removed ? 'desk.removed' : 'desk.hidden', { reason: hidden.reason })}</Notice>}
      <FormFailure failure={act === null ? moderation.error : null} />
      {!hidden?.removed && (
        <div className={styles.actions}>
          {hidden ? (
            <Button
              size="s"
              variant="secondary"
              busy={moderation.isPending}
              onClick={() => moderation.mutate({ act: 'unhide' })}
            >
              {t('desk.unhide')}
            </Button>
          ) : (
            <Button size="s" variant="secondary" onClick={() => setAct('hide')}>
              {t('desk.hide')}
            </Button>
          )}
          <Button size="s" variant="quiet" onClick={() => setAct('remove')}>
            {t('desk.remove')}
          </Button>
        </div>
      )}
      <ModerationForm act={act} ask={ask} moderation={moderation} onClose={() => setAct(null)} />
    </Card>
  );
}

function Reports({ reports }: Pick<DeskAsk, 'reports'>) {
  const { t } = useTranslation('asks');
  if (reports.length === 0) return null;
  return (
    <div className={styles.list}>
      <strong>{t('desk.reports', { count: reports.length })}</strong>
      {reports.map(({ reason, at }) => (
        <blockquote key={at + reason} className={styles.quote}>
          {reason || t('desk.noReason')}
        </blockquote>
      ))}
    </div>
  );
}
