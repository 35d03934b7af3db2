import type { GuestImportReport } from '@teabreak/shared';
import { type DragEvent, useId, useState } from 'react';
import { UploadIcon } from '../../../components/icons.js';
import { Progress } from '../../../components/progress.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useGuestImport } from '../guests.mutations.js';
import styles from './import.module.css';

type Props = { eventId: string; onImported: (report: GuestImportReport) => void };

/** A file is dropped or chosen and goes on its way at once: importing twice updates instead of doubling (E5). */
export function ImportDrop({ eventId, onImported }: Props) {
  const { t } = useTranslation('import');
  const id = useId();
  const [over, setOver] = useState(false);
  const [share, setShare] = useState(0);
  const upload = useGuestImport(eventId, setShare);

  const send = (file: File | undefined) => {
    if (!file || upload.isPending) return;
    setShare(0);
    upload.mutate(file, { onSuccess: onImported });
  };
  const hover = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type !== 'dragleave');
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    send(event.dataTransfer.files[0]);
  };

  return (
    <>
      <label
        htmlFor={id}
        className={over ? `${styles.drop} ${styles.over}` : styles.drop}
        onDragEnter={hover}
        onDragOver={hover}
        onDragLeave={hover}
        onDrop={drop}
      >
        <UploadIcon width={32} height={32} />
        <span className={styles.dropTitle}>{t(upload.isPending ? 'busy' : 'drop')}</span>
        <span className={styles.soft}>{t('dropHint')}</span>
        <input
          id={id}
          className="visually-hidden"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          disabled={upload.isPending}
          onChange={(event) => {
            send(event.target.files?.[0]);
            // The same file again, once it has been corrected.
            event.target.value = '';
          }}
        />
      </label>
      {upload.isPending && <Progress label={t('uploading')} value={share} />}
      <FormFailure failure={upload.error} />
    </>
  );
}
