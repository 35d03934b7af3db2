import { type ReactNode, useState } from 'react';
import { IconButton } from './button.js';
import { Badge } from './chip.js';
import styles from './entry.module.css';
import { DownIcon, TrashIcon } from './icons.js';

type Props = {
  /** What it is and what it says, in one line. */
  title: ReactNode;
  note: string;
  removeLabel: string;
  onRemove: () => void;
  /** A new entry shows its fields at once. */
  isNew: boolean;
  /** So does one with an error in it, in the same moment: the focus goes there. */
  refused: boolean;
  children: ReactNode;
};

/** One of several like it: a line to read, which opens to its fields. */
export function Entry({ title, note, removeLabel, onRemove, isNew, refused, children }: Props) {
  const [open, setOpen] = useState(isNew);
  return (
    <details className={styles.entry} open={open || refused} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={styles.summary}>
        <span className={styles.title}>{title}</span>
        <DownIcon width={20} height={20} />
        <Badge>{note}</Badge>
      </summary>
      <div className={styles.fields}>
        {children}
        <IconButton label={removeLabel} icon={TrashIcon} onClick={onRemove} />
      </div>
    </details>
  );
}

/** "Home town: Quanzhou", the value the stronger of the two. */
export function EntryTitle({ kind, value }: { kind: string; value: string }) {
  return (
    <>
      <span className={styles.kind}>{kind}</span> <strong>{value}</strong>
    </>
  );
}
