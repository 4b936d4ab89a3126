import type { Settings } from '../../../shared/model/app.ts';
import type {
  SettingChange,
  SettingsFileDraft,
  SettingValue,
} from '../../../shared/model/settings.ts';
import { locale } from '../../../shared/strings/language.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.settingsPage;

/** A line of the table of what a file would change. */
export type ChangeLine = {
  readonly name: keyof Settings;
  readonly label: string;
  readonly before: string;
  readonly after: string;
};

export function changeLines({
  changes,
}: Pick<SettingsFileDraft, 'changes'>): readonly ChangeLine[] {
  return changes.map(({ name, before, after }) => ({
    name,
    label: words.names[name],
    before: valueWords(name, before),
    after: valueWords(name, after),
  }));
}

/** Whether history would be removed at once: taken over unseen, that could not be undone. */
export function removesHistory({ changes }: Pick<SettingsFileDraft, 'changes'>): boolean {
  return changes.some(({ name, before, after }) => {
    if (name !== 'keepMonths' && name !== 'keepMediaMonths') return false;
    return Number(after ?? Infinity) < Number(before ?? Infinity);
  });
}

/** Why each field was left out, as people read it: `Theme: its value makes no sense`. */
export function skippedLines({ skipped }: Pick<SettingsFileDraft, 'skipped'>): readonly string[] {
  return skipped.map(({ name, because }) => `${nameOf(name)}: ${words.file.because[because]}`);
}

function nameOf(name: string): string {
  return Object.hasOwn(words.names, name) ? words.names[name as keyof Settings] : name;
}

/** A value as the page says it, short enough for a table. */
export function valueWords(name: SettingChange['name'], value: SettingValue): string {
  if (value === undefined) return words.file.none;
  if (typeof value === 'boolean') return value ? words.file.on : words.file.off;
  if (typeof value === 'number') return new Intl.NumberFormat(locale()).format(value);
  if (typeof value === 'string') return choiceWords(name, value);
  if ('currency' in value) return `${value.segment} / ${value.media} ${value.currency}`;
  return value.length === 0 ? words.file.none : listWords(value);
}

const shortList = 3;

function listWords(list: Exclude<SettingValue, string | number | boolean | undefined>): string {
  if (!Array.isArray(list)) return '';
  const texts = (list as readonly (string | { readonly name: string })[]).map((each) =>
    typeof each === 'string' ? each : `{${each.name}}`,
  );
  return texts.length > shortList ? words.file.entries(texts.length) : texts.join(', ');
}

function choiceWords(name: SettingChange['name'], value: string): string {
  const choices: Readonly<Partial<Record<keyof Settings, Readonly<Record<string, string>>>>> = {
    theme: strings.settings.themes,
    density: strings.settings.densities,
    language: words.language.choices,
    updateChannel: strings.updates.channels,
  };
  return choices[name]?.[value] ?? value;
}
