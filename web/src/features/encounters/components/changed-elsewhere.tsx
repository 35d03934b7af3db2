import { Button } from '../../../components/button.js';
import { Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { NoteValues } from '../note-drafts.js';
import styles from './note-form.module.css';

type Props = { other: NoteValues; onMine: () => void; onOther: () => void };

/** Another tab or phone has saved this note meanwhile: no version takes the other's place unseen. */
export function ChangedElsewhere({ other, onMine, onOther }: Props) {
  const { t } = useTranslation('note');
  const words = [
    other.text,
    other.iPromised && t('encounters:iPromised', { what: other.iPromised }),
    other.theyPromised && t('encounters:theyPromised', { what: other.theyPromised }),
  ].filter(Boolean);
  return (
    <Notice tone="seal">
      <p>{t('changed.text')}</p>
      <blockquote className={styles.other}>{words.join('\n') || t('changed.nothing')}</blockquote>
      <div className={styles.choices}>
        <Button size="s" onClick={onMine}>
          {t('changed.mine')}
        </Button>
        <Button size="s" variant="secondary" onClick={onOther}>
          {t('changed.other')}
        </Button>
      </div>
    </Notice>
  );
}
