import { plural } from '../plural.ts';

const inBraces = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

/** Texts to begin with. */
export const templates = {
  title: 'Templates',
  insert: 'Insert a template',
  insertHint: 'Insert a template (/)',
  list: 'Templates',
  none: 'You have no templates yet. Add some in Settings.',
  noMatch: 'No template of that name',
  accountNote: (title: string) => `Your account’s templates: ${title}`,
  sources: { own: 'Yours', personal: 'Yours at RingCentral', company: 'Your company’s' },
  open: (names: readonly string[]) => `Fill in ${inBraces(names)} first`,
  openInGroup: (names: readonly string[]) =>
    `A group text cannot fill in ${inBraces(names)}. Take ${names.length === 1 ? 'it' : 'them'} out, or text each person separately.`,
  toEach: 'Send a separate text to each',
  settings: {
    advice:
      'Type / in a text to insert one. {first name}, {last name}, {name}, {company} and {my name} are filled in; {first name|there} says what to write when nothing is known, and {{ writes a brace.',
    add: 'Add a template',
    edit: (title: string) => `Change ${title}`,
    editHint: 'Change',
    up: (title: string) => `Move ${title} up`,
    down: (title: string) => `Move ${title} down`,
    upHint: 'Move up',
    downHint: 'Move down',
    remove: (title: string) => `Remove ${title}`,
    removeHint: 'Remove',
    removed: (title: string) => `${title} was removed.`,
    undo: 'Undo',
    moved: (title: string, place: number, of: number) => `${title} is ${place} of ${of} now`,
    name: 'Name',
    body: 'Text',
    preview: 'How it reads',
    previewOf: 'To Ada Brook of Brook & Sons',
    count: (units: number, most: number) =>
      `${units} of ${plural(most, 'character', 'characters')}`,
    save: 'Save',
    cancel: 'Cancel',
    unknown: (names: readonly string[]) =>
      `Sidetone knows no ${inBraces(names)}. It works with a list that has such a column; otherwise it has to be written over before the text is sent.`,
    none: 'None yet.',
    account: 'Your account’s templates',
    accountAdvice: 'They are changed in RingCentral.',
    accountNone: 'Your account has none.',
    fields: 'Your own fields',
    fieldsAdvice: 'What a field of yours says in every template, such as {office}.',
    fieldName: 'Field',
    fieldValue: 'Says',
    addField: 'Add a field',
    removeField: (name: string) => `Remove the field ${name}`,
    fieldTwice: 'There is a field of that name.',
    noFields: 'None yet.',
  },
} as const;
