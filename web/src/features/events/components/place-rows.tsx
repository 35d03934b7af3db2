import { Button, IconButton } from '../../../components/button.js';
import { PlusIcon, TrashIcon } from '../../../components/icons.js';
import { PageSection } from '../../../components/page-section.js';
import { TextField } from '../../../components/text-field.js';
import type { Form } from '../../../lib/form.js';
import { useTranslation } from '../../../lib/i18n.js';
import { type EventValues, newPlace, type PlaceRow } from '../event-values.js';
import styles from './event-form.module.css';

type Props = { form: Form<EventValues> };

/** Tables and corners: where two people who were introduced are sent. */
export function PlaceRows({ form }: Props) {
  const { t } = useTranslation('event-form');
  const { places } = form.values;
  const put = (next: PlaceRow[]) => form.set('places', next);
  const add = (count: number) =>
    put([
      ...places,
      ...Array.from({ length: count }, (_, index) => newPlace(t('table', { number: places.length + index + 1 }))),
    ]);
  return (
    <PageSection title={t('places')} hint={t('placesHint')}>
      <div className={styles.rows}>
        {places.map((row, index) => (
          <Row
            key={row.key}
            row={row}
            index={index}
            form={form}
            onChange={(part) => put(places.map((one) => (one.key === row.key ? { ...one, ...part } : one)))}
            onRemove={() => put(places.filter((one) => one.key !== row.key))}
          />
        ))}
      </div>
      <div className={styles.add}>
        <Button variant="secondary" icon={PlusIcon} onClick={() => add(1)}>
          {t('addPlace')}
        </Button>
        {places.length === 0 && (
          <Button variant="quiet" onClick={() => add(5)}>
            {t('addPlaces')}
          </Button>
        )}
      </div>
    </PageSection>
  );
}

type RowProps = Props & {
  row: PlaceRow;
  index: number;
  onChange: (part: Partial<PlaceRow>) => void;
  onRemove: () => void;
};

function Row({ form, row, index, onChange, onRemove }: RowProps) {
  const { t } = useTranslation('event-form');
  const field = (name: 'name' | 'seats' | 'hint') => ({
    name: `places.${index}.${name}`,
    value: row[name],
    error: form.errors[`places.${index}.${name}`],
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <fieldset className={`${styles.row} ${styles.place}`}>
      <legend className="visually-hidden">{t('placeLegend', { number: index + 1 })}</legend>
      <div className={styles.main}>
        <TextField label={t('placeName')} {...field('name')} />
      </div>
      <TextField label={t('seats')} inputMode="numeric" {...field('seats')} />
      <div className={styles.wide}>
        <TextField label={t('placeHint')} placeholder={t('placeHintExample')} optional {...field('hint')} />
      </div>
      <div className={styles.remove}>
        <IconButton label={t('removeRow', { what: row.name })} icon={TrashIcon} onClick={onRemove} />
      </div>
    </fieldset>
  );
}
