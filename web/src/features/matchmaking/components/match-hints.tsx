import type { SuggestionHint } from '@teabreak/shared';
import { useState } from 'react';
import { CheckIcon, type Icon, PersonIcon, SparkIcon } from '../../../components/first-icons.js';
import { ClockIcon, PlusIcon, SearchIcon } from '../../../components/icons.js';
import { Spinner } from '../../../components/progress.js';
import { toast } from '../../../components/toast.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import styles from './match-hints.module.css';

type Side = 'seeks' | 'offers';
export type AddToGoal = (side: Side, tag: string) => Promise<unknown>;
type Props = { hints: readonly SuggestionHint[]; title: string; commonalitiesPath: string; onAdd: AddToGoal };

const ICONS: Partial<Record<SuggestionHint['kind'], Icon>> = {
  'add-offers': SparkIcon,
  'add-commonalities': PersonIcon,
  'wait-for-arrivals': ClockIcon,
  'put-aside': ClockIcon,
};

/** Why there are not more, and what to add: a tag that others here use goes into the goal by one tap. */
export function MatchHints({ hints, title, commonalitiesPath, onAdd }: Props) {
  const { t } = useTranslation('home');
  if (hints.length === 0) return null;
  return (
    <div className={styles.hints}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {hints.map(({ kind, text, tags }) => {
          const Glyph = ICONS[kind] ?? SearchIcon;
          const side = kind === 'add-offers' ? 'offers' : 'seeks';
          return (
            <li key={kind} className={styles.hint}>
              <Glyph width={20} height={20} />
              <p>{text}</p>
              {tags.length > 0 && (
                <div className={styles.tags}>
                  {tags.map((tag) => (
                    <AddTag key={tag} side={side} tag={tag} onAdd={onAdd} />
                  ))}
                </div>
              )}
              {kind === 'add-commonalities' && (
                <Link className={styles.way} to={commonalitiesPath}>
                  {t('suggestions.addCommonalities')}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function AddTag({ side, tag, onAdd }: { side: Side; tag: string; onAdd: AddToGoal }) {
  const { t } = useTranslation('home');
  const [state, setState] = useState<'open' | 'busy' | 'added'>('open');
  const add = async () => {
    setState('busy');
    try {
      await onAdd(side, tag);
      setState('added');
      toast(t('suggestions.tagAdded', { tag }));
    } catch {
      setState('open');
      toast(t('suggestions.tagNotAdded'), 'seal');
    }
  };
  return (
    <button
      type="button"
      className={`${styles.tag} ${styles[side]}`}
      disabled={state !== 'open'}
      aria-busy={state === 'busy'}
      aria-label={t(side === 'offers' ? 'suggestions.offerTag' : 'suggestions.seekTag', { tag })}
      onClick={() => void add()}
    >
      {state === 'busy' && <Spinner />}
      {state === 'open' && <PlusIcon width={16} height={16} />}
      {state === 'added' && <CheckIcon width={16} height={16} />}
      {tag}
    </button>
  );
}
