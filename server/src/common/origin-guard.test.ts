import { DomainError } from './domain-error.js';
import { assertOwnOrigin } from './origin-guard.js';

const OWN = ['https://tea.example.org'];
const JSON_TYPE = { 'content-type': 'application/json', 'content-length': '2' };

function refusal(method: string, headers: Record<string, string | string[]>): string | null {
  try {
    assertOwnOrigin({ method, headers }, OWN);
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('requests that another site may have caused', () => {
  it.each(['GET', 'HEAD', 'OPTIONS'])('lets %s pass, which changes nothing', (method) => {
    expect(refusal(method, { origin: 'https://evil.example' })).toBeNull();
  });

  it.each([
    ['https://evil.example'],
    ['null'],
    ['http://tea.example.org'],
    ['https://tea.example.org:8443'],
    ['https://tea.example.org.evil.example'],
    ['https://TEA.example.org'],
    [''],
  ])('refuses a change from the origin %j', (origin) => {
    expect(refusal('POST', { ...JSON_TYPE, origin, 'sec-fetch-site': 'same-origin', 'x-teabreak': '1' })).toBe(
      'foreign_origin',
    );
  });

  it('takes a change from our own origin', () => {
    expect(refusal('POST', { ...JSON_TYPE, origin: OWN[0]! })).toBeNull();
  });

  it.each([
    ['same-origin', null],
    ['none', null],
    ['same-site', 'foreign_origin'],
    ['cross-site', 'foreign_origin'],
  ])('without an Origin goes by Sec-Fetch-Site: %s', (site, expected) => {
    expect(refusal('DELETE', { 'sec-fetch-site': site })).toBe(expected);
  });

  it('with neither fails closed, unless our own header is there', () => {
    expect(refusal('DELETE', {})).toBe('foreign_origin');
    expect(refusal('DELETE', { 'x-teabreak': '1' })).toBeNull();
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'refuses a body of type %j',
    (type) => {
      expect(refusal('POST', { origin: OWN[0]!, 'content-length': '5', 'content-type': type })).toBe(
        'unsupported_media',
      );
    },
  );

  it.each(['application/json; charset=utf-8', 'multipart/form-data; boundary=x'])('takes a body of type %j', (type) => {
    expect(refusal('POST', { origin: OWN[0]!, 'content-length': '5', 'content-type': type })).toBeNull();
  });
});
