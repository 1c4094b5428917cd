import type { Operation } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

interface Revision {
  readonly operation: Operation
  readonly annotation: JsonNode
  readonly revision: JsonNode | undefined
}

/** Versions of one operation: `family` and `revision` of `x-ms-api-annotation`. */
export const apiAnnotations = defineRuleFamily({
  id: 'api-annotations',
  rules: {
    'annotation-revision-integer': {
      title: 'The revision is a whole number from 1 up.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The revision of "{operation}" is {value}.',
          why: 'Revisions are put in order by number, and anything else is refused.',
          fix: 'Write a whole number from 1 up, without quotes.',
        },
      },
    },
    'annotation-revision-present': {
      title: 'An operation that belongs to a family has a revision.',
      mend: 'proposed',
      deviation:
        'Mended only after a look, and only with 1 for a lone operation: which revision it is, the author knows.',
      messages: {
        found: {
          what: '"{operation}" belongs to the family "{family}" but has no revision.',
          why: 'The designer offers the newest revision, and cannot tell where this one stands.',
          fix: 'Add "revision": 1 for the first version, 2 for the next.',
        },
      },
    },
    'annotation-revision-unique': {
      title: 'Each revision of a family is one operation.',
      messages: {
        found: {
          what: '"{operation}" is revision {revision} of "{family}", and so is "{other}".',
          why: 'The designer shows one operation for each revision, so one of the two cannot be found.',
          fix: 'Give each operation of the family a revision of its own.',
        },
      },
    },
    'annotation-max-two-active': {
      title: 'At most two operations of a family are not deprecated.',
      mend: 'proposed',
      messages: {
        found: {
          what: '{count} operations of the family "{family}" are not deprecated; at most two may be.',
          why: 'Makers should find one version, or two while they move from the old to the new one.',
          fix: 'Mark the older ones with "deprecated": true after giving notice.',
        },
      },
    },
    'annotation-one-active-production': {
      title: 'At most one operation of a family is in production and not deprecated.',
      mend: 'proposed',
      messages: {
        found: {
          what: '{count} operations of the family "{family}" are in production and not deprecated.',
          why: 'Makers should find one finished version.',
          fix: 'Mark the older ones with "deprecated": true after giving notice, or the newest one as "Preview".',
        },
      },
    },
    'annotation-one-empty-revision': {
      title: 'At most one operation of a family has no revision.',
      deviation: 'No mend: which revision each operation is, only the author knows.',
      messages: {
        found: {
          what: '"{operation}" is another operation of the family "{family}" without a revision.',
          why: 'An operation without a revision counts as the first, and there is only one first.',
          fix: 'Number the revisions from 1 up.',
        },
      },
    },
    'annotation-id-suffix': {
      title: 'The id of a later revision ends in its number.',
      deviation:
        'An ending without the underscore is let pass. No mend: renaming an operation breaks the flows that use it.',
      messages: {
        found: {
          what: '"{operation}" is revision {revision}, but its id does not end in "_V{revision}".',
          why: 'Makers and reviewers tell versions apart by the id.',
          fix: 'Name new revisions so before they are published; leave published ones as they are.',
        },
      },
    },
  },
  check(context) {
    const families = new Map<string, Revision[]>()
    return {
      operation(operation) {
        const annotation = operation.node.member('x-ms-api-annotation')
        if (annotation?.kind !== 'object') return
        const revision = annotation.member('revision')
        checkRevision(context, operation, revision)
        const family = annotation.text('family')
        if (family === undefined) return
        const entry = { operation, annotation, revision }
        const known = families.get(family)
        if (known === undefined) families.set(family, [entry])
        else known.push(entry)
      },
      end() {
        for (const [family, entries] of families) {
          checkNumbers(context, family, entries)
          checkActive(context, family, entries)
        }
      },
    }
  },
  mends: {
    'annotation-revision-integer': ({ node, edit }) => {
      const text = typeof node?.value === 'string' ? node.value.trim() : ''
      if (node !== undefined && /^[1-9]\d{0,5}$/.test(text)) edit.set(node, Number(text))
    },
    'annotation-revision-present': ({ node, data, edit }) => {
      if (node !== undefined && data.size === 1) edit.insert(node, 'revision', 1, { after: 'family' })
    },
    'annotation-max-two-active': ({ node, edit }) => {
      if (node !== undefined) edit.insert(node, 'deprecated', true)
    },
    'annotation-one-active-production': ({ node, edit }) => {
      if (node !== undefined) edit.insert(node, 'deprecated', true)
    },
  },
})

function checkRevision({ report }: CheckContext, operation: Operation, revision: JsonNode | undefined): void {
  if (revision === undefined) return
  const { value } = revision
  if (typeof value !== 'number' || value < 1 || !Number.isInteger(value)) {
    const shown = value === undefined ? `an ${revision.kind}` : JSON.stringify(value)
    report('annotation-revision-integer', revision, { data: { operation: operation.label, value: shown } })
  } else if (value > 1 && operation.id !== undefined && !operation.id.toLowerCase().endsWith(`v${value}`)) {
    report('annotation-id-suffix', operation.node.member('operationId') ?? revision, {
      data: { operation: operation.id, revision: value },
    })
  }
}

function checkNumbers({ report }: CheckContext, family: string, entries: readonly Revision[]): void {
  const seen = new Map<unknown, Operation>()
  let isFirstEmpty = true
  for (const { operation, annotation, revision } of entries) {
    const data = { operation: operation.label, family, size: entries.length }
    if (revision === undefined) {
      report('annotation-revision-present', annotation, { data })
      if (!isFirstEmpty) report('annotation-one-empty-revision', annotation, { data })
      isFirstEmpty = false
      continue
    }
    const other = seen.get(revision.value)
    if (other === undefined) seen.set(revision.value, operation)
    else {
      const related = [{ at: other.node, note: 'The other operation.' }]
      const shown = String(revision.value)
      report('annotation-revision-unique', revision, {
        data: { ...data, revision: shown, other: other.label },
        related,
      })
    }
  }
}

/** Reports the older ones: the newest is the one to stay. */
function checkActive({ report }: CheckContext, family: string, entries: readonly Revision[]): void {
  const active = entries
    .filter(({ operation }) => operation.node.member('deprecated')?.value !== true)
    .sort((left, right) => numberOf(right) - numberOf(left))
  const inProduction = active.filter(({ annotation }) => annotation.text('status') === 'Production')
  for (const { operation } of active.slice(2))
    report('annotation-max-two-active', operation.node, { data: { family, count: active.length } })
  for (const { operation } of inProduction.slice(1))
    report('annotation-one-active-production', operation.node, { data: { family, count: inProduction.length } })
}

function numberOf({ revision }: Revision): number {
  return typeof revision?.value === 'number' ? revision.value : 1
}
