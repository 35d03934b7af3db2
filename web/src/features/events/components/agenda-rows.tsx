import { Button, IconButton } from '../../../components/button.js';
import { CupIcon } from '../../../components/first-icons.js';
import { PlusIcon, TrashIcon } from '../../../components/icons.js';
import { PageSection } from '../../../components/page-section.js';
import { Select, TextField } from '../../../components/text-field.js';
import type { Form } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { useTime } from '../../../lib/time.js';
import {
  type AgendaRow,
  daysOf,
  type EventValues,
  nextSession,
  nextTeaBreak,
  offsetOf,
  timeOf,
} from '../event-values.js';
import styles from './event-form.module.css';

type Props = { form: Form<EventValues> };

/** The programme. A break is where people meet, so it has a button of its own and knows a good time. */
export function AgendaRows({ form }: Props) {
  const { t } = useTranslation('event-form');
  const { values } = form;
  const put = (agenda: AgendaRow[]) => form.set('agenda', agenda);
  return (
    <PageSection title={t('agenda')} hint={t('agendaHint')}>
      <div className={styles.rows}>
        {values.agenda.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            index={index}
            form={form}
            onChange={(part) => put(values.agenda.map((one) => (one.key === row.key ? { ...one, ...part } : one)))}
            onRemove={() => put(values.agenda.filter((one) => one.key !== row.key))}
          />
        ))}
      </div>
      <div className={styles.add}>
        <Button
          variant="secondary"
          icon={CupIcon}
          onClick={() => put([...values.agenda, nextTeaBreak(values, t('teaBreak'))])}
        >
          {t('addBreak')}
        </Button>
        <Button variant="quiet" icon={PlusIcon} onClick={() => put([...values.agenda, nextSession(values)])}>
          {t('addSession')}
        </Button>
      </div>
    </PageSection>
  );
}

type RowProps = Props & {
  row: AgendaRow;
  index: number;
  onChange: (part: Partial<AgendaRow>) => void;
  onRemove: () => void;
};

function Row({ form, row, index, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('event-form');
  const { startsAt } = form.values;
  const error = (field: string) => form.errors[`agenda.${index}.${field}`];
  const kind = t(`kind.${row.kind}`);
  const time = (field: 'from' | 'to') => ({
    name: `agenda.${index}.${field}`,
    type: 'time',
    value: timeOf(row[field], startsAt),
    error: error(field === 'from' ? 'startsAt' : 'endsAt'),
    onChange: (text: string) => onChange({ [field]: offsetOf(text, form.values) }),
  });
  return (
    <fieldset className={[styles.row, styles.item, row.kind === 'break' && styles.break].filter(Boolean).join(' ')}>
      <legend className="visually-hidden">{t('rowLegend', { kind, number: index + 1 })}</legend>
      <div className={styles.main}>
        <TextField
          label={kind}
          name={`agenda.${index}.title`}
          value={row.title}
          error={error('title')}
          onChange={(title) => onChange({ title })}
        />
      </div>
      <TextField label={t('from')} {...time('from')} />
      <TextField label={t('to')} {...time('to')} />
      <div className={styles.remove}>
        <IconButton label={t('removeRow', { what: row.title || kind })} icon={TrashIcon} onClick={onRemove} />
      </div>
      <Day form={form} row={row} index={index} onChange={onChange} />
    </fieldset>
  );
}

/** Only an event of several days asks on which. */
function Day({ form, row, index, onChange }: Omit<RowProps, 'onRemove'>) {
  const { t } = useTranslation('event-form');
  const format = useTime('UTC');
  const days = daysOf(form.values);
  if (days.length === 0) return null;
  return (
    <div className={styles.wide}>
      <Select
        label={t('day')}
        name={`agenda.${index}.day`}
        value={String(row.day)}
        onChange={(day) => onChange({ day: Number(day) })}
        options={days.map((date, day) => ({ value: String(day), label: format.day(`${date}T12:00Z`) }))}
      />
    </div>
  );
}
