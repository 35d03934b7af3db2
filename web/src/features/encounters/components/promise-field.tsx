import { LIMITS } from '@teabreak/shared/limits';
import { Checkbox } from '../../../components/choices.js';
import { TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './note-form.module.css';

type Props = {
  side: 'iPromised' | 'theyPromised';
  text: string;
  done: boolean;
  /** Only what was promised before can be done by now. */
  markable: boolean;
  error: string | undefined;
  onText: (text: string) => void;
  onDone: (done: boolean) => void;
};

/** What one of the two said they would do. */
export function PromiseField({ side, text, done, markable, error, onText, onDone }: Props) {
  const { t } = useTranslation('note');
  return (
    <div className={styles.promise}>
      <TextField
        label={t(`${side}`)}
        placeholder={t(`${side}Example`)}
        name={side}
        maxLength={LIMITS.promise}
        value={text}
        onChange={onText}
        error={error}
      />
      {markable && text !== '' && (
        <Checkbox label={t(`${side}Done`)} name={`${side}Done`} value={done} onChange={onDone} />
      )}
    </div>
  );
}
