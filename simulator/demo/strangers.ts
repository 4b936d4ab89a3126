/** People who write or call and are in no address book. */
export type Stranger = {
  readonly number: string;
  /** The first name they give when they write. */
  readonly firstName: string;
};

export const strangers: readonly Stranger[] = [
  { number: '+12145550112', firstName: 'Patrice' },
  { number: '+18325550119', firstName: 'Joel' },
  { number: '+15125550120', firstName: 'Amira' },
  { number: '+12105550121', firstName: 'Caleb' },
  { number: '+17375550122', firstName: 'Denise' },
  { number: '+14695550124', firstName: 'Ravi' },
  { number: '+19155550125', firstName: 'Xochitl' },
  { number: '+12815550126', firstName: 'Bryce' },
  { number: '+17135550127', firstName: 'Thuy' },
  { number: '+15125550128', firstName: 'Gabe' },
  { number: '+18175550129', firstName: 'Monique' },
  { number: '+12065550132', firstName: 'Stellan' },
  { number: '+13055550135', firstName: 'Yesenia' },
  { number: '+15035550138', firstName: 'Rory' },
  { number: '+19725550140', firstName: 'Habib' },
  { number: '+14045550143', firstName: 'Keisha' },
  { number: '+16045550145', firstName: 'Jun' },
  { number: '+15125550150', firstName: 'Pilar' },
  { number: '+17375550195', firstName: 'Walt' },
  { number: '+15125550196', firstName: 'Erin' },
  { number: '+12105550197', firstName: 'Nico' },
];
