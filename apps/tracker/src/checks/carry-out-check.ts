import type { Profile } from '@sevenstep/certification-rules'
import type { Edition, Text } from '@sevenstep/onboarding'
import type { Place } from '../domain/principal.ts'
import { readOwnTenants } from '../reads/checks/read-own-tenants.ts'
import { type CheckEnding, finishCheck } from '../verbs/checks/finish-check.ts'
import { execute, type VerbServices } from '../verbs/execute.ts'
import { CheckUnfinished, checkPool, type Unfinished } from './check-pool.ts'
import type { FileResult, UploadedFile } from './worker/messages.ts'

/** A run to be carried out, with the bytes it is about. */
export interface CheckTask {
  readonly runId: string
  readonly place: Place
  readonly files: readonly UploadedFile[]
  readonly profile: Profile
  readonly edition: Edition
  /** Told of each file as soon as it is judged. */
  readonly onFile?: (file: FileResult) => void
}

/** Checks that this process carries out, so that they can be stopped and none runs twice. */
const underWay = new Map<string, { readonly stop: AbortController; readonly ended: Promise<void> }>()

/** Checks the files and writes down how it ended. Never throws for the files; a run under way already is waited for. */
export function carryOutCheck(services: VerbServices, task: CheckTask): Promise<void> {
  const known = underWay.get(task.runId)
  if (known !== undefined) return known.ended
  const stop = new AbortController()
  const ended = carryOut(services, task, stop.signal).finally(() => underWay.delete(task.runId))
  underWay.set(task.runId, { stop, ended })
  return ended
}

/** True while this process holds the files of the run and works on them. */
export function isUnderWay(runId: string): boolean {
  return underWay.has(runId)
}

/** Stops the worker of a run that was cancelled; nothing where another process has it. */
export function stopCheck(runId: string): void {
  underWay.get(runId)?.stop.abort()
}

/** Ends a run of which nobody has the files any more. */
export async function giveUpCheck(services: VerbServices, run: Pick<CheckTask, 'runId' | 'place'>): Promise<void> {
  await finish(services, run, { kind: 'unfinished', state: 'error', problem: problems.interrupted })
}

async function carryOut(services: VerbServices, task: CheckTask, signal: AbortSignal): Promise<void> {
  const { files, profile, edition, onFile } = task
  const start = performance.now()
  const today = services.clock.now().toISOString().slice(0, 10)
  try {
    const ownTenants = await readOwnTenants(services, task.place)
    const result = await checkPool().check(
      { files, profile, edition, today, ownTenants },
      { signal, ...(onFile !== undefined && { onFile }) },
    )
    const contents = new Map(files.map(({ path, bytes }) => [path, bytes]))
    await finish(services, task, { kind: 'checked', result, contents, milliseconds: performance.now() - start })
  } catch (error) {
    if (!(error instanceof CheckUnfinished)) throw error
    // Who stopped it has written that down already.
    if (error.reason === 'cancelled' && signal.aborted) return
    const state = error.reason === 'timed-out' ? 'timed-out' : 'error'
    await finish(services, task, { kind: 'unfinished', state, problem: problems[error.reason] })
  }
}

async function finish(
  services: VerbServices,
  { runId, place }: Pick<CheckTask, 'runId' | 'place'>,
  ending: CheckEnding,
): Promise<void> {
  await execute(services, finishCheck(ending), {
    principal: { kind: 'tracker', name: 'Sevenstep' },
    place,
    input: { runId },
  })
}

const problems: Readonly<Record<Unfinished | 'interrupted', Text>> = {
  'timed-out': {
    en: 'The check took longer than a minute and was stopped. Leave out files that do not belong to what you check, and check again.',
    nl: 'De controle duurde langer dan een minuut en is gestopt. Laat bestanden weg die er niet bij horen, en controleer opnieuw.',
  },
  crashed: {
    en: 'The check needed more memory than it may have. Leave out files that do not belong to what you check, and check again.',
    nl: 'De controle had meer geheugen nodig dan is toegestaan. Laat bestanden weg die er niet bij horen, en controleer opnieuw.',
  },
  'too-busy': {
    en: 'Too many checks were waiting. Nothing was checked; try again in a minute.',
    nl: 'Er wachtten te veel controles. Er is niets gecontroleerd; probeer het over een minuut opnieuw.',
  },
  cancelled: {
    en: 'The tracker was stopped before the check ended. Check the files again.',
    nl: 'De tracker is gestopt voordat de controle klaar was. Controleer de bestanden opnieuw.',
  },
  interrupted: {
    en: 'The tracker was stopped before the check ended, and the files were not kept. Check them again.',
    nl: 'De tracker is gestopt voordat de controle klaar was, en de bestanden zijn niet bewaard. Controleer ze opnieuw.',
  },
}
