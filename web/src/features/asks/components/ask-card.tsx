import type { AskView } from '@teabreak/shared';
import { Card } from '../../../components/card.js';
import { Badge, Chip, Chips } from '../../../components/chip.js';
import { SparkIcon } from '../../../components/first-icons.js';
import { RelativeTime } from '../../../components/moment.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import type { AskPaths } from '../ask-paths.js';
import { AskAuthor } from './ask-author.js';
import styles from './asks.module.css';
import { HelpAnswer } from './help-answer.js';

type Props = {
  eventId: string;
  ask: AskView;
  paths: AskPaths;
  /** My own word that fits it. */
  because?: string;
  /** On its own page: larger, and no link to itself. */
  alone?: boolean;
};

/** One ask or offer. What people write is text and nothing else: an address in it leads nowhere by itself. */
export function AskCard({ eventId, ask, paths, because, alone = false }: Props) {
  const { t } = useTranslation('asks');
  const { kind, state, tags, mine, own } = ask;
  return (
    <Card tone={mine ? 'glaze' : 'plain'}>
      <p className={styles.top}>
        <span>
          <Badge tone={kind === 'ask' ? 'tea' : 'jade'}>{t(`kind.${kind}`)}</Badge>{' '}
          {state !== 'open' && <Badge>{t(`state.${state}`)}</Badge>}
        </span>
        <span>
          <RelativeTime at={ask.postedAt} />
          {ask.editedAt && ` · ${t('edited')}`}
        </span>
      </p>
      {because && (
        <p className={styles.because}>
          <SparkIcon width={18} height={18} />
          {t(kind === 'ask' ? 'fitting.because' : 'fitting.becauseSeek', { word: because })}
        </p>
      )}
      {alone ? (
        <h1 className={`${styles.words} ${styles.large}`}>{ask.text}</h1>
      ) : (
        <Link to={paths.ask(ask.id)} className={styles.words}>
          {ask.text}
        </Link>
      )}
      {tags.length > 0 && (
        <Chips>
          {tags.map((tag) => (
            <Link
              key={tag}
              to={`${paths.list}?${new URLSearchParams({ tag })}`}
              className={styles.tag}
              aria-label={t('tagged', { tag })}
            >
              <Chip tone={kind === 'ask' ? 'tea' : 'jade'}>{tag}</Chip>
            </Link>
          ))}
        </Chips>
      )}
      <div className={styles.foot}>
        <AskAuthor ask={ask} personPath={paths.person} />
        {own && own.waiting > 0 && state === 'open' && !alone && (
          <Badge tone="tea">{t(kind === 'ask' ? 'own.waiting' : 'own.wants', { count: own.waiting })}</Badge>
        )}
        {!mine && <HelpAnswer eventId={eventId} ask={ask} threadPath={paths.thread} />}
      </div>
    </Card>
  );
}
