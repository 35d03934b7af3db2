import type { MatchWishKind } from '@teabreak/shared';
import { useState } from 'react';
import { IconButton } from '../../../components/button.js';
import { CheckIcon, type Icon, SparkIcon } from '../../../components/first-icons.js';
import { BlockIcon, ClockIcon, MoreIcon } from '../../../components/icons.js';
import { Sheet } from '../../../components/sheet.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './steer-suggestion.module.css';

const CHOICES: readonly { kind: MatchWishKind; icon: Icon }[] = [
  { kind: 'more-like-this', icon: SparkIcon },
  { kind: 'not-now', icon: ClockIcon },
  { kind: 'never', icon: BlockIcon },
];

type Props = {
  name: string;
  /** What I have said of this person already; saying it again takes it back. */
  current: MatchWishKind | null;
  onWish: (kind: MatchWishKind | null) => void;
};

/** "Not now", "never", "more like this": out of the way until wanted, each with what it does and who learns of it. */
export function SteerSuggestion({ name, current, onWish }: Props) {
  const { t } = useTranslation('home');
  const [open, setOpen] = useState(false);
  const choose = (kind: MatchWishKind) => {
    setOpen(false);
    onWish(kind === current ? null : kind);
  };
  return (
    <>
      <IconButton
        label={t('suggestions.wish.open', { name })}
        icon={MoreIcon}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      />
      <Sheet open={open} onClose={() => setOpen(false)} title={t('suggestions.wish.title', { name })}>
        <ul className={styles.choices}>
          {CHOICES.map(({ kind, icon: Glyph }) => (
            <li key={kind}>
              <button
                type="button"
                className={styles.choice}
                aria-pressed={kind === current}
                onClick={() => choose(kind)}
              >
                <Glyph width={22} height={22} />
                <span>
                  <strong>{t(`suggestions.wish.${kind}`)}</strong>
                  <span className={styles.hint}>{t(`suggestions.wish.${kind}Hint`, { name })}</span>
                </span>
                {kind === current && <CheckIcon width={20} height={20} />}
              </button>
            </li>
          ))}
        </ul>
        <p className={styles.private}>{t('suggestions.wish.private')}</p>
      </Sheet>
    </>
  );
}
