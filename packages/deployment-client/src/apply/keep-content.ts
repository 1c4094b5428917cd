import type { JsonObject } from '../model/content.ts'
import { toJsonObject } from '../model/content.ts'
import type { StepContext } from './run-step.ts'

/** What a secret becomes in kept content; content with it cannot be put back. */
export const hiddenSecret = '(secret)'

/** Keeps content beside the journal, without any secret that this run knows. */
export function keepContent(content: JsonObject, { bench, journal }: Pick<StepContext, 'bench' | 'journal'>): string {
  const text = JSON.stringify(content)
  const hidden = bench.secrets.hide(text)
  return journal.keep(hidden === text ? content : toJsonObject(JSON.parse(hidden)))
}
