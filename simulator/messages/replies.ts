import type { Message } from '../state/types.ts';
import type { World } from '../world.ts';
import { receiveText } from './inbound-texts.ts';

/** What people write back; the first rule whose words occur in the text decides. */
const RULES: readonly { readonly words: RegExp; readonly replies: readonly string[] }[] = [
  {
    words: /thank|thx|appreciate/i,
    replies: ['You bet!', 'Of course, talk soon.', 'No, thank YOU 🙏', 'Anytime.'],
  },
  {
    words: /document|statement|pay ?stub|w-?2|upload|send (me|over)|sign/i,
    replies: [
      'Just uploaded them to the portal, let me know if anything is missing.',
      'I can get those to you tonight after work.',
      'Is a screenshot ok or do you need the full PDF?',
      'Done! Signed everything a minute ago.',
    ],
  },
  {
    words: /rate|point|lock|apr|quote/i,
    replies: [
      'That sounds good. What would the payment be with 10% down?',
      "Let's lock it.",
      'Can I think about it until tomorrow morning?',
      'Does that include the points or is that on top?',
    ],
  },
  {
    words: /call|talk|phone|minute|chat/i,
    replies: [
      'Sure, I am free after 3.',
      'In a meeting right now, can you try me in 20?',
      'Yes! Call me on this number.',
    ],
  },
  {
    words: /clos(e|ing)|title|escrow|appraisal|inspection/i,
    replies: [
      'Great news!! Do we need to bring anything?',
      'Perfect. Same title office as before?',
      'Ok, I will let my wife know.',
    ],
  },
  {
    words: /\?/,
    replies: [
      'Yes, that works for me.',
      'Let me check and get right back to you.',
      'Hmm, probably Thursday. I will confirm.',
      'I think so, yes.',
    ],
  },
];

const OTHERWISE: readonly string[] = [
  'Got it, thanks!',
  'Sounds good 👍',
  'Ok',
  'Perfect, thank you.',
];

/** Somebody reads the text and answers after a while. */
export function planReply(world: World, message: Message, sender: string): void {
  const own = message.from.phoneNumber;
  if (own === undefined) return;
  const rule = RULES.find(({ words }) => words.test(message.subject));
  const text = world.random.pick(rule?.replies ?? OTHERWISE);
  const others = message.to
    .map(({ phoneNumber }) => phoneNumber ?? '')
    .filter((number) => number !== sender);
  world.clock.schedule(Math.round(world.pace.textReply * (0.6 + world.random.next())), () => {
    receiveText(world, { from: sender, to: own, text, others });
  });
}
