import { failure } from '../../shared/failure.ts';
import type { Core } from '../core/core.ts';
import { appHost, appScheme, isOwnAddress } from './app-url.ts';

/** How the window's players reach the core that answers. */
export type OpenMedia = Core['openMedia'];
type MediaAnswer = Awaited<ReturnType<OpenMedia>>;

const mediaAddress = /^\/media\/([\w-]{1,200})$/;
const ownOrigin = `${appScheme}://${appHost}`;

/** Media are for players: opened as a page by mistake, nothing in them runs. */
const headers = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
} as const;

/** Whether an address is for media, which the core answers, and not for a file of the window's. */
export function isMediaAddress(address: string): boolean {
  return URL.parse(address)?.pathname.startsWith('/media/') === true;
}

/** Answers `app://…/media/<id>`, whole or in ranges, to our own page alone. */
export async function answerMedia(open: OpenMedia, request: Request): Promise<Response> {
  const { method, url } = request;
  if (method !== 'GET') return refuse(405);
  if (!isOwnAddress(url)) return refuse(404);
  if (!isFromOurPage(request)) return refuse(403);
  const [, mediaId] = mediaAddress.exec(new URL(url).pathname) ?? [];
  if (mediaId === undefined) return refuse(404);
  const answer = await open(mediaId, request.headers.get('range') ?? undefined, request.signal);
  return toResponse(answer);
}

/** What there is to answer with when no core does. */
export function noMedia(): MediaAnswer {
  return { status: 503, headers: {}, body: undefined, failure: failure('internal', 'internal') };
}

/** A page of another origin would be named; our own page's players name none. */
function isFromOurPage({ headers: sent }: Request): boolean {
  const origin = sent.get('origin');
  return origin === null || origin === ownOrigin;
}

function toResponse(answer: MediaAnswer): Response {
  const { status, body } = answer;
  return new Response(body ?? null, { status, headers: { ...answer.headers, ...headers } });
}

function refuse(status: number): Response {
  return new Response(undefined, { status, headers });
}
