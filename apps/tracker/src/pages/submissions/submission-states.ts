import type { SubmissionState } from '../../verbs/submissions/submission-moves.ts'
import type { State } from '../components/pill.tsx'

/** The colour and sign of each state of a submission. */
export const submissionPills: Readonly<Record<SubmissionState, State>> = {
  draft: 'not-started',
  uploaded: 'opened',
  checking: 'in-review',
  failed: 'failing',
  passed: 'proved',
  submitted: 'waiting',
  'changes-requested': 'changes-requested',
  certified: 'proved',
  preview: 'in-review',
  live: 'proved',
  withdrawn: 'not-needed',
}

/** The states as a track is drawn with them, from draft to live; those off the track stand in its place. */
export function trackOf(state: SubmissionState, checked: boolean): readonly SubmissionState[] {
  const check = checked ? [state === 'failed' ? ('failed' as const) : ('passed' as const)] : []
  const answer = state === 'changes-requested' ? ('changes-requested' as const) : ('certified' as const)
  return [
    'draft',
    'uploaded',
    ...(checked && state === 'checking' ? (['checking'] as const) : check),
    'submitted',
    answer,
    'preview',
    'live',
  ]
}
