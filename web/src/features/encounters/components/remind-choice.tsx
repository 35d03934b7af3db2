import { useState } from 'react';
import { FilterBar, FilterChip } from '../../../components/chip.js';
import { TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { calendarDay } from '../calendar-day.js';
import styles from './note-form.module.css';

const SOON = { tomorrow: 1, week: 7, threeWeeks: 21 } as const;

/** A day to think of this person again; one tap for those that people mostly mean. */
export function RemindChoice({ value, onChange }: { value: string | null; onChange: (day: string | null) => void }) {
  const { t } = useTranslation('note');
  const [picking, setPicking] = useState(false);
  const days = Object.entries(SOON).map(([name, ahead]) => ({ name, day: calendarDay(ahead) }));
  const picked = value !== null && !days.some(({ day }) => day === value);
  return (
    <div>
      <p className={styles.legend} aria-hidden="true">
        {t('remind')}
      </p>
      <FilterBar label={t('remind')}>
        {days.map(({ name, day }) => (
          <FilterChip
            key={name}
            pressed={value === day && !picking}
            onChange={(pressed) => {
              setPicking(false);
              onChange(pressed ? day : null);
            }}
          >
            {t(`reminds.${name}`)}
          </FilterChip>
        ))}
        <FilterChip
          pressed={picked || picking}
          onChange={(pressed) => {
            setPicking(pressed);
            if (!pressed) onChange(null);
          }}
        >
          {t('reminds.day')}
        </FilterChip>
      </FilterBar>
      {(picked || picking) && (
        <div className={styles.day}>
          <TextField
            label={t('reminds.which')}
            name="remindOn"
            type="date"
            min={calendarDay(0)}
            value={value ?? ''}
            onChange={(day) => onChange(day === '' ? null : day)}
          />
        </div>
      )}
    </div>
  );
}
