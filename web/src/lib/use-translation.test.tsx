import { act, render, screen } from '@testing-library/react';
import { Suspense, useState } from 'react';
import { startLanguage, switchLanguage, useTranslation } from './i18n.js';

function Text() {
  const { t } = useTranslation('accounts');
  const [count] = useState(3);
  return <p>{`${t('email')} ${t('common:tagCount', { used: count, max: 5 })}`}</p>;
}

beforeAll(startLanguage);

it('waits for a namespace and goes on without an error, then changes the language in place', async () => {
  const errors = import.meta.jest.spyOn(console, 'error').mockImplementation(() => {});
  await act(async () => {
    render(
      <Suspense fallback={<p>waiting</p>}>
        <Text />
      </Suspense>,
    );
  });
  expect(await screen.findByText('Email 3/5')).toBeTruthy();
  await act(() => switchLanguage('zh-CN'));
  expect(screen.getByText('邮箱 3/5')).toBeTruthy();
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(errors).not.toHaveBeenCalled();
});
