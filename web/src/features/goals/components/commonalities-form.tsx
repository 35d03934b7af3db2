import { useQueryClient } from '@tanstack/react-query';
import type { Commonality, CommonalityKind } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { Button } from '../../../components/button.js';
import { PlusIcon } from '../../../components/icons.js';
import { SaveBar } from '../../../components/save-bar.js';
import { useTranslation } from '../../../lib/i18n.js';
import { newId } from '../../../lib/new-id.js';
import { useSavedForm } from '../../../lib/saved-form.js';
import { saveCommonalities } from '../goals.mutations.js';
import { commonalitiesQuery } from '../goals.queries.js';
import { COMMONALITY_KINDS, CommonalityRow } from './commonality-row.js';
import styles from './goal-form.module.css';

type Row = Commonality & { key: string };
const withoutKeys = (rows: readonly Row[]) => ({ commonalities: rows.map(({ key: _, ...one }) => one) });

/** The kind not used yet, in the order people ask each other. */
const nextKind = (rows: readonly Row[]): CommonalityKind =>
  COMMONALITY_KINDS.find((kind) => !rows.some((row) => row.kind === kind)) ?? 'interest';

/** G2, G3: what I may share with others, each with who may see it. */
export function CommonalitiesForm({ commonalities }: { commonalities: readonly Commonality[] }) {
  const { t } = useTranslation('me');
  const client = useQueryClient();
  const form = useSavedForm({
    initial: { commonalities: commonalities.map((one): Row => ({ ...one, key: newId() })) },
    schema: () => import('@teabreak/shared').then((shared) => shared.CommonalitiesInput),
    toInput: (values) => withoutKeys(values.commonalities),
    submit: (values) => saveCommonalities(withoutKeys(values.commonalities)),
    onDone: (saved) => client.setQueryData(commonalitiesQuery.queryKey, saved),
  });
  const rows = form.values.commonalities;
  const put = (next: Row[]) => form.set('commonalities', next);
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      {rows.length === 0 && <p className={styles.none}>{t('commonalities.none')}</p>}
      <div className={styles.rows}>
        {rows.map((row, index) => (
          <CommonalityRow
            key={row.key}
            row={row}
            index={index}
            error={form.errors[`commonalities.${index}.value`]}
            onChange={(changed) => put(rows.map((one) => (one === row ? { ...one, ...changed } : one)))}
            onRemove={() => put(rows.filter((one) => one !== row))}
          />
        ))}
      </div>
      {rows.length >= LIMITS.commonalities ? (
        <p className={styles.none}>{t('commonalities.full')}</p>
      ) : (
        <Button
          variant="secondary"
          icon={PlusIcon}
          onClick={() => put([...rows, { key: newId(), kind: nextKind(rows), value: '', visibility: 'everyone' }])}
        >
          {t('commonalities.add')}
        </Button>
      )}
      <SaveBar state={form.state} failure={form.failure} />
    </form>
  );
}
