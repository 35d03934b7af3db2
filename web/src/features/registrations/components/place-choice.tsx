import type { Place } from '@teabreak/shared';
import { CheckIcon } from '../../../components/first-icons.js';
import { Sheet } from '../../../components/sheet.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './place-choice.module.css';

type Props = {
  places: readonly Place[];
  /** Where I am; null is somewhere else, undefined nowhere yet. */
  current: string | null | undefined;
  open: boolean;
  onClose: () => void;
  onChoose: (placeId: string | null) => void;
};

/** Which table or corner: one more tap, so that people find me there. */
export function PlaceChoice({ places, current, open, onClose, onChoose }: Props) {
  const { t } = useTranslation('home');
  const rows = [...places, { id: null, name: t('presence.elsewhere'), hint: '' }];
  return (
    <Sheet open={open} onClose={onClose} title={t('presence.where')}>
      <ul className={styles.places}>
        {rows.map(({ id, name, hint }) => (
          <li key={id ?? 'elsewhere'}>
            <button
              type="button"
              className={styles.place}
              aria-current={id === current ? 'true' : undefined}
              onClick={() => onChoose(id)}
            >
              <span>
                {name}
                {hint && <span className={styles.hint}>{hint}</span>}
              </span>
              {id === current && <CheckIcon width={20} height={20} />}
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
