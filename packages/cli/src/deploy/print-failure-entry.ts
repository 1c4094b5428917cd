import type { FailureText } from '@sevenstep/deployment-client'
import { printOutcomes } from './print-outcome.ts'

/** A target that could not even be looked at. */
export function printFailureEntry(entry: { target: string; ok: false; failure: FailureText }, color: boolean): string {
  const [title = '', ...lines] = printOutcomes([entry], color).split('\n')
  return [title, ...lines.slice(0, -2)].join('\n')
}
