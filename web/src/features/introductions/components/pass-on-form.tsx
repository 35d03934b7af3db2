import type { IntroductionView } from '@teabreak/shared';
import { Button } from '../../../components/button.js';
import { Checkbox } from '../../../components/choices.js';
import { Form } from '../../../components/form.js';
import { FormFailure } from '../../../components/states.js';
import { TextArea } from '../../../components/text-field.js';
import { useForm } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { passOn, useTakeIn } from '../introductions.mutations.js';

/** The introducer's own words make it warm; without any it is passed on all the same. Of two steps the first goes to the second. */
export function PassOnForm({ introduction }: { introduction: IntroductionView }) {
  const { t } = useTranslation('introductions');
  const { eventId, id, through, introducer, target } = introduction;
  const takeIn = useTakeIn(eventId);
  const first = through?.isMe ?? false;
  const form = useForm({
    draft: `pass-on-${id}`,
    initial: { line: '', joins: false },
    schema: () => import('@teabreak/shared').then((shared) => shared.PassOnInput),
    submit: (input) => passOn(eventId, id, input),
    onDone: takeIn,
  });
  return (
    <Form form={form}>
      <TextArea
        label={t('passOn.line', { name: first ? (introducer?.name ?? '') : target.name })}
        hint={t('passOn.hint')}
        optional
        rows={3}
        max={280}
        {...form.field('line')}
      />
      {!first && <Checkbox label={t('passOn.joins')} hint={t('passOn.joinsHint')} {...form.field('joins')} />}
      <FormFailure failure={form.failure} />
      <Button type="submit" full busy={form.submitting}>
        {first ? t('passOn.sendTo', { name: introducer?.name ?? '' }) : t('passOn.send')}
      </Button>
    </Form>
  );
}
