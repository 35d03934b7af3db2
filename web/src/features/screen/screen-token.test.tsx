import { render, screen } from '@testing-library/react';
import { Matched, Router } from '../../lib/router.js';
import { useScreenToken } from './screen-token.js';

function Token() {
  return <p>{useScreenToken()}</p>;
}

function show(address: string, params: { token?: string }) {
  window.history.replaceState(null, '', address);
  render(
    <Router>
      <Matched params={params} outlet={null}>
        <Token />
      </Matched>
    </Router>,
  );
}

it('reads the token behind the #, which goes nowhere', () => {
  show('/screen?lang=en#S1.abc.d-_e', {});
  expect(screen.getByText('S1.abc.d-_e')).toBeTruthy();
});

it('moves a link of an earlier release out of the path, with what stands behind the question mark', () => {
  show('/screen/AbC-_1?lang=en', { token: 'AbC-_1' });
  expect(screen.getByText('AbC-_1')).toBeTruthy();
  expect(window.location.href).toMatch(/\/screen\?lang=en#AbC-_1$/u);
});
