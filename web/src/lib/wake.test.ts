const { jest } = import.meta;
// Its types do not name what it does for ES modules.
const { unstable_mockModule: mockModule } = jest as unknown as {
  unstable_mockModule: (name: string, factory: () => unknown) => void;
};

let connection = 'connected';
let announce = () => {};
mockModule('./socket.js', () => ({
  currentConnection: () => connection,
  subscribeConnection: (listener: () => void) => {
    announce = listener;
  },
}));
const { onConnected, onWake } = await import('./wake.js');

const become = (next: string) => {
  connection = next;
  announce();
};
const pageshow = (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

describe('coming back', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('B3: is one return, in however many ways the phone says so', () => {
    const back = jest.fn();
    const stop = onWake(back);
    document.dispatchEvent(new Event('visibilitychange'));
    pageshow(true);
    window.dispatchEvent(new Event('online'));
    jest.advanceTimersByTime(2000);
    expect(back).toHaveBeenCalledTimes(1);
    window.dispatchEvent(new Event('online'));
    jest.advanceTimersByTime(2000);
    expect(back).toHaveBeenCalledTimes(2);
    stop();
    window.dispatchEvent(new Event('online'));
    jest.advanceTimersByTime(2000);
    expect(back).toHaveBeenCalledTimes(2);
  });

  it('is not that a page is shown for the first time', () => {
    const back = jest.fn();
    const stop = onWake(back);
    pageshow(false);
    jest.advanceTimersByTime(2000);
    expect(back).not.toHaveBeenCalled();
    stop();
  });

  it('B3: after a lost connection each phone asks a little later than the other', () => {
    const waits = [0.1, 0.9].map((chance) => {
      jest.spyOn(Math, 'random').mockReturnValue(chance);
      const back = jest.fn();
      const stop = onConnected(back);
      become('lost');
      become('connected');
      become('connected');
      let waited = 0;
      while (back.mock.calls.length === 0 && waited < 5000) {
        jest.advanceTimersByTime(50);
        waited += 50;
      }
      jest.advanceTimersByTime(5000);
      expect(back).toHaveBeenCalledTimes(1);
      stop();
      return waited;
    });
    expect(waits).toEqual([150, 1350]);
  });
});
