import { weChatCode } from '@teabreak/shared/qr-codes';
import { useId, useState } from 'react';
import { FieldError } from '../../../components/field.js';
import { QrImage } from '../../../components/qr-image.js';
import { PhotoInput } from '../../../components/scanner/photo-input.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './me-sections.module.css';

type Props = {
  value: string;
  /** The value that the server has: only its picture can be shown. */
  saved: string | undefined;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** C1: my WeChat code, read from its photo on this phone; the photo goes nowhere. What is no code to add me by is refused at once. */
export function WeChatCodeField({ value, saved, error, onChange }: Props) {
  const { t } = useTranslation('me');
  const id = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const read = (text: string) => {
    const code = weChatCode(text);
    setRefused(code.ok ? null : code.reason);
    if (code.ok) onChange(code.value);
  };
  return (
    <div className={styles.weChatCode}>
      <p className={styles.weChatHow}>{t('weChatCode.how')}</p>
      {value !== '' && value === saved && <QrImage src="/api/me/contacts/wechat-qr.png" alt={t('weChatCode.alt')} />}
      {value !== '' && value !== saved && <p role="status">{t('weChatCode.read')}</p>}
      <PhotoInput album onText={read} />
      <FieldError id={id} error={refused ? t(`weChatCode.refused.${refused}`) : error} />
    </div>
  );
}
