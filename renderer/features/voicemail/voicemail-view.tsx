import { en } from '../../strings/en.ts';

export function VoicemailView() {
  return <h1>{en.app.screens['voicemail']}</h1>;
}
