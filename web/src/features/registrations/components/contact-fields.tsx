import type { TypedContactKind } from '@teabreak/shared';
import { LIMITS } from '@teabreak/shared/limits';
import { Segmented } from '../../../components/segmented.js';
import { TextField } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './join-form.module.css';

export const CONTACT_KINDS: readonly TypedContactKind[] = ['wechat', 'phone', 'email', 'link'];

/** Brings up the right keyboard, and what the phone can fill in by itself. */
export const CONTACT_INPUTS = {
  wechat: { type: 'text', autoComplete: 'off', autoCapitalize: 'none', spellCheck: false },
  phone: { type: 'tel', autoComplete: 'tel' },
  email: { type: 'email', autoComplete: 'email' },
  link: { type: 'url', autoComplete: 'url' },
} as const;

type Value = { kind: TypedContactKind; value: string };
type Props = { value: Value; onChange: (contact: Value) => void; errors: Record<string, string> };

/** One way to be reached. What was typed stays when the kind changes: people notice late that it was a number. */
export function ContactFields({ value, onChange, errors }: Props) {
  const { t } = useTranslation('join');
  const hint = [t('contactPrivate'), value.kind === 'email' ? t('contact.email.hint') : ''].filter(Boolean).join(' ');
  return (
    <div className={styles.group}>
      <p className={styles.label}>{t('contactKind')}</p>
      <Segmented
        label={t('contactKind')}
        options={CONTACT_KINDS.map((kind) => ({ value: kind, label: t(`contact.${kind}.kind`) }))}
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind })}
      />
      <TextField
        {...CONTACT_INPUTS[value.kind]}
        label={t(`contact.${value.kind}.label`)}
        hint={hint}
        name="contact.value"
        placeholder={t(`contact.${value.kind}.placeholder`)}
        maxLength={LIMITS.contact * 2}
        value={value.value}
        onChange={(text) => onChange({ ...value, value: text })}
        error={errors['contact.value']}
      />
    </div>
  );
}
