import type { Random } from '../../../simulator/random.ts';

/** What people write most, most frequent first. */
const frequent = `
  the you to and I a for is of in on it that we this your me have be are will with can at my just
  if so do not loan was call but get good know need up rate they thanks all no what out from let
  when about today would there today's now or like closing time tomorrow please docs send any one
  he she sent more see back lender by yes has as had been sign title home sounds great still
  appraisal email over after their week how offer done our later them Monday seller house him her
  new right some Friday credit file keys think much here who well great! ok okay Thank payment
  buyer numbers down first before next going contract morning check insurance point question
  signed agent Tuesday forms long wire price inspection sure hear income month letter quick look
  escrow office close work then lock copy underwriter got could final bank should cash received
  statement Thursday Wednesday weekend approval approved condo ready waiting broker term fixed
  another mortgage refinance equity fee points gift deposit deed county survey ask meeting
  application property taxes paystub employer preapproval extension disclosure`
  .trim()
  .split(/\s+/);

/** What a text has now and then, whatever else is in it: other scripts, marks, prices, numbers. */
const asides: readonly ((random: Random) => string)[] = [
  () => '👍',
  () => 'Thank you! 🎉🏡',
  () => '谢谢,明天见',
  () => 'お疲れ様です',
  () => '감사합니다',
  () => 'mañana por la mañana',
  () => 'Grüße aus Köln',
  () => 'à bientôt, señor Núñez',
  () => 'за́втра',
  (random) => `$${random.integer(100, 999)},${random.integer(100, 999)}`,
  (random) => `${random.integer(2, 8)}.${random.integer(100, 999)}%`,
  (random) => `#${random.integer(10_000, 99_999)}`,
  (random) => `512-555-01${random.integer(10, 99)}`,
  (random) => `(737) 555-01${random.integer(10, 99)}`,
  (random) => `${random.integer(1, 12)}/${random.integer(1, 28)}`,
];

const starts = 'b br c cl d dr f fl g gr h j k l m n p pr qu r s sh st t tr v w z'.split(' ');
const middles = 'a e i o u ai ea oo ou'.split(' ');
const ends = 'b ck d g l ll m n nd ng nt p r rd rk s sh st t th x'.split(' ');
const vocabularySize = 6_000;

/** One text in two thousand has it, wherever the archive is cut. */
export const rareWord = 'quitclaim';
const rareShare = 1 / 2_000;

/** A vocabulary in order of frequency: real words first, made-up ones in its long tail. */
export function createVocabulary(random: Random): readonly string[] {
  const words = new Set(frequent);
  const syllable = (): string => random.pick(starts) + random.pick(middles) + random.pick(ends);
  while (words.size < vocabularySize) {
    words.add(random.next() < 0.4 ? syllable() : syllable() + syllable());
  }
  return [...words];
}

/** A surname or first name that nobody has. */
export function makeName(random: Random): string {
  const name = random.pick(starts) + random.pick(middles) + random.pick(ends);
  const longer = random.next() < 0.6 ? random.pick(middles) + random.pick(ends) : '';
  return name.charAt(0).toUpperCase() + name.slice(1) + longer;
}

/** A place in a list of so many, each as likely as its rank says (Zipf's law). */
export function zipf(random: Random, count: number): number {
  return Math.min(count - 1, Math.floor(Math.exp(random.next() * Math.log(count + 1))) - 1);
}

/** A text of 14 words on average: many short answers, some long letters. */
export function makeText(
  random: Random,
  vocabulary: readonly string[],
  makeMention: () => string,
): string {
  const words = Array.from({ length: lengthOf(random) }, () => {
    const kind = random.next();
    if (kind < 0.02) return random.pick(asides)(random);
    if (kind < 0.035) return makeMention();
    return vocabulary[zipf(random, vocabulary.length)] ?? 'the';
  });
  if (random.next() < rareShare) words[random.integer(0, words.length - 1)] = rareWord;
  return words.join(' ');
}

function lengthOf(random: Random): number {
  const kind = random.next();
  if (kind < 0.3) return random.integer(1, 6);
  return kind < 0.8 ? random.integer(8, 20) : random.integer(18, 42);
}
