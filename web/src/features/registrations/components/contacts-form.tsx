import { useQueryClient } from '@tanstack/react-query';
import type { Contact, ContactKind, MyRegistration, TypedContactKind } from '@teabreak/shared';
import { Suspense, useState } from 'react';
import { Button } from '../../../components/button.js';
import { Entry, EntryTitle } from '../../../components/entry.js';
import { PlusIcon, QrIcon } from '../../../components/icons.js';
import { Skeleton } from '../../../components/progress.js';
import { SaveBar } from '../../../components/save-bar.js';
import { Select, TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { later } from '../../../lib/later.js';
import { newId } from '../../../lib/new-id.js';
import { useSavedForm } from '../../../lib/saved-form.js';
import { saveContacts } from '../registrations.mutations.js';
import { registrationQuery } from '../registrations.queries.js';
import { CONTACT_INPUTS, CONTACT_KINDS } from './contact-fields.js';
import styles from './me-sections.module.css';

// Reading a picture of a code is for those who add one.
const WeChatCodeField = later(() => import('./wechat-code-field.js').then((file) => file.WeChatCodeField));

const MOST = 8;
const VISIBILITIES = ['introduced', 'suggested', 'everyone', 'nobody'] as const;
type Row = Contact & { key: string };
const withoutKeys = (rows: readonly Row[]) => ({ contacts: rows.map(({ key: _, ...contact }) => contact) });

/** C1: every way to reach me, each with who sees it. A new one starts at "after an introduction". */
export function ContactsForm({ registration }: { registration: MyRegistration }) {
  const { t } = useTranslation('me');
  const client = useQueryClient();
  const { queryKey } = registrationQuery(registration.eventId);
  const form = useSavedForm({
    initial: { contacts: registration.contacts.map((contact): Row => ({ ...contact, key: newId() })) },
    schema: () => import('@teabreak/shared').then((shared) => shared.ContactsInput),
    toInput: ({ contacts }) => withoutKeys(contacts),
    submit: ({ contacts }) => saveContacts(withoutKeys(contacts)),
    onDone: (contacts) => client.setQueryData(queryKey, (before) => before && { ...before, contacts }),
  });
  const rows = form.values.contacts;
  const change = (index: number, changed: Partial<Contact>) =>
    form.set(
      'contacts',
      rows.map((row, at) => (at === index ? { ...row, ...changed } : row)),
    );
  const add = (kind: ContactKind) =>
    form.set('contacts', [...rows, { key: newId(), kind, value: '', visibility: 'introduced' }]);
  return (
    <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.form}>
      {rows.length === 0 && <p className={styles.none}>{t('contacts.none')}</p>}
      <div className={styles.rows}>
        {rows.map((row, index) => (
          <ContactRow
            key={row.key}
            row={row}
            index={index}
            saved={registration.contacts.find(({ kind }) => kind === row.kind)?.value}
            error={form.errors[`contacts.${index}.value`]}
            onChange={(changed) => change(index, changed)}
            onRemove={() =>
              form.set(
                'contacts',
                rows.filter((one) => one !== row),
              )
            }
          />
        ))}
      </div>
      {rows.length < MOST && !rows.some(({ kind }) => kind === 'wechat-qr') && (
        <Button variant="secondary" icon={QrIcon} onClick={() => add('wechat-qr')}>
          {t('weChatCode.add')}
        </Button>
      )}
      {rows.length < MOST && (
        <Button variant="secondary" icon={PlusIcon} onClick={() => add(unusedKind(rows))}>
          {t('contacts.add')}
        </Button>
      )}
      <SaveBar state={form.state} failure={form.failure} />
    </form>
  );
}

const unusedKind = (rows: readonly Row[]) =>
  CONTACT_KINDS.find((kind) => !rows.some((row) => row.kind === kind)) ?? 'link';

type RowProps = {
  row: Row;
  index: number;
  saved: string | undefined;
  error: string | undefined;
  onChange: (changed: Partial<Contact>) => void;
  onRemove: () => void;
};

function ContactRow({ row, index, saved, error, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('me');
  const [isNew] = useState(row.value === '');
  const isCode = row.kind === 'wechat-qr';
  const kindWord = isCode ? t('common:contact.wechat-qr') : t(`join:contact.${row.kind}.kind`);
  const shown = isCode && row.value ? t(row.value === saved ? 'weChatCode.there' : 'weChatCode.unsaved') : row.value;
  return (
    <Entry
      title={shown ? <EntryTitle kind={kindWord} value={shown} /> : kindWord}
      note={t(`visibility.${row.visibility}`)}
      removeLabel={t('contacts.remove', { value: isCode ? kindWord : row.value })}
      onRemove={onRemove}
      isNew={isNew}
      refused={Boolean(error)}
    >
      {row.kind === 'wechat-qr' ? (
        <Suspense fallback={<Skeleton lines={2} />}>
          <WeChatCodeField value={row.value} saved={saved} error={error} onChange={(value) => onChange({ value })} />
        </Suspense>
      ) : (
        <TypedContact row={{ ...row, kind: row.kind }} index={index} error={error} onChange={onChange} />
      )}
      <Select
        label={t('contacts.visibility')}
        name={`contacts.${index}.visibility`}
        options={VISIBILITIES.map((value) => ({ value, label: t(`visibility.${value}`) }))}
        value={row.visibility}
        onChange={(visibility) => onChange({ visibility })}
      />
    </Entry>
  );
}

type TypedProps = Pick<RowProps, 'index' | 'error' | 'onChange'> & { row: Row & { kind: TypedContactKind } };

function TypedContact({ row, index, error, onChange }: TypedProps) {
  const { t } = useTranslation('me');
  return (
    <>
      <Select
        label={t('contacts.kind')}
        name={`contacts.${index}.kind`}
        options={CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`join:contact.${kind}.kind`) }))}
        value={row.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <TextField
        {...CONTACT_INPUTS[row.kind]}
        label={t(`join:contact.${row.kind}.label`)}
        name={`contacts.${index}.value`}
        placeholder={t(`join:contact.${row.kind}.placeholder`)}
        value={row.value}
        onChange={(value) => onChange({ value })}
        error={error}
      />
    </>
  );
}
