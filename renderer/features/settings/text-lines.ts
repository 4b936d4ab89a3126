import { useState } from 'react';

/** A line of a list of texts; its key stays when it is moved and when it is renamed. */
export type Line = { readonly key: string; readonly text: string };

export function useLines(texts: readonly string[]): readonly Line[] {
  const [lines, setLines] = useState(() => linesOf([], texts));
  if (lines.length === texts.length && lines.every(({ text }, at) => text === texts[at])) {
    return lines;
  }
  const next = linesOf(lines, texts);
  setLines(next);
  return next;
}

/** The lines of a list that has changed: a text that is new takes the place of one that has gone. */
export function linesOf(before: readonly Line[], texts: readonly string[]): readonly Line[] {
  const left = [...before];
  const kept = texts.map((text) => {
    const at = left.findIndex((line) => line.text === text);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return texts.map((text, at) => {
    const line = kept[at] ?? left.shift();
    return { key: line?.key ?? crypto.randomUUID(), text };
  });
}

/** What is written in the line of a text. It is about that text alone: another one shows as it is. */
export function useWritten(text: string): {
  readonly name: string;
  readonly write: (name: string | undefined) => void;
} {
  const [written, setWritten] = useState<{ readonly of: string; readonly name: string }>();
  const [shown, setShown] = useState(text);
  if (shown !== text) {
    setShown(text);
    // Refused, it is the old text again, and what was written for that is back.
    if (written?.of !== text) setWritten(undefined);
  }
  return {
    name: written?.of === text ? written.name : text,
    write: (name) => setWritten(name === undefined ? undefined : { of: text, name }),
  };
}
