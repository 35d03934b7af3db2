const { jest } = import.meta;
// Its types do not name what it does for ES modules.
const { unstable_mockModule: mockModule } = jest as unknown as {
  unstable_mockModule: (name: string, factory: () => unknown) => void;
};

type Listener = (about: unknown) => void;
const listeners = new Map<string, Listener>();
const socket = {
  active: true,
  on: (event: string, listener: Listener) => listeners.set(event, listener),
  onAny: () => undefined,
  io: { on: () => undefined },
  connect: jest.fn(),
};
mockModule('socket.io-client', () => ({ io: () => socket }));
const { currentConnection, openSocket } = await import('./socket.js');

const tell = (event: string, about: unknown) => listeners.get(event)?.(about);
const refusal = (code: string) => Object.assign(new Error(code), { data: { code } });

describe('the live connection', () => {
  beforeEach(async () => {
    jest.useFakeTimers();
    socket.connect.mockClear();
    socket.active = true;
    await openSocket();
  });
  afterEach(() => jest.useRealTimers());

  it('is lost while the network is away, and the library itself goes on trying', () => {
    tell('connect_error', new Error('websocket error'));
    expect(currentConnection()).toBe('lost');
    jest.advanceTimersByTime(60_000);
    expect(socket.connect).not.toHaveBeenCalled();
  });

  it.each(['not_signed_in', 'session_ended', 'not_found'])('%s is no trouble of the network', (code) => {
    socket.active = false;
    tell('connect_error', refusal(code));
    expect(currentConnection()).toBe('idle');
    jest.advanceTimersByTime(60_000);
    expect(socket.connect).not.toHaveBeenCalled();
  });

  it('comes back after a refusal that will pass, which the library does not', () => {
    socket.active = false;
    tell('connect_error', refusal('unavailable'));
    expect(currentConnection()).toBe('lost');
    jest.advanceTimersByTime(5000);
    expect(socket.connect).toHaveBeenCalledTimes(1);
  });

  it('comes back after the server has hung up, and leaves other endings to the library', () => {
    tell('disconnect', 'transport close');
    jest.advanceTimersByTime(5000);
    expect(socket.connect).not.toHaveBeenCalled();
    tell('disconnect', 'io server disconnect');
    jest.advanceTimersByTime(5000);
    expect(socket.connect).toHaveBeenCalledTimes(1);
  });
});
