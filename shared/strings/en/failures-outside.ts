import type { FailureMessage } from '../../failure.ts';
import { says, type Sentence } from '../sentence.ts';

type Keys = Extract<
  FailureMessage,
  | `link.${string}`
  | `links.${string}`
  | `shortcut.${string}`
  | `crm.${string}`
  | `page.${string}`
  | `card.${string}`
  | `do-not-call.${string}`
  | `call-list.${string}`
>;

export const outsideFailures: Readonly<Record<Keys, Sentence>> = {
  'link.not-a-link': says('That link names no phone number', 'Copy the number and paste it here.'),
  'link.other-scheme': says(
    'Sidetone does not open links of that kind',
    'It opens tel:, callto: and sms: links.',
  ),
  'link.too-long': says('That link is too long to be a phone number', 'Nothing was done with it.'),
  'link.no-number': says('There is no phone number in that', 'Copy just the number and try again.'),
  'link.emergency': says(
    'Sidetone cannot call emergency services',
    'Use a phone: it tells them where you are.',
  ),
  'links.not-registered': says(
    'The system did not make Sidetone the program for phone links',
    'Choose it in the system’s settings for default apps.',
  ),
  'links.not-given-back': says(
    'The phone links could not be given back',
    'Choose another program for them in the system’s settings for default apps.',
  ),
  'links.unsupported': says(
    'This copy of Sidetone cannot be registered for phone links',
    'Install it, then try again.',
  ),
  'shortcut.invalid': says(
    'Those keys cannot be a shortcut',
    'Hold Ctrl, Alt or Cmd with a key that other programs do not need.',
  ),
  'shortcut.taken': says('Another program has that shortcut', 'Choose other keys.'),
  'shortcut.unsupported': says(
    'This desktop gives programs no shortcuts of their own',
    'Set one in the desktop’s settings that runs: sidetone call --clipboard.',
  ),
  'crm.no-address': says(
    'Sidetone does not know your CRM',
    'Enter the address of a person’s page in Settings.',
  ),
  'crm.address-invalid': says(
    'That is not an address of a page',
    'It begins with https:// and has {number} where the number goes.',
  ),
  'crm.not-enough': says(
    'Too little is known of them to find them in your CRM',
    'Add their number, name or email to your contacts.',
  ),
  'crm.not-opened': says(
    'The page could not be opened in a browser',
    'Check which browser your system opens links in.',
  ),
  'page.not-opened': says(
    'Your browser did not take that address',
    'Copy the address, and open it yourself if you trust it.',
  ),
  'card.gone': says('That card is no longer there', 'Click the link again.'),
  'do-not-call.line-invalid': ({ text }) => {
    const typed = text('typed');
    return {
      title: typed ? `“${typed}” is not a phone number` : 'A line is not a phone number',
      advice: 'Correct it, or take the line out; nothing has been added.',
    };
  },
  'call-list.gone': says('That call list is no longer there', 'Choose another.'),
  'call-list.file-gone': says('That file is no longer open', 'Choose it again.'),
  'call-list.unreadable': says(
    'That file could not be read',
    'Choose a CSV file with one person a line.',
  ),
  'call-list.no-numbers': says(
    'There is no phone number in that column',
    'Choose the column that has them.',
  ),
  'call-list.too-large': says(
    'That is too much for one list',
    'A list has at most 10,000 entries.',
  ),
  'call-list.empty': says('Nobody was found', 'Choose another filter or file.'),
};
