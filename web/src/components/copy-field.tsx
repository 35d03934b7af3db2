import { useId, useRef, useState } from 'react';
import { copyText } from '../lib/capabilities.js';
import { useTranslation } from '../lib/i18n.js';
import { Button } from './button.js';
import styles from './copy-field.module.css';
import { CheckIcon } from './first-icons.js';
import { CopyIcon } from './icons.js';

type Outcome = 'waiting' | 'copied' | 'byHand';

/** Some in-app browsers refuse every way to copy: then the text is selected and the person is told to hold it. */
export function CopyField({ label, value, onCopy }: { label: string; value: string; onCopy?: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<Outcome>('waiting');

  const copy = async () => {
    const copied = await copyText(value);
    setOutcome(copied ? 'copied' : 'byHand');
    if (!copied) input.current?.select();
    onCopy?.();
  };

  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        ref={input}
        className={styles.value}
        value={value}
        readOnly
        onFocus={(event) => event.target.select()}
      />
      <Button variant="secondary" icon={outcome === 'copied' ? CheckIcon : CopyIcon} onClick={() => void copy()}>
        {t(outcome === 'copied' ? 'copied' : 'copy')}
      </Button>
      <p className={styles.outcome} role="status">
        {outcome === 'byHand' && t('copyByHand')}
      </p>
    </div>
  );
}
