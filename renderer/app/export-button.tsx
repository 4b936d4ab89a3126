import { strings } from '../../shared/strings/strings.ts';
import { Download } from '../ui/icons.ts';
import { MenuButton } from '../ui/menu.tsx';
import { exportsOf } from './actions/archive-actions.ts';
import { useOffer } from './actions/offers.ts';
import { useExport, useStartExport, type ExportWhat } from './use-exports.ts';

const words = strings.keeping.exports;
const formats = ['csv', 'json'] as const;

/** Writes what is shown to a file, in the format that is chosen; one export runs at a time. */
export function ExportButton({ what }: { readonly what: ExportWhat }) {
  const start = useStartExport();
  const isRunning = useExport().data?.state === 'running';
  useOffer(({ isExporting }) =>
    exportsOf('export-shown', 'here', what, strings.actions.exportShown, isExporting),
  );
  return (
    <MenuButton
      label={words.button}
      icon={<Download />}
      isDisabled={isRunning}
      items={formats.map((format) => ({
        label: words.formats[format].label,
        detail: words.formats[format].detail,
        onSelect: () => void start(what, format),
      }))}
    />
  );
}
