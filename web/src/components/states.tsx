import type { ReactNode } from 'react';
import { ApiError, errorMessage } from '../lib/api-error.js';
import { useTranslation } from '../lib/i18n.js';
import { Button } from './button.js';
import { InfoIcon, OfflineIcon, RefreshIcon, WarnIcon } from './first-icons.js';
import styles from './states.module.css';

type EmptyProps = {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  /** The whole page is this: the title is its heading. */
  page?: boolean;
};

/** Nothing yet: says so, and what to do about it. */
export function EmptyState({ title, children, action, page = false }: EmptyProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles.state}>
      <EmptyBowl />
      <Title className={styles.title}>{title}</Title>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </div>
  );
}

type NoMatchProps = { title?: string; children?: ReactNode; onClear?: () => void };

/** Something is there, but not with these filters. */
export function NoMatch({ title, children, onClear }: NoMatchProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.state}>
      <p className={styles.title}>{title ?? t('noMatch.title')}</p>
      {children && <div className={styles.text}>{children}</div>}
      {onClear && (
        <Button variant="secondary" onClick={onClear}>
          {t('noMatch.clear')}
        </Button>
      )}
    </div>
  );
}

/** The server's sentence, or ours where there was no answer, and a way to try again. */
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const offline = error instanceof ApiError && error.unanswered;
  const Glyph = offline ? OfflineIcon : WarnIcon;
  return (
    <div className={styles.state} role="alert">
      <Glyph width={36} height={36} className={offline ? styles.offline : styles.broken} />
      <p className={styles.title}>{errorMessage(error, t)}</p>
      {onRetry && (
        <Button variant="secondary" icon={RefreshIcon} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

/** A sentence that stands in the flow. 'seal' is announced. */
export function Notice({ tone = 'plain', children }: { tone?: 'plain' | 'tea' | 'seal'; children: ReactNode }) {
  const Glyph = tone === 'plain' ? InfoIcon : WarnIcon;
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'seal' ? 'alert' : undefined} tabIndex={-1}>
      <Glyph width={20} height={20} />
      <div>{children}</div>
    </div>
  );
}

/** What stopped a form, above its button. Nothing where there is nothing. */
export function FormFailure({ failure }: { failure: unknown }) {
  const { t } = useTranslation();
  return failure ? <Notice tone="seal">{errorMessage(failure, t)}</Notice> : null;
}

function EmptyBowl() {
  return (
    <svg viewBox="0 0 96 64" width="96" height="64" fill="none" aria-hidden="true" className={styles.bowl}>
      <path d="M20 26h56a28 28 0 0 1-19 26.500V57H39v-4.500A28 28 0 0 1 20 26z" fill="var(--glaze)" />
      <ellipse cx="48" cy="26" rx="28" ry="5" fill="var(--surface)" stroke="var(--jade)" strokeWidth="2" />
      <path d="M8 61h80" stroke="var(--line-strong)" strokeWidth="2" strokeLinecap="round" />
      <path
        d="M48 17c-3-4 3-7 0-12"
        stroke="var(--line-strong)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray="1 5"
      />
    </svg>
  );
}
