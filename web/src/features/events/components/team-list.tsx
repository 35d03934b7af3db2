import type { EventRole, TeamMember } from '@teabreak/shared';
import { useState } from 'react';
import { Avatar } from '../../../components/avatar.js';
import { Button, IconButton } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { TrashIcon } from '../../../components/icons.js';
import { QueryView } from '../../../components/query-view.js';
import { Dialog } from '../../../components/sheet.js';
import { FormFailure } from '../../../components/states.js';
import { Select } from '../../../components/text-field.js';
import { useTranslation } from '../../../lib/i18n.js';
import { grantable, mayChangeTeam } from '../event-roles.js';
import { useMemberChange, useMemberRemoval } from '../team.mutations.js';
import { useTeam } from '../team.queries.js';
import styles from './team.module.css';

type Props = { eventId: string; role: EventRole; me: string | null };

export function TeamList({ eventId, role, me }: Props) {
  const { t } = useTranslation('team');
  const query = useTeam(eventId);
  const change = useMemberChange(eventId);
  const [leaving, setLeaving] = useState<TeamMember | null>(null);
  const changes = mayChangeTeam(role);
  const roles = grantable(role);
  return (
    <>
      <FormFailure failure={change.error} />
      <QueryView query={query}>
        {(team) => (
          <ul className={styles.list}>
            {team.map((member) => (
              <li key={member.accountId} className={styles.member}>
                <Avatar name={member.name} />
                <div className={styles.who}>
                  <p>
                    <strong>{member.name}</strong> {member.accountId === me && <Badge>{t('you')}</Badge>}
                  </p>
                  <p className={styles.soft}>{member.email}</p>
                </div>
                {changes && member.email && roles.includes(member.role) ? (
                  <div className={styles.act}>
                    <Select
                      label={t('roleOf', { name: member.name })}
                      name={`role-${member.accountId}`}
                      value={member.role}
                      disabled={change.isPending}
                      options={roles.map((value) => ({ value, label: t(`role.${value}.name`) }))}
                      onChange={(next) => change.mutate({ email: member.email ?? '', name: member.name, role: next })}
                    />
                    <IconButton
                      label={t('remove', { name: member.name })}
                      icon={TrashIcon}
                      onClick={() => setLeaving(member)}
                    />
                  </div>
                ) : (
                  <Badge>{t(`role.${member.role}.name`)}</Badge>
                )}
              </li>
            ))}
          </ul>
        )}
      </QueryView>
      <Leaving eventId={eventId} member={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}

type LeavingProps = { eventId: string; member: TeamMember | null; onClose: () => void };

function Leaving({ eventId, member, onClose }: LeavingProps) {
  const { t } = useTranslation('team');
  const remove = useMemberRemoval(eventId);
  const go = () => member && remove.mutate(member.accountId, { onSuccess: onClose });
  return (
    <Dialog
      open={member !== null}
      onClose={onClose}
      title={t('removeTitle', { name: member?.name ?? '' })}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button variant="danger" busy={remove.isPending} onClick={go}>
            {t('removeIt')}
          </Button>
        </>
      }
    >
      <p>{t('removeText')}</p>
      <FormFailure failure={remove.error} />
    </Dialog>
  );
}
