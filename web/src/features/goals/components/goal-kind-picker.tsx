import type { GoalKind } from '@teabreak/shared';
import { GOAL_KINDS } from '@teabreak/shared/goal-kinds';
import { useId } from 'react';
import { FieldError } from '../../../components/field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { GoalIcon } from './goal-icon.js';
import styles from './goal-kind-picker.module.css';

type Props = { value: GoalKind | null; onChange: (kind: GoalKind) => void; error: string | undefined };

/** Nine cards, three by three: chosen by one thumb without scrolling. */
export function GoalKindPicker({ value, onChange, error }: Props) {
  const { t } = useTranslation('goals');
  const id = useId();
  return (
    <fieldset>
      <legend className={styles.legend}>{t('kindLabel')}</legend>
      <div className={styles.cards}>
        {GOAL_KINDS.map((kind) => (
          <label key={kind} className={styles.card}>
            <input
              type="radio"
              className={styles.radio}
              name={`${id}-kind`}
              value={kind}
              checked={value === kind}
              aria-invalid={Boolean(error)}
              aria-describedby={error ? `${id}-error` : undefined}
              onChange={() => onChange(kind)}
            />
            <GoalIcon kind={kind} className={styles.icon} />
            <span>{t(`kind.${kind}`)}</span>
          </label>
        ))}
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </fieldset>
  );
}
