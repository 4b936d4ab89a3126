/** More is no text that anyone wrote; what can be sent is shorter yet. */
const longestBody = 10_000;
const control = /(?!\n)\p{Cc}/gu;
/** Characters that turn the direction of what follows, and could show another text than is sent. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text from outside as plain text with line breaks, or undefined where nothing is left of it. */
export function toBody(text: string): string | undefined {
  const body = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(control, '')
    .replace(turning, '')
    .slice(0, longestBody)
    .trim();
  return body === '' ? undefined : body.toWellFormed();
}
