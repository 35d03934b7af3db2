import type { AskKind } from '@teabreak/shared';
import { FilterBar, FilterChip } from '../../../components/chip.js';
import { SearchField } from '../../../components/search-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { AskFilter } from '../ask-filter.js';
import styles from './asks.module.css';

type Props = {
  filter: AskFilter;
  typed: string;
  onType: (text: string) => void;
  onChange: (part: Partial<Omit<AskFilter, 'query'>>) => void;
};

export function AskFilters({ filter, typed, onType, onChange }: Props) {
  const { t } = useTranslation('asks');
  const only = (kind: AskKind) => (pressed: boolean) => onChange({ kind: pressed ? kind : 'all' });
  return (
    <search className={styles.filters}>
      <SearchField label={t('filter.search')} placeholder={t('filter.hint')} value={typed} onChange={onType} />
      <FilterBar label={t('filter.label')}>
        {filter.tag && (
          <FilterChip pressed onChange={() => onChange({ tag: '' })}>
            {filter.tag}
          </FilterChip>
        )}
        <FilterChip pressed={filter.kind === 'ask'} onChange={only('ask')}>
          {t('filter.ask')}
        </FilterChip>
        <FilterChip pressed={filter.kind === 'offer'} onChange={only('offer')}>
          {t('filter.offer')}
        </FilterChip>
        <FilterChip
          pressed={filter.state === 'answered'}
          onChange={(pressed) => onChange({ state: pressed ? 'answered' : 'open' })}
        >
          {t('filter.answered')}
        </FilterChip>
        <FilterChip pressed={filter.mine} onChange={(mine) => onChange({ mine })}>
          {t('filter.mine')}
        </FilterChip>
      </FilterBar>
    </search>
  );
}
