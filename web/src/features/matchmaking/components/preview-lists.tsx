import type { MatchPreview } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { FilterBar, FilterChip } from '../../../components/chip.js';
import { SearchField } from '../../../components/search-field.js';
import { NoMatch } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { PreviewChanges } from '../preview-changes.js';
import { PreviewList } from './preview-list.js';
import styles from './preview-lists.module.css';

type Only = 'all' | 'changed' | 'without';
type Props = { lists: MatchPreview['lists']; changes: PreviewChanges; compared: boolean };

const AT_ONCE = 30;
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

/** All lists, to be looked through by name; the changed ones by themselves. */
export function PreviewLists({ lists, changes, compared }: Props) {
  const { t } = useTranslation('matching');
  const [typed, setTyped] = useState('');
  const [only, setOnly] = useState<Only>('all');
  const [most, setMost] = useState(AT_ONCE);
  const query = folded(typed.trim());
  const without = lists.filter(({ kind, suggestions }) => kind !== null && suggestions.length === 0);
  const wanted = only === 'without' ? without : lists.filter(({ kind }) => kind !== null);
  const found = wanted.filter(
    ({ registrationId, name }) =>
      folded(name).includes(query) && (only !== 'changed' || !compared || changes.changed.has(registrationId)),
  );
  const choose = (next: Only) => (pressed: boolean) => setOnly(pressed ? next : 'all');
  return (
    <div className={styles.lists}>
      <search className={styles.filters}>
        <SearchField label={t('lists.search')} placeholder={t('lists.search')} value={typed} onChange={setTyped} />
        <FilterBar label={t('lists.filter')}>
          {compared && (
            <FilterChip pressed={only === 'changed'} count={changes.changed.size} onChange={choose('changed')}>
              {t('lists.changed')}
            </FilterChip>
          )}
          <FilterChip pressed={only === 'without'} count={without.length} onChange={choose('without')}>
            {t('lists.without')}
          </FilterChip>
        </FilterBar>
      </search>
      {found.length === 0 && (
        <NoMatch
          onClear={() => {
            setTyped('');
            setOnly('all');
          }}
        />
      )}
      <ul className={styles.people}>
        {found.slice(0, most).map((list) => (
          <PreviewList key={list.registrationId} list={list} changes={changes} />
        ))}
      </ul>
      {found.length > most && (
        <Button variant="secondary" onClick={() => setMost(most + AT_ONCE)}>
          {t('lists.more', { count: found.length - most })}
        </Button>
      )}
    </div>
  );
}
