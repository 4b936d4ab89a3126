import { en } from '../../strings/en.ts';

export function FollowUpsView() {
  return <h1>{en.app.screens['follow-ups']}</h1>;
}
