/** A body that does not fit what it is sent to. */
export class Misfit extends Error {
  override readonly name = 'Misfit'
}
