import type { HandingOn, Lesson } from '@sevenstep/rule-engine/handed-on'
import { Failure } from '../failure.ts'
import type { KindName } from '../kinds/kind.ts'
import type { CheckRun } from './check-run.ts'
import { settingsFor } from './settings-for.ts'
import type { Source } from './source.ts'

/** Who tells something to whom; nothing is asked of a source that nobody needs it from. */
const tellers: Readonly<Partial<Record<KindName, readonly KindName[]>>> = {
  'flow-package': ['host-page', 'licences'],
  'app-registration': ['offer'],
  // How many customers there are.
  licences: ['licences'],
}

/**
 * What the sources that are judged are told by each other and by those beside them, before any is judged; nothing where none
 * is of use to another.
 */
export async function handingOnBetween(
  sources: readonly Source[],
  beside: readonly Source[],
  run: CheckRun,
): Promise<HandingOn | undefined> {
  const kinds = new Set(sources.map(({ entry }) => entry.name))
  const asked = [...sources, ...beside].filter(
    ({ entry, lesson }) => lesson !== undefined && tellers[entry.name]?.some((taker) => kinds.has(taker)),
  )
  if (asked.every(({ entry }) => entry.name === 'licences')) return undefined
  const lessons: Lesson[] = []
  try {
    for (const source of asked) {
      const lesson = source.lesson?.({ run, settings: settingsFor(source, run), withEdits: false })
      if (lesson !== undefined) lessons.push(lesson)
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    // A fault of ours: the check of that source ends in it, too, and says so. Half of what was read would mislead.
    return undefined
  }
  const { handOn } = await import('@sevenstep/rule-engine/handed-on')
  return handOn(lessons)
}
