import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';

/** What the primitives need around them: no style elements (the page's policy refuses them). */
export function UiProvider(props: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>{props.children}</Tooltip.Provider>
    </CSPProvider>
  );
}
