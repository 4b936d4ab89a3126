import { create } from 'zustand';
import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';

/** What became of a command whose screen is not in sight. */
export type ActionNews =
  | { readonly kind: 'working' | 'done'; readonly title: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export const useActionNews = create<{ readonly news: ActionNews | undefined }>()(() => ({
  news: undefined,
}));

export function tellNews(news: ActionNews | undefined): void {
  useActionNews.setState({ news });
}

/** Tells how something that was asked of main goes on, and what it comes to. */
export async function tellOutcome<T>(
  asked: Promise<Result<T>>,
  said: { readonly working?: string; readonly done?: string | ((value: T) => string | undefined) },
): Promise<T | undefined> {
  tellNews(said.working === undefined ? undefined : { kind: 'working', title: said.working });
  const result = await asked;
  if (!result.ok) {
    tellNews({ kind: 'failed', failure: result.failure });
    return undefined;
  }
  const title = typeof said.done === 'function' ? said.done(result.value) : said.done;
  tellNews(title === undefined ? undefined : { kind: 'done', title });
  return result.value;
}
