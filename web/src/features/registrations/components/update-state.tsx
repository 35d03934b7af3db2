import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import styles from './me-sections.module.css';

type Props = { mutation: { isSuccess: boolean; isPending: boolean; error: unknown } };

/** What became of a choice that is saved by making it. */
export function UpdateState({ mutation }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FormFailure failure={mutation.error} />
      <p className={styles.state} role="status">
        {mutation.isSuccess && `✓ ${t('saved')}`}
      </p>
    </>
  );
}
