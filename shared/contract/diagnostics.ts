import type { DiagnosticsReport } from '../model/diagnostics.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';

export const diagnosticsContract = {
  /** Looks at everything a support person would; takes a few seconds at most. */
  'diagnostics.run': call(nothing).returns<DiagnosticsReport>(),
};
