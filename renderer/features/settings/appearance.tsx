import type { Density, Theme } from '../../../shared/model/app.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Monitor, Moon, Sun } from '../../ui/icons.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.settings;

/** How Sidetone looks. */
export function Appearance() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  return (
    <Card place="appearance">
      <Setting name="theme">
        <Segmented<Theme>
          label={words.theme}
          value={settings?.theme ?? 'system'}
          options={[
            { value: 'system', label: words.themes.system, icon: <Monitor /> },
            { value: 'light', label: words.themes.light, icon: <Sun /> },
            { value: 'dark', label: words.themes.dark, icon: <Moon /> },
          ]}
          onChange={(theme) => save.mutate({ theme })}
        />
      </Setting>
      <Setting name="density">
        <Segmented<Density>
          label={words.density}
          value={settings?.density ?? 'comfortable'}
          options={[
            { value: 'comfortable', label: words.densities.comfortable },
            { value: 'compact', label: words.densities.compact },
          ]}
          onChange={(density) => save.mutate({ density })}
        />
      </Setting>
      <SaveTrouble save={save} />
    </Card>
  );
}
