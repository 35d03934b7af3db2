import type { AskView } from '@teabreak/shared';
import { useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { Form } from '../../../components/form.js';
import { ChatIcon } from '../../../components/icons.js';
import { Sheet } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { toast } from '../../../components/toast.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { offerHelp, useAsksChanged } from '../asks.mutations.js';
import styles from './asks.module.css';

type Props = { eventId: string; ask: AskView; threadPath: (threadId: string) => string };

/** "I can help": or how far that has got. */
export function HelpAnswer({ eventId, ask, threadPath }: Props) {
  const { t } = useTranslation('asks');
  const [asking, setAsking] = useState(false);
  const { kind, state, myHelp } = ask;
  if (myHelp?.state === 'introduced') {
    return (
      <LinkButton size="s" variant="secondary" icon={ChatIcon} to={threadPath(myHelp.threadId)}>
        {t('help.write')}
      </LinkButton>
    );
  }
  if (myHelp)
    return <span className={styles.soft}>{t(myHelp.state === 'waiting' ? 'help.waiting' : 'help.over')}</span>;
  if (state !== 'open') return null;
  return (
    <>
      <Button size="s" variant="secondary" onClick={() => setAsking(true)}>
        {t(`help.do.${kind}`)}
      </Button>
      <Sheet open={asking} onClose={() => setAsking(false)} title={t(`help.title.${kind}`)}>
        <HelpForm eventId={eventId} ask={ask} onSent={() => setAsking(false)} />
      </Sheet>
    </>
  );
}

function HelpForm({ eventId, ask, onSent }: { eventId: string; ask: AskView; onSent: () => void }) {
  const { t } = useTranslation('asks');
  const changed = useAsksChanged(eventId);
  const form = useForm({
    draft: `help-${ask.id}`,
    initial: { line: '' },
    schema: () => import('@teabreak/shared').then((shared) => shared.HelpInput),
    submit: ({ line }) => offerHelp(eventId, ask.id, line),
    onDone: () => {
      toast(t('help.sent'));
      onSent();
      void changed();
    },
  });
  return (
    <Form form={form}>
      <blockquote className={styles.quote}>{ask.text}</blockquote>
      <TextArea label={t('help.line')} hint={t('help.lineHint')} optional rows={3} max={280} {...form.field('line')} />
      <p className={styles.soft}>{t('help.promise')}</p>
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {t('help.send')}
      </Button>
    </Form>
  );
}
