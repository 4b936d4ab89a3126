/** Conversations with several people; `<2` is the second of them. */
export type GroupScript = {
  readonly lastNames: readonly string[];
  readonly daysAgo: number;
  readonly script: readonly string[];
};

export const groups: readonly GroupScript[] = [
  {
    lastNames: ['Delgado', 'Brooks'],
    daysAgo: 1,
    script: [
      '> Maria, Tanya: one thread for the three of us so that nothing gets lost 🙂 Inspection is {day} at {time}.',
      '<2 Perfect. Maria, you do not need to be there for all of it, last half hour is enough',
      '< I will come for all of it!! I want to see the attic',
      '<2 😂 wear old shoes',
      '-- 1d',
      '<2 Report is here, 48 pages, all small stuff. Water heater is from 2009',
      '> I would ask for a credit of $1,500 instead of a new one. Then you choose it yourself.',
      '< Good idea. A tankless maybe?',
      '<2 Asked. Seller agent is thinking',
      '-- 5h',
      '<2 They said yes to 1,500!',
      '< 🥳🥳🥳',
      '> Great. The credit goes on the closing disclosure, nothing to do for you, Maria.',
      '< You two are the best team [unread]',
    ],
  },
  {
    lastNames: ['Mensah', 'Maddox', 'Cardenas'],
    daysAgo: 9,
    script: [
      '> Hi all, closing for Kwame is {day} at {time} at Capitol Title. Please bring a passport or license.',
      '<2 Room 1 is reserved. There is a plate for the cake',
      '<3 What cake',
      '< My wife bakes for closings',
      '<3 Where has your wife been all my career',
      '> Final walk-through is the evening before, Luis has the key.',
      '<3 6 pm, code for the gate is 0142',
      '-- 2d',
      '<3 Walk-through done, all good, they even mowed',
      '<2 Funds received. We are ready',
      '< We are bringing two cakes',
      '> See you all tomorrow!',
    ],
  },
  {
    lastNames: ['Rossi', 'Beaumont'],
    daysAgo: 16,
    script: [
      '> Sofia, meet Claire from Cascadia, she has the bank statement program. Claire, this is the ceramics studio with the beautiful statements.',
      '<2 Hi Sofia! I have looked at the numbers, they are indeed beautiful',
      '< Thank you!! Nobody has ever said that about my bookkeeping',
      '<2 I need 12 months from the business account, all pages',
      '< Even the month when the kiln exploded?',
      '<2 Especially that one. One sentence about it is enough',
      '-- 1d',
      '< Uploaded with one sentence: "The kiln exploded."',
      '> That is the best letter of explanation I have ever read.',
      '<2 Underwriter laughed and approved it ✅',
      '< I am framing this conversation',
    ],
  },
];
