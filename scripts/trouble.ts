/** A failure the user can do something about: shown as its message, without a stack. */
export class Trouble extends Error {
  override readonly name = 'Trouble';
}
