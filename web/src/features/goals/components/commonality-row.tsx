import type { Commonality, CommonalityKind, Visibility } from '@teabreak/shared';
import { IconButton } from '../../../components/button.js';
import { TrashIcon } from '../../../components/icons.js';
import { Select, TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './goal-form.module.css';

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
  const name = `commonalities.${index}`;
  return (
    <div className={styles.row}>
      <Select
        label={t('commonalities.kind')}
        name={`${name}.kind`}
        options={COMMONALITY_KINDS.map((kind) => ({ value: kind, label: t(`commonalities.kinds.${kind}`) }))}
        value={row.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Select
        label={t('commonalities.visibility')}
        name={`${name}.visibility`}
        options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        value={row.visibility}
        onChange={(visibility) => onChange({ visibility })}
      />
      <IconButton label={t('commonalities.remove', { value: row.value })} icon={TrashIcon} onClick={onRemove} />
      <div className={styles.wide}>
        <TextField
          label={t('commonalities.value')}
          name={`${name}.value`}
          placeholder={t(`commonalities.examples.${row.kind}`)}
          value={row.value}
          onChange={(value) => onChange({ value })}
          error={error}
        />
      </div>
    </div>
  );
}
