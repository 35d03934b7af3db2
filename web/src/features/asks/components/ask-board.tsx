import { useState } from 'react';
import { Button } from '../../../components/button.js';
import { Card } from '../../../components/card.js';
import { Badge } from '../../../components/chip.js';
import { PlusIcon } from '../../../components/icons.js';
import { Sheet } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { draft } from '../../../lib/storage.js';
import { isFiltered } from '../ask-filter.js';
import type { AskPaths } from '../ask-paths.js';
import { useAsksLive } from '../asks.live.js';
import { useAskFilter } from '../use-ask-filter.js';
import { type AskOutbox, useAskOutbox } from '../use-ask-outbox.js';
import { AskFilters } from './ask-filters.js';
import { type AskConsents, AskForm } from './ask-form.js';
import { AskList } from './ask-list.js';
import styles from './asks.module.css';
import { FittingAsks } from './fitting-asks.js';
import { ThreadEntries } from './thread-entries.js';

type Props = { eventId: string; consents: AskConsents; paths: AskPaths };

/** What the room asks of and gives to each other (A1). */
export function AskBoard({ eventId, consents, paths }: Props) {
  const { t } = useTranslation('asks');
  const [writing, setWriting] = useState(false);
  const { filter, typed, type, change, clear } = useAskFilter();
  const outbox = useAskOutbox(eventId);
  useAsksLive(eventId);
  const draftName = `ask-${eventId}`;
  return (
    <>
      <Button full icon={PlusIcon} disabled={outbox.waiting !== null} onClick={() => setWriting(true)}>
        {t('form.title')}
      </Button>
      <Sheet open={writing} onClose={() => setWriting(false)} title={t('form.title')}>
        <AskForm
          draft={draftName}
          consents={consents}
          onSubmit={async (input) => {
            outbox.send(input);
            setWriting(false);
          }}
        />
      </Sheet>
      <Unsent
        outbox={outbox}
        onChange={({ requestId: _, ...values }) => {
          draft.write(draftName, values);
          setWriting(true);
        }}
      />
      <ThreadEntries eventId={eventId} paths={paths} />
      {!isFiltered(filter) && <FittingAsks eventId={eventId} paths={paths} />}
      <AskFilters filter={filter} typed={typed} onType={type} onChange={change} />
      <AskList eventId={eventId} paths={paths} filter={filter} onClear={clear} />
    </>
  );
}

type Unsent = NonNullable<AskOutbox['waiting']>;

/** What I have just posted, before the server has it. */
function Unsent({ outbox, onChange }: { outbox: AskOutbox; onChange: (input: Unsent['input']) => void }) {
  const { t } = useTranslation('asks');
  if (!outbox.waiting) return null;
  const { input, failure } = outbox.waiting;
  return (
    <Card tone="glaze">
      <p className={styles.top} role="status">
        <Badge tone={input.kind === 'ask' ? 'tea' : 'jade'}>{t(`kind.${input.kind}`)}</Badge>
        {t(failure ? 'form.notSent' : 'form.sending')}
      </p>
      <p className={styles.words}>{input.text}</p>
      <FormFailure failure={failure} />
      {failure !== null && (
        <div className={styles.actions}>
          <Button size="s" onClick={outbox.again}>
            {t('form.again')}
          </Button>
          <Button
            size="s"
            variant="secondary"
            onClick={() => {
              const taken = outbox.takeOut();
              if (taken) onChange(taken);
            }}
          >
            {t('form.change')}
          </Button>
          <Button size="s" variant="quiet" onClick={outbox.takeOut}>
            {t('form.discard')}
          </Button>
        </div>
      )}
    </Card>
  );
}
