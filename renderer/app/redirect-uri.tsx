import { strings } from '../../shared/strings/strings.ts';
import { CopyLine } from '../ui/copy-line.tsx';

const words = strings.onboarding.port;

/** The address an app must name, with the button that copies it. */
export function RedirectUri(props: {
  readonly uri: string | undefined;
  readonly isAdviceHidden?: boolean;
  /** The sentence before it names it. */
  readonly isLabelHidden?: boolean;
}) {
  if (props.uri === undefined) return null;
  return (
    <CopyLine
      label={words.redirectUri}
      text={props.uri}
      words={words}
      isLabelHidden={props.isLabelHidden ?? false}
      note={props.isAdviceHidden ? undefined : words.redirectUriAdvice}
    />
  );
}
