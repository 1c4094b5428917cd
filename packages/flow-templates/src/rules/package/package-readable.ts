import { createLineTable } from '@sevenstep/findings'
import { resolvePointer } from '@sevenstep/located-json'
import type { Place } from '@sevenstep/rule-engine'
import type { FlowSubject } from '../../checks/flow-subject.ts'
import { defineRuleFamily } from '../../checks/rule-family.ts'
import type { PackageProblem } from '../../problems/package-problem.ts'

const said = { what: '{what}', why: '{why}', fix: '{fix}' }

/** Whether everything in the package can be read, as import will have to. */
export const packageReadable = defineRuleFamily({
  id: 'package-readable',
  group: 'Package',
  rules: {
    'flow-package-readable': {
      title: 'The package and every part of it can be read.',
      setting: 'error',
      sources: ['publish-template', 'public-packages'],
      messages: { found: said },
    },
    'flow-package-tidy': {
      title: 'The files of the package are written as the designer writes them.',
      setting: 'warning',
      sources: [],
      deviation: 'Ours: such files were understood here, but import and other tools may stumble over them.',
      severityByMessage: { mark: 'info' },
      messages: { found: said, mark: said },
    },
  },
  check({ subject, report }) {
    for (const problem of subject.problems) {
      const rule = problem.effect === 'none' ? 'flow-package-tidy' : 'flow-package-readable'
      const { what, why, fix } = problem.message
      const kind = problem.code === 'json-byte-order-mark' ? 'mark' : 'found'
      report(rule, placeOf(problem, subject), { message: kind, data: { what, why, fix } })
    }
  },
})

function placeOf({ file: path, pointer, range }: PackageProblem, { files }: FlowSubject): Place {
  const file = files.find((candidate) => candidate.path === path)
  if (file === undefined) return { path }
  const root = file.json?.root
  const node = pointer === undefined || root === undefined ? undefined : resolvePointer(root, pointer)
  if (node !== undefined) return node
  if (range === undefined) return { file, start: 0, end: 0 }
  const lines = createLineTable(file.text)
  return { file, start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) }
}
