import { en } from '../../strings/en.ts';

export function SearchView() {
  return <h1>{en.app.screens['search']}</h1>;
}
