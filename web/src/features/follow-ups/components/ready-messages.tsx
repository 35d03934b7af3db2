import type { FollowUpDetail, MessageKind } from '@teabreak/shared';
import { useState } from 'react';
import { Button, LinkButton } from '../../../components/button.js';
import { CheckIcon } from '../../../components/first-icons.js';
import { CopyIcon, MailIcon } from '../../../components/icons.js';
import { PageSection } from '../../../components/page-section.js';
import { Segmented } from '../../../components/segmented.js';
import { Notice } from '../../../components/states.js';
import { Select, TextArea } from '../../../components/text-field.js';
import { copyText } from '../../../lib/capabilities.js';
import { useLanguage, useTranslation } from '../../../lib/i18n.js';
import styles from './follow-ups.module.css';

type Language = 'en' | 'zh-CN';

/** A first draft in their language, to change, to copy into WeChat or to send as a mail. */
export function ReadyMessages({ followUp }: { followUp: FollowUpDetail }) {
  const { t } = useTranslation('follow-ups');
  const own = useLanguage();
  const { messages, person, contacts, met } = followUp;
  const [language, setLanguage] = useState<Language>(() => (/\p{Script=Han}/u.test(person.name) ? 'zh-CN' : own));
  const [kind, setKind] = useState<MessageKind>(messages[0]?.kind ?? 'keep-warm');
  const [changed, setChanged] = useState<Record<string, string>>({});
  const [copied, setCopied] = useState<'no' | 'yes' | 'byHand'>('no');
  const name = `${kind} ${language}`;
  const text = changed[name] ?? messages.find((message) => message.kind === kind)?.text[language] ?? '';
  const email = contacts.find((contact) => contact.kind === 'email')?.value;
  const choose =
    <V,>(set: (value: V) => void) =>
    (value: V) => {
      setCopied('no');
      set(value);
    };
  return (
    <PageSection title={t('message.title')} hint={t('message.hint')}>
      <div className={styles.stack}>
        <Segmented<Language>
          label={t('message.language')}
          value={language}
          onChange={choose(setLanguage)}
          options={[
            { value: 'en', label: 'English' },
            { value: 'zh-CN', label: '中文' },
          ]}
        />
        <Select<MessageKind>
          label={t('message.kind')}
          name="kind"
          value={kind}
          onChange={choose(setKind)}
          options={messages.map((message) => ({ value: message.kind, label: t(`message.kinds.${message.kind}`) }))}
        />
        {kind === 'ask-favour' && followUp.favourIsEarly && <Notice tone="tea">{t('message.early')}</Notice>}
        <TextArea
          label={t('message.text')}
          name="text"
          rows={6}
          lang={language}
          value={text}
          onChange={choose((value: string) => setChanged((before) => ({ ...before, [name]: value })))}
        />
        <div className={styles.actions}>
          <Button
            icon={copied === 'yes' ? CheckIcon : CopyIcon}
            onClick={async () => setCopied((await copyText(text)) ? 'yes' : 'byHand')}
          >
            {t(copied === 'yes' ? 'message.copied' : 'message.copy')}
          </Button>
          {email && (
            <LinkButton
              variant="secondary"
              icon={MailIcon}
              href={`mailto:${encodeURIComponent(email)}?${mailWords(met.eventTitle, text)}`}
            >
              {t('message.mail')}
            </LinkButton>
          )}
        </div>
        <p className={styles.soft} role="status">
          {copied === 'yes' && t('message.paste')}
          {copied === 'byHand' && t('common:copyByHand')}
        </p>
      </div>
    </PageSection>
  );
}

/** Spaces as %20: mail programs take a plus for a plus. */
const mailWords = (subject: string, body: string) =>
  `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
