import { useTranslation } from '../lib/i18n.js';
import type { SaveState } from '../lib/saved-form.js';
import { Button } from './button.js';
import { CheckIcon } from './first-icons.js';
import styles from './save-bar.module.css';
import { FormFailure } from './states.js';

/** The end of a part that is saved on its own: whether it is saved, and the button. */
export function SaveBar({ state, failure }: { state: SaveState; failure: unknown }) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      {state === 'refused' && <FormFailure failure={failure} />}
      <p className={styles.state} role="status">
        {state === 'saved' && (
          <span className={styles.saved}>
            <CheckIcon width={18} height={18} /> {t('saved')}
          </span>
        )}
        {state === 'changed' && t('unsaved')}
        {state === 'refused' && <span className={styles.refused}>{t('notSaved')}</span>}
      </p>
      <Button
        type="submit"
        variant={state === 'changed' || state === 'refused' ? 'primary' : 'secondary'}
        busy={state === 'saving'}
      >
        {t('save')}
      </Button>
    </div>
  );
}
