import type { GoalKind, MeetingRule } from '@teabreak/shared';
import { GOAL_KINDS } from '@teabreak/shared/goal-kinds';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { PlusIcon } from '../../../components/icons.js';
import { Select } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { MeetingRuleCard } from './meeting-rule-card.js';
import styles from './meeting-rules.module.css';

type Props = { rules: readonly MeetingRule[]; onChange: (rules: MeetingRule[]) => void };

/** Who may be suggested to whom, one goal after the other; without a rule everybody may meet everybody. */
export function MeetingRules({ rules, onChange }: Props) {
  const { t } = useTranslation('matching');
  const free = GOAL_KINDS.filter((kind) => !rules.some((rule) => rule.kind === kind));
  const [wanted, setWanted] = useState<GoalKind>('hire');
  const next = free.includes(wanted) ? wanted : free[0];
  const put = (changed: MeetingRule) => onChange(rules.map((rule) => (rule.kind === changed.kind ? changed : rule)));
  return (
    <div className={styles.rules}>
      {rules.length === 0 && <p className={styles.none}>{t('rules.none')}</p>}
      {rules.map((rule) => (
        <MeetingRuleCard
          key={rule.kind}
          rule={rule}
          onChange={put}
          onRemove={() => onChange(rules.filter(({ kind }) => kind !== rule.kind))}
        />
      ))}
      {next && (
        <div className={styles.add}>
          <Select
            label={t('rules.for')}
            name="rule-kind"
            value={next}
            onChange={setWanted}
            options={free.map((kind) => ({ value: kind, label: t(`goals:kind.${kind}`) }))}
          />
          <Button
            variant="secondary"
            icon={PlusIcon}
            onClick={() => onChange([...rules, { kind: next, suggestedTo: 'everyone', atMost: null }])}
          >
            {t('rules.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
