import type { CirclePerson } from '@teabreak/shared';
import type { ReactNode } from 'react';
import { Avatar } from '../../../components/avatar.js';
import styles from './circle.module.css';

type Props = { person: CirclePerson; note?: ReactNode; size?: 's' | 'm'; children?: ReactNode };

/** Somebody in one line: face, name, and below it what is to be said of them. */
export function PersonLine({ person: { name, headline }, note, size = 'm', children }: Props) {
  return (
    <div className={styles.person}>
      <Avatar name={name} size={size} />
      <div>
        <strong>{name}</strong>
        <span className={styles.headline}>
          {note}
          {note && headline && ' · '}
          {headline}
        </span>
        {children}
      </div>
    </div>
  );
}
