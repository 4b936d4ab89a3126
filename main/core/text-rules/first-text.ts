/**
 * A first text with its sentence on a line of its own; as it is where the sentence stands in it
 * already, such as in one that was taken back or has waited for its time.
 */
export function withSentence(text: string, sentence: string | undefined): string {
  if (sentence === undefined || text.includes(sentence)) return text;
  return text.trim() === '' ? sentence : `${text.trimEnd()}\n${sentence}`;
}
