import type { TextPrices } from '../../../shared/model/app.ts';

type Typed = Readonly<Record<'segment' | 'media' | 'currency', string>>;

/** What was typed as prices: them, nothing where both fields are empty, or the field that is wrong. */
export type ReadPrices = {
  readonly prices: TextPrices | undefined;
  readonly wrong: keyof Typed | undefined;
};

/** As high as the settings keep. */
const highest = 100;

/** Reads prices as people write them, with a point or a comma; one that is left out is nothing. */
export function readPrices(typed: Typed): ReadPrices {
  const segment = readAmount(typed.segment);
  const media = readAmount(typed.media);
  if (segment === undefined) return { prices: undefined, wrong: 'segment' };
  if (media === undefined) return { prices: undefined, wrong: 'media' };
  if (segment === 0 && media === 0) return { prices: undefined, wrong: undefined };
  const currency = typed.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) return { prices: undefined, wrong: 'currency' };
  return { prices: { segment, media, currency }, wrong: undefined };
}

function readAmount(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.');
  if (text === '') return 0;
  if (!/^\d*\.?\d+$/.test(text)) return undefined;
  const amount = Number(text);
  return amount <= highest ? amount : undefined;
}
