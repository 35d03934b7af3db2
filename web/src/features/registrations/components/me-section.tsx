import { type ReactNode, useEffect, useRef } from 'react';
import { Card } from '../../../components/card.js';
import { useLocation } from '../../../lib/router.js';
import styles from './me-section.module.css';

type Props = { id: string; title: string; text?: string; children: ReactNode };

/** One part of the page about me. A link that names it in its fragment lands on it, also when it arrives after the page. */
export function MeSection({ id, title, text, children }: Props) {
  const { hash } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const meant = hash === `#${id}`;
  useEffect(() => {
    if (!meant) return;
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: 'start' });
  }, [meant]);
  return (
    <section aria-labelledby={`${id}-title`}>
      <Card>
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        {text && <p className={styles.text}>{text}</p>}
        {children}
      </Card>
    </section>
  );
}
