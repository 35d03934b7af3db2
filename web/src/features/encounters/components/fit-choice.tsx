import { useTranslation } from '../../../lib/i18n.js';
import styles from './note-form.module.css';

const FITS = [1, 2, 3] as const;

/** One of three, within a thumb's reach; tapping it again takes it back. */
export function FitChoice({ value, onChange }: { value: number | null; onChange: (fit: number | null) => void }) {
  const { t } = useTranslation('note');
  return (
    <fieldset>
      <legend className={styles.legend}>{t('fit')}</legend>
      <div className={styles.fits}>
        {FITS.map((fit) => (
          <label key={fit} className={styles.fit}>
            <input
              className="visually-hidden"
              type="radio"
              name="fit"
              checked={value === fit}
              onClick={() => value === fit && onChange(null)}
              onChange={() => onChange(fit)}
            />
            <Bowl filled={fit} />
            {t(`fits.${fit}`)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A bowl of tea: a sip, half, full. */
function Bowl({ filled }: { filled: 1 | 2 | 3 }) {
  const surface = { 1: 17, 2: 13.5, 3: 10 }[filled];
  return (
    <svg viewBox="0 0 32 24" width="32" height="24" fill="none" aria-hidden="true">
      <clipPath id={`fit-${filled}`}>
        <path d="M5 8h22a11 11 0 0 1-8 10.600V21h-6v-2.400A11 11 0 0 1 5 8z" />
      </clipPath>
      <rect x="4" y={surface} width="24" height="14" fill="var(--tea)" clipPath={`url(#fit-${filled})`} />
      <path
        d="M5 8h22a11 11 0 0 1-8 10.600V21h-6v-2.400A11 11 0 0 1 5 8z"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
    </svg>
  );
}
