import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { CheckIcon } from '../../../components/first-icons.js';
import { CopyIcon } from '../../../components/icons.js';
import { copyText } from '../../../lib/capabilities.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './opening-line.module.css';

type Outcome = 'waiting' | 'copied' | 'byHand';

/** A first sentence to say or to send. Where the browser does not let us copy, the text can be held and copied by hand. */
export function OpeningLine({ text }: { text: string }) {
  const { t } = useTranslation('home');
  const [outcome, setOutcome] = useState<Outcome>('waiting');
  if (!text) return null;
  const copy = async () => setOutcome((await copyText(text)) ? 'copied' : 'byHand');
  return (
    <div className={styles.line}>
      <p className={styles.label}>{t('suggestions.opening')}</p>
      <blockquote className={styles.text}>{text}</blockquote>
      <Button variant="quiet" size="s" icon={outcome === 'copied' ? CheckIcon : CopyIcon} onClick={() => void copy()}>
        {t(outcome === 'copied' ? 'suggestions.copied' : 'suggestions.copy')}
      </Button>
      <p className={styles.outcome} role="status">
        {outcome === 'byHand' && t('common:copyByHand')}
      </p>
    </div>
  );
}
