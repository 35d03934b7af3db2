import type { AskKind } from '@teabreak/shared';

/** Lives in the address, so that "back" and a shared link bring the same view. */
export type AskFilter = {
  query: string;
  kind: AskKind | 'all';
  state: 'open' | 'answered' | 'all';
  mine: boolean;
  tag: string;
};

export const NO_FILTER: AskFilter = { query: '', kind: 'all', state: 'open', mine: false, tag: '' };

const KINDS = ['ask', 'offer', 'all'] as const;
const STATES = ['open', 'answered', 'all'] as const;

/** Whatever somebody wrote into the address, the list understands it or leaves it out. */
export const filterFrom = (params: URLSearchParams): AskFilter => ({
  query: (params.get('q') ?? '').slice(0, 60),
  kind: KINDS.find((kind) => kind === params.get('kind')) ?? NO_FILTER.kind,
  state: STATES.find((state) => state === params.get('state')) ?? NO_FILTER.state,
  mine: params.has('mine'),
  tag: (params.get('tag') ?? '').slice(0, 40),
});

export function paramsOf(filter: AskFilter): URLSearchParams {
  const params = new URLSearchParams();
  if (filter.query) params.set('q', filter.query);
  if (filter.kind !== NO_FILTER.kind) params.set('kind', filter.kind);
  if (filter.state !== NO_FILTER.state) params.set('state', filter.state);
  if (filter.mine) params.set('mine', '1');
  if (filter.tag) params.set('tag', filter.tag);
  return params;
}

export const isFiltered = (filter: AskFilter): boolean => `${paramsOf(filter)}` !== '';
