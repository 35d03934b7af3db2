import type { AskDetail, AskView } from '@teabreak/shared';
import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { CheckIcon } from '../../../components/first-icons.js';
import { EditIcon } from '../../../components/icons.js';
import { Dialog, Sheet } from '../../../components/sheet.js';
import { FormFailure, Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import type { AskPaths } from '../ask-paths.js';
import { editAsk, useAskStep, useAsksChanged } from '../asks.mutations.js';
import { AnsweredForm } from './answered-form.js';
import { type AskConsents, AskForm } from './ask-form.js';
import styles from './asks.module.css';
import { WhoCanHelp } from './who-can-help.js';

type Own = NonNullable<AskView['own']>;
type Props = { eventId: string; detail: AskDetail; own: Own; consents: AskConsents; paths: AskPaths };
type Panel = 'edit' | 'answered' | 'withdraw';

/** What its author sees and does: who can help, and how it ended. */
export function OwnAsk({ eventId, detail: { ask, threads }, own, consents, paths }: Props) {
  const { t } = useTranslation('asks');
  const [panel, setPanel] = useState<Panel | null>(null);
  const close = () => setPanel(null);
  const changed = useAsksChanged(eventId);
  const step = useAskStep(eventId, ask.id);
  const { kind, text, tags, state } = ask;
  return (
    <>
      <HowItStands ask={ask} own={own} />
      {!own.hidden && <WhoCanHelp eventId={eventId} ask={ask} threads={threads} paths={paths} />}
      <FormFailure failure={panel === null ? step.error : null} />
      <div className={styles.actions}>
        {(state === 'open' || state === 'over') && (
          <Button icon={CheckIcon} onClick={() => setPanel('answered')}>
            {t('own.answered')}
          </Button>
        )}
        {state === 'open' && !own.hidden?.removed && (
          <>
            <Button variant="secondary" icon={EditIcon} onClick={() => setPanel('edit')}>
              {t('own.edit')}
            </Button>
            <Button variant="quiet" onClick={() => setPanel('withdraw')}>
              {t('own.withdraw')}
            </Button>
          </>
        )}
        {state === 'answered' && (
          <Button variant="secondary" busy={step.isPending} onClick={() => step.mutate('reopen')}>
            {t('own.reopen')}
          </Button>
        )}
      </div>
      <Sheet open={panel === 'edit'} onClose={close} title={t('form.edit')}>
        <AskForm
          draft={null}
          fixedKind
          initial={{ kind, text, tags, onScreen: own.onScreen }}
          consents={consents}
          onSubmit={async ({ requestId: _, kind: __, ...input }) => {
            await editAsk(eventId, ask.id, { tags: [], onScreen: false, ...input });
            await changed();
            close();
          }}
        />
      </Sheet>
      <Sheet open={panel === 'answered'} onClose={close} title={t('answered.title')}>
        <AnsweredForm
          eventId={eventId}
          askId={ask.id}
          helpers={threads.filter((one) => one.state === 'introduced')}
          onDone={close}
        />
      </Sheet>
      <Dialog
        open={panel === 'withdraw'}
        onClose={close}
        title={t('own.withdrawTitle')}
        actions={
          <Button variant="danger" busy={step.isPending} onClick={() => step.mutate('withdraw', { onSuccess: close })}>
            {t('own.withdraw')}
          </Button>
        }
      >
        <p>{t('own.withdrawText')}</p>
        <FormFailure failure={step.error} />
      </Dialog>
    </>
  );
}

function HowItStands({ ask: { state }, own: { hidden, answeredBy } }: { ask: AskView; own: Own }) {
  const { t } = useTranslation('asks');
  return (
    <>
      {hidden && (
        <Notice tone="tea">{t(hidden.removed ? 'own.removed' : 'own.hidden', { reason: hidden.reason })}</Notice>
      )}
      {state === 'answered' && (
        <Notice>{answeredBy ? t('own.answeredBy', { name: answeredBy }) : t('own.answeredAlone')}</Notice>
      )}
    </>
  );
}
