import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from '../lib/i18n.js';
import { IconButton } from './button.js';
import { CloseIcon } from './first-icons.js';
import styles from './sheet.module.css';

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode; actions?: ReactNode };

/** Comes up from the edge on a phone, stands in the middle on a laptop. Escape, the back of it and the cross close it. */
export function Sheet(props: Props) {
  return <Panel {...props} className={`${styles.panel} ${styles.sheet}`} />;
}

/** For a question that must be answered. */
export function Dialog(props: Props) {
  return <Panel {...props} className={`${styles.panel} ${styles.dialog}`} />;
}

function Panel({ open, onClose, title, children, actions, className }: Props & { className: string }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (!open) return;
    const element = dialog.current;
    const opener = document.activeElement;
    element?.showModal();
    heading.current?.focus();
    return () => {
      element?.close();
      // Closing natively gives the focus back to what opened it, but by now the dialog is out of the page, and the focus nowhere.
      if (opener instanceof HTMLElement && document.activeElement === document.body)
        opener.focus({ preventScroll: true });
    };
  }, [open]);

  if (!open) return null;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click on the backdrop is a second way; Escape is the keyboard's
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.inside}>
        <header className={styles.header}>
          <h2 id={titleId} ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <IconButton label={t('close')} icon={CloseIcon} onClick={onClose} />
        </header>
        <div className={styles.body}>{children}</div>
        {actions && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  );
}
