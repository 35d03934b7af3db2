import type { PersonView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Badge } from '../../../components/chip.js';
import { CheckIcon, PeopleIcon } from '../../../components/icons.js';
import { FormFailure } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useAcquaintance } from '../circle.mutations.js';

type Props = { eventId: string; personId: string; name: string; state: PersonView['acquaintance'] };

/** Says that the two know each other, so that each can introduce the other to people (K1). */
export function AcquaintanceButton({ eventId, personId, name, state }: Props) {
  const { t } = useTranslation('person');
  const know = useAcquaintance(eventId, personId);
  if (state === 'known') {
    return (
      <p>
        <Badge tone="jade">
          <CheckIcon width={16} height={16} /> {t('knows.known')}
        </Badge>
      </p>
    );
  }
  if (state === 'asked-by-me') return <p>{t('knows.waiting', { name })}</p>;
  return (
    <>
      {state === 'asked-by-them' && <p>{t('knows.theySay', { name })}</p>}
      <FormFailure failure={know.error} />
      <Button variant="secondary" full icon={PeopleIcon} busy={know.isPending} onClick={() => know.mutate()}>
        {t(state === 'asked-by-them' ? 'knows.confirm' : 'knows.say')}
      </Button>
    </>
  );
}
