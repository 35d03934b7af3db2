import type { Commonality, CommonalityKind, Visibility } from '@teabreak/shared';
import { useState } from 'react';
import { Entry, EntryTitle } from '../../../components/entry.js';
import { Select, TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';

export const COMMONALITY_KINDS: readonly CommonalityKind[] = [
  'hometown',
  'school',
  'interest',
  'lives-in',
  'company',
  'industry',
  'speaks',
  'learns',
  'lived-in',
  'ancestral-home',
];
const VISIBILITIES: readonly Visibility[] = ['everyone', 'suggested', 'introduced', 'nobody'];

type Props = {
  row: Commonality;
  index: number;
  error: string | undefined;
  onChange: (changed: Partial<Commonality>) => void;
  onRemove: () => void;
};

export function CommonalityRow({ row, index, error, onChange, onRemove }: Props) {
  const { t } = useTranslation('me');
  const [isNew] = useState(row.value === '');
  const name = `commonalities.${index}`;
  const kindWord = t(`commonalities.kinds.${row.kind}`);
  return (
    <Entry
      title={row.value ? <EntryTitle kind={kindWord} value={row.value} /> : kindWord}
      note={t(`visibility.${row.visibility}`)}
      removeLabel={t('commonalities.remove', { value: row.value })}
      onRemove={onRemove}
      isNew={isNew}
      refused={Boolean(error)}
    >
      <Select
        label={t('commonalities.kind')}
        name={`${name}.kind`}
        options={COMMONALITY_KINDS.map((kind) => ({ value: kind, label: t(`commonalities.kinds.${kind}`) }))}
        value={row.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        label={t('commonalities.value')}
        name={`${name}.value`}
        placeholder={t(`commonalities.examples.${row.kind}`)}
        value={row.value}
        onChange={(value) => onChange({ value })}
        error={error}
      />
      <Select
        label={t('commonalities.visibility')}
        name={`${name}.visibility`}
        options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        value={row.visibility}
        onChange={(visibility) => onChange({ visibility })}
      />
    </Entry>
  );
}
