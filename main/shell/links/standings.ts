import { linkSchemes, type LinkScheme, type LinkStanding } from '../../../shared/model/links.ts';

/** Asks for every scheme in turn. */
export async function standingsOf(
  ask: (scheme: LinkScheme) => Promise<LinkStanding>,
): Promise<Record<LinkScheme, LinkStanding>> {
  const standings = { tel: 'unknown', callto: 'unknown', sms: 'unknown' } as Record<
    LinkScheme,
    LinkStanding
  >;
  for (const scheme of linkSchemes) standings[scheme] = await ask(scheme);
  return standings;
}
