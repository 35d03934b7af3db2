import type { ClaimPreview, JoinAnswer } from '@teabreak/shared';
import { useEffect, useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button, LinkButton } from '../../../components/button.js';
import { FormFailure } from '../../../components/states.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { paths } from '../../../lib/paths.js';
import { preloadPage } from '../../../lib/preload.js';
import { useTime } from '../../../lib/time.js';
import { NO_CONSENTS, withTakingPart } from '../join-values.js';
import { claim } from '../registrations.mutations.js';
import styles from './claim-card.module.css';
import { ConsentFields } from './consent-fields.js';

type Props = { token: string; preview: ClaimPreview; onClaimed: (answer: JoinAnswer) => void };

/** A personal link names its owner only half, because links get forwarded: the person says whether it is theirs. */
export function ClaimCard({ token, preview, onClaimed }: Props) {
  const { t, language } = useTranslation('join');
  useEffect(() => preloadPage(paths.event(preview.slug).home), [preview.slug]);
  const [theirs, setTheirs] = useState(false);
  const form = useForm({
    draft: null,
    initial: { consents: NO_CONSENTS },
    schema: () => import('@teabreak/shared').then((shared) => withTakingPart(shared.ClaimInput)),
    toInput: ({ consents }) => ({ consents, locale: language }),
    submit: ({ consents }) => claim(token, { consents, locale: language }),
    onDone: onClaimed,
  });
  return (
    <div className={styles.page}>
      <ClaimHeader preview={preview} title={t('claim.question')} />
      {theirs ? (
        <div className={styles.part}>
          <p>{t('claim.noText')}</p>
          <LinkButton variant="secondary" to={paths.event(preview.slug).page}>
            {t('claim.toEvent')}
          </LinkButton>
        </div>
      ) : (
        <form ref={form.ref} onSubmit={form.onSubmit} noValidate className={styles.part}>
          <h2>{t('consents')}</h2>
          <p className={styles.soft}>{t('consentsLead')}</p>
          <ConsentFields
            value={form.values.consents}
            onChange={(consents) => form.set('consents', consents)}
            errors={form.errors}
          />
          {Object.keys(form.errors).length === 0 && <FormFailure failure={form.failure} />}
          <Button type="submit" size="l" full busy={form.submitting}>
            {t('claim.yes')}
          </Button>
          <Button variant="quiet" full onClick={() => setTheirs(true)}>
            {t('claim.no')}
          </Button>
        </form>
      )}
    </div>
  );
}

export function ClaimHeader({ preview, title }: { preview: ClaimPreview; title: string }) {
  const { t } = useTranslation('join');
  const format = useTime(preview.timeZone);
  return (
    <header className={styles.header}>
      <p className={styles.eyebrow}>{t('claim.eyebrow')}</p>
      <h1>{title}</h1>
      <p className={styles.person}>
        <Avatar name={preview.maskedName} />
        <span className={styles.name}>{preview.maskedName}</span>
      </p>
      <p className={styles.soft}>{t('claim.kept')}</p>
      <p>
        <strong>{preview.eventTitle}</strong>
        <br />
        {format.dayTime(preview.startsAt)}
        {preview.venue && ` · ${preview.venue}`}
      </p>
    </header>
  );
}
