import type { AskView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import styles from './asks.module.css';

type Props = { ask: Pick<AskView, 'author' | 'mine'>; personPath: (personId: string) => string };

/** Whose it is; somebody whom the board does not show to all has no name here (B4). */
export function AskAuthor({ ask: { author, mine }, personPath }: Props) {
  const { t } = useTranslation('asks');
  if (!author) {
    return (
      <span className={styles.by} title={t('somebodyHint')}>
        <Avatar name="?" size="s" />
        <span className={styles.soft}>{t('somebody')}</span>
      </span>
    );
  }
  const who = (
    <>
      <Avatar name={author.name} size="s" />
      <span>
        <span className={styles.name}>{mine ? t('me') : author.name}</span>
        {author.headline && !mine && <span className={styles.headline}>{author.headline}</span>}
      </span>
    </>
  );
  return mine ? (
    <span className={styles.by}>{who}</span>
  ) : (
    <Link to={personPath(author.registrationId)} className={styles.by}>
      {who}
    </Link>
  );
}
