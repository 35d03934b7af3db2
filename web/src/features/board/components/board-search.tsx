import { useState } from 'react';
import { SearchField } from '../../../components/search-field.js';
import { useTranslation } from '../../../lib/i18n.js';

/**
 * Keeps what is typed by itself: the address follows a moment later, and neither fast fingers nor a Chinese keyboard composing a
 * word may be interrupted by it. Give it another key to begin anew with `query`.
 */
export function BoardSearch({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  const { t } = useTranslation('board');
  const [typed, setTyped] = useState(query);
  const type = (text: string) => {
    setTyped(text);
    onChange(text);
  };
  return <SearchField label={t('search')} placeholder={t('searchHint')} value={typed} onChange={type} />;
}
