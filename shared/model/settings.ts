import type { Settings } from './app.ts';

/** Why a policy file was left out: whoever wrote it, or what it holds, is no administrator's. */
export type PolicyFlaw =
  'not-a-file' | 'not-administrators' | 'too-large' | 'unreadable' | 'not-json' | 'other-version';

/** Which settings are not as they come. */
export type SettingsStanding = {
  /** Set by an administrator: nobody else changes them. */
  readonly locked: readonly (keyof Settings)[];
  /** They differ from what holds by default. */
  readonly changed: readonly (keyof Settings)[];
};

export type SettingValue = Settings[keyof Settings];

/** A setting that a file would change. */
export type SettingChange = {
  readonly name: keyof Settings;
  readonly before: SettingValue;
  readonly after: SettingValue;
};

/**
 * Why a field of a settings file is left out: its value makes no sense, this Sidetone does not know
 * it, an administrator has set it, or it belongs to another computer or account.
 */
export type SkippedBecause = 'invalid' | 'unknown' | 'locked' | 'personal';

/** What a settings file would change; nothing has been yet. */
export type SettingsFileDraft = {
  readonly id: string;
  readonly fileName: string;
  readonly changes: readonly SettingChange[];
  /** How many fields say what holds already. */
  readonly same: number;
  readonly skipped: readonly { readonly name: string; readonly because: SkippedBecause }[];
  /** A newer Sidetone wrote it. */
  readonly isNewer: boolean;
};
