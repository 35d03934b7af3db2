import { useEffect, useRef, useState } from 'react';
import { SearchField } from '../../../components/search-field.js';
import { useTranslation } from '../../../lib/i18n.js';

/**
 * Keeps what is typed by itself: the address follows a moment later, and a Chinese keyboard composing a word must not be
 * interrupted by it.
 */
export function BoardSearch({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const { t } = useTranslation('board');
  const [typed, setTyped] = useState(query);
  const sent = useRef(query);
  useEffect(() => {
    // Changed from outside: "clear filters".
    if (query !== sent.current) setTyped(query);
    sent.current = query;
  }, [query]);
  return (
    <SearchField
      label={t('search')}
      placeholder={t('searchHint')}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        sent.current = text;
        onChange(text);
      }}
    />
  );
}
