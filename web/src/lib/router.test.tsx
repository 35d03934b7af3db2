import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import {
  canGoBack,
  goBack,
  Link,
  Matched,
  NavLink,
  navigate,
  Outlet,
  Redirect,
  Router,
  useLocation,
  useNavigationType,
  useParams,
  useSearchParams,
} from './router.js';

function Where() {
  const { pathname, search, hash } = useLocation();
  return <p data-testid="where">{`${useNavigationType()} ${pathname}${search}${hash}`}</p>;
}
function Search() {
  const [params, put] = useSearchParams();
  const next = params.get('q') ? '' : 'q=茶';
  return (
    <button type="button" onClick={() => put(new URLSearchParams(next), { replace: true })}>
      {params.get('q') ?? 'none'}
    </button>
  );
}

const Name = () => <b>{useParams().slug}</b>;
const Layout = () => (
  <main>
    <Name />
    <Outlet />
  </main>
);
const where = () => screen.getByTestId('where').textContent;
const show = (content: React.ReactNode = null, at = '/start') => {
  history.replaceState(null, '', at);
  render(
    <Router>
      <Where />
      {content}
    </Router>,
  );
};
const go = (...to: Parameters<typeof navigate>) => act(() => navigate(...to));

describe('the address', () => {
  it('is followed by what is on the screen, and back leads back', async () => {
    show();
    expect([where(), canGoBack()]).toEqual(['POP /start', false]);
    go('/e/mixer?q=1#goal');
    expect([where(), canGoBack()]).toEqual(['PUSH /e/mixer?q=1#goal', true]);
    act(() => goBack());
    await waitFor(() => expect([where(), canGoBack()]).toEqual(['POP /start', false]));
  });

  it('takes the place of the one before without an entry of its own', async () => {
    show();
    go('/a');
    go('/b', { replace: true });
    expect([where(), location.pathname]).toEqual(['REPLACE /b', '/b']);
    act(() => goBack());
    await waitFor(() => expect(where()).toBe('POP /start'));
  });

  it('the same one again adds nothing to go back through', () => {
    show();
    go('/a');
    const entries = history.length;
    go('/a');
    expect([where(), history.length]).toEqual(['REPLACE /a', entries]);
  });

  it('what stands behind the question mark can be read and put', () => {
    show(<Search />, '/list?page=2#top');
    fireEvent.click(screen.getByText('none'));
    expect(where()).toBe('REPLACE /list?q=%E8%8C%B6');
    fireEvent.click(screen.getByText('茶'));
    expect(where()).toBe('REPLACE /list');
  });
});

describe('Link', () => {
  const click = (how: object) => fireEvent.click(screen.getByRole('link', { name: 'Board' }), how);

  it('opens its page in the app', () => {
    show(<Link to="/board">Board</Link>);
    expect(screen.getByRole('link').getAttribute('href')).toBe('/board');
    // Answers false where the browser must not follow as well.
    expect(click({})).toBe(false);
    expect(where()).toBe('PUSH /board');
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'leaves %j to the browser',
    (how) => {
      show(<Link to="/board">Board</Link>);
      // Stops jsdom, which would try to leave the page.
      window.addEventListener('click', (event) => event.preventDefault(), { once: true });
      click(how);
      expect(where()).toBe('POP /start');
    },
  );

  it('does nothing where the page has done something else', () => {
    show(
      <Link to="/board" onClick={(event) => event.preventDefault()}>
        Board
      </Link>,
    );
    click({});
    expect(where()).toBe('POP /start');
  });

  it('NavLink says that it is the current page, and with `end` not on those below', () => {
    show(
      <>
        <NavLink to="/e">All</NavLink>
        <NavLink to="/e" end>
          Exactly
        </NavLink>
      </>,
      '/e/mixer',
    );
    const current = () => screen.getAllByRole('link').map((link) => link.getAttribute('aria-current'));
    expect(current()).toEqual(['page', null]);
    go('/e');
    expect(current()).toEqual(['page', 'page']);
    go('/events');
    expect(current()).toEqual([null, null]);
  });
});

it('a layout puts the page where it wants it, and both know the named parts', () => {
  show(
    <Matched params={{ slug: 'mixer' }} outlet={<Name />}>
      <Layout />
    </Matched>,
  );
  expect(screen.getByRole('main').textContent).toBe('mixermixer');
});

it('a redirect leaves no page to fall back into', () => {
  show(<Redirect to="/sign-in" />);
  expect(where()).toBe('REPLACE /sign-in');
});
