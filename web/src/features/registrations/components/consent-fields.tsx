import type { Consents } from '@teabreak/shared';
import { Checkbox } from '../../../components/choices.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './consent-fields.module.css';

const CONSENTS = ['takePart', 'board', 'screen', 'suggestions'] as const;

type Props = {
  value: Consents;
  onChange: (consents: Consents) => void;
  errors: Record<string, string>;
};

/** P1: four separate questions; only the first is needed, and it says so. */
export function ConsentFields({ value, onChange, errors }: Props) {
  const { t } = useTranslation('join');
  return (
    <div className={styles.consents}>
      {CONSENTS.map((name) => (
        <Checkbox
          key={name}
          name={`consents.${name}`}
          label={
            <>
              {t(`consent.${name}.label`)}{' '}
              <span className={name === 'takePart' ? styles.required : styles.optional}>
                {t(name === 'takePart' ? 'required' : 'optional')}
              </span>
            </>
          }
          hint={t(`consent.${name}.text`)}
          value={value[name]}
          onChange={(given) => onChange({ ...value, [name]: given })}
          error={errors[`consents.${name}`] && t('takePartNeeded')}
        />
      ))}
    </div>
  );
}
