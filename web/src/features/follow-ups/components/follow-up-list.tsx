import type { FollowUpList, FollowUpView } from '@teabreak/shared';
import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { PageSection } from '../../../components/page-section.js';
import { QueryView } from '../../../components/query-view.js';
import { EmptyState, FormFailure } from '../../../components/states.js';
import { toast } from '../../../components/toast.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';
import { useFollowUpsLive } from '../follow-ups.live.js';
import { useKeepInTouch } from '../follow-ups.mutations.js';
import { useFollowUps } from '../follow-ups.queries.js';
import { useDay } from './days.js';
import { FollowUpCard } from './follow-up-card.js';
import styles from './follow-ups.module.css';

type Path = (id: string) => string;

/** Who waits for a word, who comes next, and with whom one could begin. */
export function FollowUps({ path }: { path: Path }) {
  useFollowUpsLive();
  return <QueryView query={useFollowUps()}>{(list) => <Sections list={list} path={path} />}</QueryView>;
}

function Sections({ list: { followUps, others }, path }: { list: FollowUpList; path: Path }) {
  const { t } = useTranslation('follow-ups');
  const due = followUps.filter((followUp) => followUp.due);
  const coming = followUps.filter(({ due: isDue, state }) => !isDue && state === 'open');
  const stopped = followUps.filter(({ state }) => state === 'stopped');
  if (followUps.length === 0 && others.length === 0)
    return <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>;
  return (
    <>
      <PageSection title={t('due.title')} hint={due.length > 0 ? t('due.hint') : t('due.none')}>
        <ul className={styles.list}>
          {due.map((followUp) => (
            <li key={followUp.id}>
              <FollowUpCard followUp={followUp} path={path(followUp.id)} />
            </li>
          ))}
        </ul>
      </PageSection>
      {coming.length > 0 && (
        <PageSection title={t('coming.title')}>
          <Rows followUps={coming} path={path} />
        </PageSection>
      )}
      {others.length > 0 && <Others others={others} />}
      {stopped.length > 0 && (
        <details>
          <summary>{t('stopped.title', { count: stopped.length })}</summary>
          <Rows followUps={stopped} path={path} />
        </details>
      )}
    </>
  );
}

function Rows({ followUps, path }: { followUps: FollowUpView[]; path: Path }) {
  const { t } = useTranslation('follow-ups');
  const day = useDay();
  return (
    <ul className={styles.plain}>
      {followUps.map(({ id, person, met, dueOn, state }) => (
        <li key={id} className={styles.row}>
          <span className={styles.line}>
            <Avatar name={person.name} size="s" />
            <span>
              <Link to={path(id)} className={styles.way}>
                {person.name}
              </Link>
              <span className={styles.met}>{met.eventTitle}</span>
            </span>
          </span>
          <span className={styles.soft}>{state === 'open' ? day(dueOn) : t('stopped.word')}</span>
        </li>
      ))}
    </ul>
  );
}

function Others({ others }: Pick<FollowUpList, 'others'>) {
  const { t } = useTranslation('follow-ups');
  const day = useDay();
  const keep = useKeepInTouch();
  return (
    <PageSection title={t('others.title')} hint={t('others.hint')}>
      <FormFailure failure={keep.error} />
      <ul className={styles.plain}>
        {others.map(({ encounterId, name, eventTitle, on }) => (
          <li key={encounterId} className={styles.row}>
            <span className={styles.line}>
              <Avatar name={name} size="s" />
              <span>
                <span className={styles.name}>{name}</span>
                <br />
                <span className={styles.met}>{t('metAt', { event: eventTitle, day: day(on) })}</span>
              </span>
            </span>
            <Button
              variant="secondary"
              size="s"
              busy={keep.isPending && keep.variables === encounterId}
              aria-label={t('others.keepName', { name })}
              onClick={() =>
                keep.mutate(encounterId, {
                  onSuccess: ({ dueOn }) => toast(t('others.kept', { name, day: day(dueOn) })),
                })
              }
            >
              {t('others.keep')}
            </Button>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
