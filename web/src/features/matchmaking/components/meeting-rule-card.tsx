import type { GoalKind, MeetingRule } from '@teabreak/shared';
import { GOAL_KINDS } from '@teabreak/shared/goal-kinds';
import { LIMITS } from '@teabreak/shared/limits';
import { IconButton } from '../../../components/button.js';
import { FilterChip } from '../../../components/chip.js';
import { TrashIcon } from '../../../components/icons.js';
import { Segmented } from '../../../components/segmented.js';
import { Select } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './meeting-rules.module.css';

type Props = { rule: MeetingRule; onChange: (rule: MeetingRule) => void; onRemove: () => void };

const AS_USUAL = 'usual';
const FEWER = Array.from({ length: LIMITS.exposure }, (_, lists) => lists);

/** "People who came to hire are suggested to … only, on at most … lists", and the same as a sentence. */
export function MeetingRuleCard({ rule, onChange, onRemove }: Props) {
  const { t, language } = useTranslation('matching');
  const { kind, suggestedTo, atMost } = rule;
  const goal = t(`goals:kind.${kind}`);
  const only = suggestedTo === 'everyone' ? null : suggestedTo;
  const names = new Intl.ListFormat(language, { type: 'disjunction' });
  const toggle = (other: GoalKind, on: boolean) =>
    onChange({ ...rule, suggestedTo: GOAL_KINDS.filter((one) => (one === other ? on : only?.includes(one))) });
  const to = only === null ? 'everyone' : only.length === 0 ? 'nobody' : 'only';
  return (
    <section className={styles.rule} aria-label={goal}>
      <header className={styles.head}>
        <h3>{t('rules.who', { goal })}</h3>
        <IconButton label={t('rules.remove', { goal })} icon={TrashIcon} onClick={onRemove} />
      </header>
      <Segmented
        label={t('rules.suggestedTo')}
        value={only === null ? 'everyone' : 'only'}
        onChange={(choice) => onChange({ ...rule, suggestedTo: choice === 'everyone' ? 'everyone' : [] })}
        options={[
          { value: 'everyone', label: t('rules.everyone') },
          { value: 'only', label: t('rules.only') },
        ]}
      />
      {only && (
        <fieldset className={styles.kinds} aria-label={t('rules.onlyTo')}>
          {GOAL_KINDS.map((other) => (
            <FilterChip key={other} pressed={only.includes(other)} onChange={(on) => toggle(other, on)}>
              {t(`goals:kind.${other}`)}
            </FilterChip>
          ))}
        </fieldset>
      )}
      <Select
        label={t('rules.atMost')}
        name={`at-most-${kind}`}
        value={atMost === null || atMost >= LIMITS.exposure ? AS_USUAL : String(atMost)}
        onChange={(lists) => onChange({ ...rule, atMost: lists === AS_USUAL ? null : Number(lists) })}
        options={[
          { value: AS_USUAL, label: t('rules.usual', { count: LIMITS.exposure }) },
          ...FEWER.map((count) => ({ value: String(count), label: t('rules.lists', { count }) })),
        ]}
      />
      <p className={styles.sentence} role="status">
        {t(`rules.sentence.${atMost === 0 ? 'nobody' : to}`, {
          goal,
          kinds: names.format((only ?? []).map((one) => `“${t(`goals:kind.${one}`)}”`)),
        })}
        {atMost !== null && atMost > 0 && to !== 'nobody' && ` ${t('rules.sentence.atMost', { count: atMost })}`}
      </p>
    </section>
  );
}
