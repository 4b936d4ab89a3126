import { memo, useMemo, type ReactNode } from 'react';
import { useHomeCountry } from '../queries.ts';
import { ClickablePhone } from './clickable-phone.tsx';
import { PageLink } from '../page-links/page-link.tsx';
import { piecesOf } from './pieces.ts';

/** A text in which numbers and addresses of pages can be pressed; all else is plain text. */
export const PhoneText = memo(function PhoneText(props: {
  readonly text: string;
  /** The words are spoken elsewhere: only the numbers are for readers here. */
  readonly isSilent?: boolean;
  readonly tabIndex?: 0 | -1 | undefined;
}): ReactNode {
  const { text, isSilent, tabIndex } = props;
  const home = useHomeCountry();
  const pieces = useMemo(() => piecesOf(text, home), [text, home]);
  return pieces.map((piece) => {
    if (piece.number !== undefined) {
      return (
        <ClickablePhone key={piece.start} number={piece.number} tabIndex={tabIndex}>
          {piece.text}
        </ClickablePhone>
      );
    }
    if (piece.url !== undefined && !isSilent) {
      return (
        <PageLink key={piece.start} url={piece.url} tabIndex={tabIndex}>
          {piece.text}
        </PageLink>
      );
    }
    if (!isSilent) return piece.text;
    return (
      <span key={piece.start} aria-hidden="true">
        {piece.text}
      </span>
    );
  });
});
