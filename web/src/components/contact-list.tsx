import { Suspense } from 'react';
import { canDownload } from '../lib/capabilities.js';
import { useTranslation } from '../lib/i18n.js';
import { later } from '../lib/later.js';
import { LinkButton } from './button.js';
import styles from './contact-list.module.css';
import { CopyField } from './copy-field.js';
import { DownloadIcon } from './icons.js';
import { Notice } from './states.js';

// Few have one; most cards wait for nothing.
const WeChatCode = later(() => import('./wechat-code.js').then((file) => file.WeChatCode));

type Props = { contacts: readonly { kind: string; value: string; picture?: string }[]; file?: string };

/** How to reach somebody, each to copy; `file` is the address of their .vcf. Nothing where they share nothing. */
export function ContactList({ contacts, file }: Props) {
  const { t } = useTranslation();
  if (contacts.length === 0) return null;
  return (
    <div className={styles.list}>
      {contacts.map(({ kind, value, picture }) =>
        kind === 'wechat-qr' ? (
          picture && (
            <Suspense key={kind} fallback={null}>
              <WeChatCode src={picture} />
            </Suspense>
          )
        ) : (
          <CopyField key={kind + value} label={t(`contact.${kind}`)} value={value} />
        ),
      )}
      {file &&
        (canDownload() ? (
          <LinkButton variant="secondary" full download icon={DownloadIcon} href={file}>
            {t('contact.save')}
          </LinkButton>
        ) : (
          <Notice>{t('contact.inWeChat')}</Notice>
        ))}
    </div>
  );
}
