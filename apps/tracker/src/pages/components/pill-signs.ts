import type { HealthLevel, ItemVerdict, StripCell } from '@sevenstep/onboarding'
import { signs } from './strip-shapes.ts'

const ring = 'M12 7.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9z'
const triangle = 'M12 7l5.4 9.6H6.6zM12 10.6v2.6M12 15v.1'
const half = `${ring}M12 7.5v9M10.4 8.2v7.6M8.9 9.3v5.4`
const full = 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 10.6a1.4 1.4 0 1 0 0 2.8 1.4 1.4 0 0 0 0-2.8z'
const arrow = 'M16.5 9.5H10a3 3 0 0 0 0 6h2M13.8 6.8l2.7 2.7-2.7 2.7'

/** The sign of each state in a pill, as an SVG path on 24 × 24; those of the strip are the strip's own. */
export const pillSigns: Readonly<Record<ItemVerdict | HealthLevel | StripCell, string>> = {
  ...signs,
  'not-started': ring,
  opened: half,
  'handed-in': half,
  'could-not-be-checked': signs['needs-answer'],
  advised: triangle,
  'changes-requested': arrow,
  waived: 'M12 6.8l4.6 1.7v3.3c0 2.8-1.9 4.6-4.6 5.6-2.7-1-4.6-2.8-4.6-5.6V8.5z',
  expired: triangle,
  new: ring,
  'on-track': full,
  'at-risk': half,
  overdue: triangle,
  stuck: triangle,
  paused: 'M10 8v8M14 8v8',
  ready: signs.proved,
}
