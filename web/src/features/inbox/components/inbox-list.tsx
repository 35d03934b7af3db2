import type { InboxItem } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Card } from '../../../components/card.js';
import { RelativeTime } from '../../../components/moment.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import { useInbox } from '../inbox.queries.js';
import styles from './inbox-list.module.css';

type Props = { eventId: string; timeZone: string; pathOf: (item: InboxItem) => string };

/** Everything that waits for me, the most urgent first. */
export function InboxList({ eventId, timeZone, pathOf }: Props) {
  const { t } = useTranslation('inbox');
  const time = useTime(timeZone);
  return (
    <QueryView
      query={useInbox(eventId)}
      isEmpty={({ items }) => items.length === 0}
      empty={<EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
    >
      {({ items, quietUntil }) => (
        <>
          {quietUntil && <Notice>{t('quiet', { time: time.time(quietUntil) })}</Notice>}
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={`${item.kind} ${item.id}`}>
                <Item item={item} path={pathOf(item)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </QueryView>
  );
}

function Item({ item, path }: { item: InboxItem; path: string }) {
  const { t } = useTranslation('inbox');
  const { kind, name, other, line, since, now } = item;
  return (
    <Card to={path} tone={now ? 'tea' : 'plain'}>
      <span className={styles.line}>
        <Avatar name={name} />
        <span>
          <strong>{t(`kinds.${kind}${other ? 'Other' : ''}`, { name, other, line })}</strong>
          {line && kind !== 'round' && <span className={styles.words}>{line}</span>}
          <span className={now ? styles.now : styles.when}>
            {now ? t('now') : since && <RelativeTime at={since} />}
          </span>
        </span>
      </span>
    </Card>
  );
}
