import { Suspense } from 'react';
import { LinkButton } from '../../../components/button.js';
import { EditIcon, ScanIcon } from '../../../components/icons.js';
import { PageSection } from '../../../components/page-section.js';
import { QrImage } from '../../../components/qr-image.js';
import { QueryView } from '../../../components/query-view.js';
import { useTranslation } from '../../../lib/i18n.js';
import { later } from '../../../lib/later.js';
import { useCard } from '../cards.queries.js';
import styles from './cards.module.css';

const WeChatCode = later(() => import('../../../components/wechat-code.js').then((file) => file.WeChatCode));

type Props = { eventId: string; scanPath: string };

/** My card: the rotating code that others scan, and the six characters for whoever cannot (C1, C2). */
export function MyCardView({ eventId, scanPath }: Props) {
  const { t } = useTranslation('cards');
  return (
    <QueryView query={useCard(eventId)}>
      {(card) => (
        <>
          <section className={styles.face}>
            <QrImage src={`/api/cards/${card.token}/qr.png`} alt={t('qrAlt', { name: card.name })} big />
            <p className={styles.code}>
              <span className={styles.soft}>{t('orType')}</span> <strong>{spaced(card.shortCode)}</strong>
            </p>
            <div>
              <h2 className={styles.name}>{card.name}</h2>
              {card.headline && <p className={styles.soft}>{card.headline}</p>}
            </div>
          </section>
          <LinkButton full icon={ScanIcon} to={scanPath}>
            {t('scan')}
          </LinkButton>
        </>
      )}
    </QueryView>
  );
}

/** What those who swap cards with me get to see. */
export function CardContents({ eventId, editPath }: { eventId: string; editPath: string }) {
  const { t } = useTranslation('cards');
  const { data } = useCard(eventId);
  if (!data) return null;
  const shared = data.contacts.filter(({ visibility }) => visibility !== 'nobody');
  return (
    <PageSection title={t('shares')}>
      {shared.length === 0 ? (
        <p>{t('nothing')}</p>
      ) : (
        <dl className={styles.facts}>
          {shared.map(({ kind, value }) => (
            <div key={kind + value}>
              <dt>{t(`common:contact.${kind}`)}</dt>
              <dd>{kind === 'wechat-qr' ? t('weChatCode') : value}</dd>
            </div>
          ))}
        </dl>
      )}
      {data.contacts.some(({ kind }) => kind === 'wechat-qr') && (
        <Suspense fallback={null}>
          <WeChatCode own src="/api/me/contacts/wechat-qr.png" />
        </Suspense>
      )}
      <LinkButton variant="secondary" full icon={EditIcon} to={editPath}>
        {t('edit')}
      </LinkButton>
    </PageSection>
  );
}

const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;
