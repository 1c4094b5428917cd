import type { StepId, Text, WaitKind } from '@sevenstep/onboarding'
import type { submissions } from '../../db/schema/index.ts'

/** Where a submission stands. */
export type SubmissionState = typeof submissions.$inferSelect.state

/** A way from one state to the next. */
export interface SubmissionMove {
  readonly from: readonly SubmissionState[]
  readonly to: SubmissionState
  /** What has to be said along with it. */
  readonly needs: readonly ('reference' | 'note')[]
  /** Our own check of the files has to have ended that way; for the step whose files we check. */
  readonly needsRun?: 'passed' | 'failed'
  /** Only for steps whose files we do not check ourselves. */
  readonly withoutCheck?: true
  /** For the record; names step and product after it. What Microsoft decides is only ever reported. */
  readonly verb: Text
}

/** Steps whose files the tracker checks itself, so that "passed" rests on a run. */
export const checkedSteps: readonly StepId[] = [1]

const none: SubmissionMove['needs'] = []

/** Every way a submission can go. Anything not written here is refused. */
const submissionMoves: readonly SubmissionMove[] = [
  {
    from: ['draft', 'failed', 'passed', 'changes-requested'],
    to: 'uploaded',
    needs: none,
    verb: { en: 'uploaded', nl: 'uploadde' },
  },
  { from: ['uploaded'], to: 'checking', needs: none, verb: { en: 'had checked', nl: 'liet controleren:' } },
  {
    from: ['checking'],
    to: 'failed',
    needs: none,
    needsRun: 'failed',
    verb: { en: 'recorded as failing our check', nl: 'legde vast als niet door onze controle:' },
  },
  {
    from: ['checking'],
    to: 'passed',
    needs: none,
    needsRun: 'passed',
    verb: { en: 'recorded as passing our check', nl: 'legde vast als door onze controle:' },
  },
  {
    from: ['passed'],
    to: 'submitted',
    needs: none,
    verb: { en: 'handed to Microsoft', nl: 'zond in bij Microsoft:' },
  },
  {
    from: ['uploaded'],
    to: 'submitted',
    needs: none,
    withoutCheck: true,
    verb: { en: 'handed to Microsoft', nl: 'zond in bij Microsoft:' },
  },
  {
    from: ['submitted'],
    to: 'changes-requested',
    needs: ['note'],
    verb: { en: 'reported that Microsoft asks for changes to', nl: 'meldde dat Microsoft wijzigingen vraagt in' },
  },
  {
    from: ['submitted'],
    to: 'certified',
    needs: ['reference'],
    verb: { en: 'reported that Microsoft accepted', nl: 'meldde dat Microsoft akkoord ging met' },
  },
  {
    from: ['certified'],
    to: 'preview',
    needs: none,
    verb: { en: 'reported a preview of', nl: 'meldde een voorbeeldversie van' },
  },
  {
    from: ['certified', 'preview'],
    to: 'live',
    needs: ['reference'],
    verb: { en: 'reported as live', nl: 'meldde als live:' },
  },
  {
    from: [
      'draft',
      'uploaded',
      'checking',
      'failed',
      'passed',
      'submitted',
      'changes-requested',
      'certified',
      'preview',
    ],
    to: 'withdrawn',
    needs: ['note'],
    verb: { en: 'withdrew', nl: 'trok in:' },
  },
]

/** The moves that lead out of a state, for a step. */
export function submissionMovesFrom(state: SubmissionState, step: StepId): readonly SubmissionMove[] {
  const checked = checkedSteps.includes(step)
  return submissionMoves.filter(
    (move) =>
      move.from.includes(state) && (move.withoutCheck !== true || !checked) && (checked || !isOurCheck(move.to)),
  )
}

function isOurCheck(state: SubmissionState): boolean {
  return state === 'checking' || state === 'passed' || state === 'failed'
}

/** The waits that begin when a submission of a step reaches a state. */
export function waitsStartedBy(to: SubmissionState, step: StepId): readonly WaitKind[] {
  return waitsByStep[step]?.[to] ?? []
}

/** What a running wait becomes when its submission reaches a state; undefined where it goes on. */
export function waitAfter(kind: WaitKind, to: SubmissionState): 'met' | 'cancelled' | undefined {
  if (to === 'withdrawn') return 'cancelled'
  return endedBy[kind].includes(to) ? 'met' : undefined
}

const waitsByStep: Readonly<Partial<Record<StepId, Readonly<Partial<Record<SubmissionState, readonly WaitKind[]>>>>>> =
  {
    1: {
      submitted: ['certification-review', 'package-address-validity'],
      certified: ['certification-deployment'],
      preview: ['preview-sign-off'],
    },
    2: { submitted: ['publisher-verification'] },
    4: { submitted: ['template-review'] },
    7: { submitted: ['offer-validation', 'offer-certification'], preview: ['preview-sign-off'] },
  }

const answered: readonly SubmissionState[] = ['changes-requested', 'certified', 'preview', 'live']

const endedBy: Readonly<Record<WaitKind, readonly SubmissionState[]>> = {
  'certification-review': answered,
  'certification-deployment': ['live'],
  'template-review': answered,
  'preview-sign-off': ['live'],
  'package-address-validity': answered,
  'offer-validation': answered,
  'offer-certification': answered,
  'publisher-verification': answered,
}
