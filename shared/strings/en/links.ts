import type { LinkScheme, LinksView, LinkStanding } from '../../model/links.ts';

/** Who opens a scheme's links, as a reader sees it. */
function opener(standing: LinkStanding, otherName: string | undefined): string {
  switch (standing) {
    case 'sidetone':
      return 'Sidetone';
    case 'other':
      return otherName ?? 'Another program';
    case 'none':
      return 'No program';
    case 'unknown':
      return 'Not known';
  }
}

/** What the user has to know before taking them, by system. */
const ways: Readonly<
  Record<LinksView['platform'], Readonly<Record<'possible' | 'unsupported', string>>>
> = {
  linux: {
    possible:
      'Sidetone registers itself for you alone, and gives the links back to the program that had them when you say so.',
    unsupported:
      'This copy of Sidetone cannot be registered: it runs in a sandbox, or xdg-utils is not installed.',
  },
  windows: {
    possible:
      'Windows lets only you choose. In the page that opens, choose Sidetone for TEL, CALLTO and SMS, then come back here.',
    unsupported: 'Only a Sidetone that its installer has put here can be chosen for phone links.',
  },
  mac: {
    possible:
      'macOS keeps the same choice in FaceTime: FaceTime › Settings › General › Default for calls.',
    unsupported: 'Only a Sidetone in the Applications folder can open phone links.',
  },
};

/** Words for links to phone numbers in other programs, and who opens them. */
export const links = {
  title: 'Phone links',
  advice:
    'Clicks on phone numbers in your browser, your mail and other programs can open here. Sidetone shows who it is; you say whether to call.',
  schemes: {
    tel: 'Phone numbers (tel:)',
    callto: 'Older call links (callto:)',
    sms: 'Texts (sms:)',
  } satisfies Record<LinkScheme, string>,
  opener,
  ways,
  take: 'Open them with Sidetone',
  giveBack: 'Give them back',
  choose: 'Open the system settings',
  working: 'Asking the system…',
  done: {
    sidetone: 'Sidetone opens phone links now.',
    other: 'Another program opens phone links now.',
    none: 'No program opens phone links now.',
    unknown: 'The system does not say which program opens phone links.',
  } satisfies Record<LinkStanding, string>,
  unreadable: 'Which program opens phone links could not be found out',
  question: {
    title: 'Open phone links with Sidetone?',
    advice:
      'A click on a number in your browser or mail then shows who it is, and you say whether to call. You can change it in Settings at any time.',
    yes: 'Open them with Sidetone',
    choose: 'Open the system settings',
    no: 'No, thanks',
  },
} as const;
