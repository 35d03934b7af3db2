import type { CircleThanks as Thanks } from '@teabreak/shared';
import { Notice } from '../../../components/states.js';
import { useTranslation } from '../../../lib/i18n.js';

/** What came of my own kindness, for my eyes only (M11). */
export function CircleThanks({ thanks: { met, helped } }: { thanks: Thanks }) {
  const { t } = useTranslation('my-circle');
  const lines = [met > 0 && t('thanks.met', { count: met }), helped > 0 && t('thanks.helped', { count: helped })];
  const said = lines.filter((line) => line !== false);
  return (
    said.length > 0 && (
      <Notice>
        {said.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </Notice>
    )
  );
}
