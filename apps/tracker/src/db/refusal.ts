/** The database cannot be served from as it is. The message says what, why, and what to do; it is for whoever starts the program. */
export class DatabaseRefusal extends Error {
  override readonly name = 'DatabaseRefusal'
}
