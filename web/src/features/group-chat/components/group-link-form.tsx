import type { GroupLink, GroupLinkInput, GroupSettings } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { PhotoInput } from '../../../components/scanner/photo-input.js';
import { FormFailure } from '../../../components/states.js';
import { TextField } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { serverNow } from '../../../lib/clock.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { instantOf, wallTimeOf } from '../../../lib/time.js';
import { saveGroupLink, useGroupLinkRemoval, useGroupSaved } from '../group-settings.mutations.js';
import styles from './group-settings.module.css';

type Props = { eventId: string; timeZone: string; link: GroupLink | null };
type Values = { url: string; label: string; expiresAt: string };

/** WeChat says so below the code when it is fetched (Q3). */
const WECHAT_LIFE_MS = 7 * 86_400_000;

/** The external group behind the permanent code (Q2): its link, or a picture of its code, from which the link is read. */
export function GroupLinkForm({ eventId, timeZone, link }: Props) {
  const { t } = useTranslation('group-settings');
  const saved = useGroupSaved(eventId);
  const remove = useGroupLinkRemoval(eventId);
  const wall = (iso: string | null | undefined) => (iso ? wallTimeOf(iso, timeZone) : '');
  const inputOf = ({ url, label, expiresAt }: Values): GroupLinkInput => ({
    url,
    label,
    expiresAt: expiresAt ? instantOf(expiresAt, timeZone) : null,
  });
  const form = useForm<Values, GroupSettings>({
    draft: null,
    initial: { url: link?.url ?? '', label: link?.label ?? '', expiresAt: wall(link?.expiresAt) },
    schema: () => import('@teabreak/shared').then((shared) => shared.GroupLinkInput),
    toInput: inputOf,
    submit: (values) => saveGroupLink(eventId, inputOf(values)),
    onDone: (settings) => {
      saved(settings);
      toast(t('saved'));
    },
  });
  const inSevenDays = () => form.set('expiresAt', wall(new Date(serverNow() + WECHAT_LIFE_MS).toISOString()));
  return (
    <Form form={form}>
      <div className={styles.url}>
        <TextField
          label={t('url')}
          hint={t('urlHint')}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          placeholder="https://weixin.qq.com/g/…"
          {...form.field('url')}
        />
        <PhotoInput album onText={(text) => form.set('url', text)} />
      </div>
      <TextField label={t('label')} placeholder={t('labelExample')} optional {...form.field('label')} />
      <div>
        <TextField
          label={t('expires')}
          hint={t('expiresHint')}
          optional
          type="datetime-local"
          {...form.field('expiresAt')}
        />
        <Button variant="quiet" size="s" onClick={inSevenDays}>
          {t('inSevenDays')}
        </Button>
      </div>
      <FormFailure failure={form.errors.url ? null : (form.failure ?? remove.error)} />
      <div className={styles.buttons}>
        <Button type="submit" busy={form.submitting}>
          {t('save')}
        </Button>
        {link && (
          <Button
            variant="quiet"
            busy={remove.isPending}
            onClick={() =>
              remove.mutate(undefined, { onSuccess: () => form.reset({ url: '', label: '', expiresAt: '' }) })
            }
          >
            {t('remove')}
          </Button>
        )}
      </div>
    </Form>
  );
}
