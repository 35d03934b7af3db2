import { useState } from 'react';
import { isWeChat } from '../lib/capabilities.js';
import { useTranslation } from '../lib/i18n.js';
import { Button } from './button.js';
import { QrIcon } from './icons.js';
import { QrImage } from './qr-image.js';
import { Dialog } from './sheet.js';
import styles from './wechat-code.module.css';

type Props = {
  src: string;
  /** My own: others scan it off this phone. */
  own?: boolean;
};

/** A WeChat code, alone on the screen (C3): with a second one beside it a long press recognises neither. */
export function WeChatCode({ src, own = false }: Props) {
  const { t } = useTranslation('wechat-code');
  const [open, setOpen] = useState(false);
  const how = own ? 'own' : isWeChat() ? 'press' : 'scan';
  return (
    <>
      <Button variant="secondary" full icon={QrIcon} onClick={() => setOpen(true)}>
        {t(own ? 'showOwn' : 'show')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('common:contact.wechat-qr')}>
        <div className={styles.alone}>
          <QrImage src={src} alt={t('common:contact.wechat-qr')} big />
          <p>{t(how)}</p>
        </div>
      </Dialog>
    </>
  );
}
