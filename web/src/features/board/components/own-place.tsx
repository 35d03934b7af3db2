import { Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { Link } from '../../../lib/router.js';

type Props = { checkedIn: boolean; shown: boolean; ticketPath: string; consentsPath: string };

/** Whoever looks at the others and is not seen by them should know it, and why. */
export function OwnPlace({ checkedIn, shown, ticketPath, consentsPath }: Props) {
  const { t } = useTranslation('board');
  if (checkedIn && shown) return null;
  return (
    <Notice>
      {t(shown ? 'own.notCheckedIn' : 'own.hidden')}{' '}
      <Link to={shown ? ticketPath : consentsPath}>{t(shown ? 'own.ticket' : 'own.change')}</Link>
    </Notice>
  );
}
