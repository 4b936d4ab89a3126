/** A voicemail of the demo account; `from` is a person's last name or a number. */
export type VoicemailScript = {
  readonly from: string;
  readonly daysAgo: number;
  readonly seconds: number;
  readonly unread?: boolean;
  readonly transcript: string;
};

export const voicemails: readonly VoicemailScript[] = [
  {
    from: 'Jenkins',
    daysAgo: 0,
    seconds: 34,
    unread: true,
    transcript:
      "Dana, it's Harold Jenkins. I got the disclosure package and there is a number on page three that I don't understand, the one for prepaid interest. I'm not signing anything until you explain it to me. I'm home all day. Call the cell, not the house.",
  },
  {
    from: 'Maddox',
    daysAgo: 1,
    seconds: 21,
    unread: true,
    transcript:
      'Hi Dana, Cheryl at Capitol Title. The payoff for the Delgado file came in twelve hundred dollars higher than the estimate. I sent you the figures, can you look before noon tomorrow so that we can still close on Friday? Thanks.',
  },
  {
    from: 'Cardenas',
    daysAgo: 3,
    seconds: 18,
    transcript:
      'Dana, Luis Cardenas. We have multiple offers on Cedar Bend, so the seller wants an updated pre-approval by six tonight. If you can bump it to four thirty-five we have a real shot. Call me.',
  },
  {
    from: '+12145550112',
    daysAgo: 6,
    seconds: 27,
    unread: true,
    transcript:
      "Hello, my name is Patrice Dubois, Tanya Brooks gave me your number. My husband and I are looking in the five hundred range and we'd like to understand what we can afford. Evenings are best. Two one four, five five five, oh one one two. Thank you.",
  },
  {
    from: 'Yamada',
    daysAgo: 12,
    seconds: 15,
    transcript:
      "Dana, Ben from Clearview. I'm at the Willow Creek property and nobody is here to let me in. Could you find out whether the agent is coming, or we have to reschedule.",
  },
  {
    from: 'Goldberg',
    daysAgo: 19,
    seconds: 24,
    transcript:
      "Hello dear, it's Ruth. I saw on the news that the rates went down again. Is it time yet? You said below six. No rush, but do call me before the weekend.",
  },
  {
    from: 'Stern',
    daysAgo: 27,
    seconds: 19,
    transcript:
      "Hey Dana, Rachel at Northgate. Your Mensah file cleared conditions except the gift letter. Get me that and I'll have a clear to close this afternoon.",
  },
  {
    from: '+18325550119',
    daysAgo: 41,
    seconds: 9,
    transcript: 'Sorry, wrong number.',
  },
];
