import type { IntroductionView } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { LinkButton } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { DownIcon } from '../../../components/icons.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState } from '../../../components/states.js';
import { serverNow } from '../../../lib/clock.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { GROUPS, type Group, groupOf, stepOf } from '../introduction-group.js';
import { useIntroductions } from '../introductions.queries.js';
import styles from './introduction-list.module.css';

type Props = { eventId: string; timeZone: string; introductionPath: (id: string) => string; boardPath: string };

const TONES = { turn: 'tea', meeting: 'glaze', open: 'plain', over: 'plain' } as const;

/** Mine: what waits for me, whom I am to meet, what is on its way, what is over. */
export function IntroductionEntries({ eventId, timeZone, introductionPath, boardPath }: Props) {
  const { t } = useTranslation('introductions');
  return (
    <QueryView
      query={useIntroductions(eventId)}
      isEmpty={({ introductions }) => introductions.length === 0}
      empty={
        <EmptyState
          title={t('empty.title')}
          action={
            <LinkButton variant="secondary" to={boardPath}>
              {t('empty.board')}
            </LinkButton>
          }
        >
          {t('empty.text')}
        </EmptyState>
      }
    >
      {({ introductions }) =>
        GROUPS.map((group) => ({ group, members: introductions.filter((one) => groupOf(one) === group) }))
          .filter(({ members }) => members.length > 0)
          .map(({ group, members }) => (
            <GroupSection key={group} group={group} count={members.length}>
              {members.map((one) => (
                <li key={one.id}>
                  <Card to={introductionPath(one.id)} tone={TONES[group]}>
                    <Entry introduction={one} group={group} timeZone={timeZone} />
                  </Card>
                </li>
              ))}
            </GroupSection>
          ))
      }
    </QueryView>
  );
}

/** What is over is folded away: it can be looked up, and does not weigh on what is to come. */
function GroupSection({ group, count, children }: { group: Group; count: number; children: ReactNode }) {
  const { t } = useTranslation('introductions');
  const list = <ul className={styles.group}>{children}</ul>;
  const heading = (
    <h2 id={`group-${group}`} className={styles.heading}>
      {t(`group.${group}`)}
      {group !== 'meeting' && <Badge tone={group === 'turn' ? 'tea' : 'plain'}>{count}</Badge>}
    </h2>
  );
  if (group === 'over') {
    return (
      <details className={styles.over}>
        <summary>
          {heading}
          <DownIcon width={20} height={20} />
        </summary>
        {list}
      </details>
    );
  }
  return (
    <section className={styles.group} aria-labelledby={`group-${group}`}>
      {heading}
      {list}
    </section>
  );
}

/** Somebody stands there now and looks around. */
const looksForMe = ({ meeting, state }: IntroductionView) =>
  state === 'agreed' && meeting?.ping && !meeting.ping.byMe && serverNow() - Date.parse(meeting.ping.at) < 600_000;

type EntryProps = { introduction: IntroductionView; group: Group; timeZone: string };

function Entry({ introduction, group, timeZone }: EntryProps) {
  const { t } = useTranslation('introductions');
  const time = useTime(timeZone);
  const { myPart, requester, target, introducer, meeting } = introduction;
  const others = myPart === 'requester' ? [target] : myPart === 'target' ? [requester] : [requester, target];
  const names = others.map(({ name }) => name);
  const line =
    group === 'meeting' && meeting
      ? [meeting.placeName || t('meeting.anywhere'), time.span(meeting.startsAt, meeting.endsAt)].join(' · ')
      : t(`line.${myPart}.${stepOf(introduction)}`, {
          introducer: introducer?.name ?? t('hosts'),
          through: introduction.through?.name ?? '',
        });
  return (
    <div className={styles.entry}>
      <span className={styles.faces}>
        {names.map((name) => (
          <Avatar key={name} name={name} size={names.length > 1 ? 's' : 'm'} />
        ))}
      </span>
      <div className={styles.text}>
        <strong>{names.length > 1 ? t('pair', { one: names[0] ?? '', other: names[1] ?? '' }) : names[0]}</strong>
        <span className={group === 'meeting' ? undefined : styles.soft}>{line}</span>
        {looksForMe(introduction) && (
          <span>
            <Badge tone="tea">{t('ping.badge')}</Badge>
          </span>
        )}
        {introduction.byHosts && myPart === 'introducer' && group === 'turn' && (
          <span>
            <Badge>{t('forHosts')}</Badge>
          </span>
        )}
      </div>
    </div>
  );
}
