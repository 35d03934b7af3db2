import { Avatar } from '../../../components/avatar.js';
import { Button } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { QueryView } from '../../../components/query-view.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useOrganizerRemoval } from '../organizers.mutations.js';
import { useOrganizers } from '../organizers.queries.js';
import styles from './organizer-list.module.css';

export function OrganizerList() {
  const { t } = useTranslation('site');
  const query = useOrganizers();
  const remove = useOrganizerRemoval();
  return (
    <>
      <FormFailure failure={remove.error} />
      <QueryView query={query}>
        {(organizers) => (
          <ul className={styles.list}>
            {organizers.map(({ id, name, email, siteRole }) => (
              <li key={id} className={styles.one}>
                <Avatar name={name} />
                <div className={styles.who}>
                  <strong>{name}</strong>
                  <p className={styles.soft}>{email}</p>
                </div>
                {siteRole === 'first' ? (
                  <Badge tone="jade">{t('organizers.first')}</Badge>
                ) : (
                  <Button
                    variant="quiet"
                    size="s"
                    busy={remove.isPending && remove.variables === id}
                    aria-label={t('organizers.removeName', { name })}
                    onClick={() => remove.mutate(id)}
                  >
                    {t('organizers.remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
    </>
  );
}
