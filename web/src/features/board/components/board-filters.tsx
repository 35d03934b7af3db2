import type { GoalKind } from '@teabreak/shared';
import { GOAL_KINDS } from '@teabreak/shared/goal-kinds';
import { FilterBar, FilterChip } from '../../../components/chip.js';
import { SearchField } from '../../../components/search-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { Counts } from '../board-counts.js';
import type { BoardFilter } from '../board-filter.js';
import type { BoardPhase } from '../board-phase.js';
import styles from './board-filters.module.css';

type Props = {
  filter: BoardFilter;
  onChange: (part: Partial<BoardFilter>) => void;
  counts: Counts;
  phase: BoardPhase;
  /** Whoever is no guest shares nothing with anybody, and nobody is suggested to them. */
  isGuest: boolean;
};

export function BoardFilters({ filter, onChange, counts, phase, isGuest }: Props) {
  const { t } = useTranslation('board');
  const { free, languages, tags } = counts;
  // What the address asks for can be seen and taken back, also where nobody has it any more.
  const chosenTag =
    filter.tag && !tags.some(({ key }) => key === filter.tag) ? [{ key: filter.tag, label: filter.tag }] : [];
  return (
    <search className={styles.filters}>
      <SearchField
        label={t('search')}
        placeholder={t('searchHint')}
        value={filter.query}
        onChange={(query) => onChange({ query })}
      />
      <FilterBar label={t('filters')}>
        {(phase !== 'over' || filter.freeNow) && (
          <FilterChip pressed={filter.freeNow} onChange={(freeNow) => onChange({ freeNow })} count={free}>
            {t('freeNow')}
          </FilterChip>
        )}
        {(isGuest || filter.suggested) && (
          <FilterChip pressed={filter.suggested} onChange={(suggested) => onChange({ suggested })}>
            {t('mySuggestions')}
          </FilterChip>
        )}
        {(isGuest || filter.inCommon) && (
          <FilterChip pressed={filter.inCommon} onChange={(inCommon) => onChange({ inCommon })}>
            {t('inCommon')}
          </FilterChip>
        )}
        <Choice
          label={t('goal')}
          value={filter.goal ?? ''}
          options={GOAL_KINDS.map((kind) => ({ value: kind, label: t(`goals:kind.${kind}`) }))}
          onChange={(goal) => onChange({ goal: (goal || null) as GoalKind | null })}
        />
        {(tags.length > 1 || filter.tag) && (
          <Choice
            label={t('tag')}
            value={filter.tag ?? ''}
            options={[...chosenTag, ...tags].map(({ key, label }) => ({ value: key, label }))}
            onChange={(tag) => onChange({ tag: tag || null })}
          />
        )}
        {(languages.length > 1 || filter.language) && (
          <Choice
            label={t('language')}
            value={filter.language ?? ''}
            options={languages.map((language) => ({ value: language, label: language }))}
            onChange={(language) => onChange({ language: language || null })}
          />
        )}
      </FilterBar>
    </search>
  );
}

type ChoiceProps = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
};

/** A native list in the shape of a filter chip: the phone's own wheel is the best control for nine choices. */
function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <select
      className={value ? styles.chosen : styles.choice}
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{label}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
