/** What is wrong with a file that a description names. */
export type MaterialProblem =
  | { readonly kind: 'unreadable' | 'unsafe'; readonly file: string; readonly detail: string }
  | { readonly kind: 'secret'; readonly file: string; readonly parameter: string }

/** A file that was read, or everything that is wrong with it. */
export type MaterialReading<T> =
  | { readonly ok: true; readonly material: T }
  | { readonly ok: false; readonly problems: readonly MaterialProblem[] }

/** A reading that failed for one reason. */
export function unreadable(file: string, detail: string): MaterialReading<never> {
  return { ok: false, problems: [{ kind: 'unreadable', file, detail }] }
}
