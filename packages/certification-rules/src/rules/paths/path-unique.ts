import type { Operation, PathItem } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { PathTree, segmentsOf } from './path-tree.ts'

/** Paths that cannot be told apart. */
export const pathUnique = defineRuleFamily({
  id: 'path-unique',
  rules: {
    'path-unique-case-insensitive': {
      title: 'No two paths are equal but for upper and lower case.',
      messages: {
        found: {
          what: 'The path "{path}" differs from "{other}" in upper and lower case only.',
          why: 'Paths are compared without regard to case, so one hides the other.',
          fix: 'Join the two, or rename one of them.',
        },
      },
    },
    'path-no-indistinguishable': {
      title: 'No two operations share method and path but for the names of parameters.',
      messages: {
        found: {
          what: 'The paths of "{operation}" and "{other}" differ in the names of parameters only.',
          why: 'A request fits both, so one of them can never be reached.',
          fix: 'Join the two, or put a fixed word into one path. A routerequesttoendpoint policy can send it to the real address.',
        },
      },
    },
    'path-no-partial-duplicate': {
      title: 'No path has a parameter where another of the same method has a fixed word.',
      messages: {
        found: {
          what: 'A request to "{path}" may also fit "{other}".',
          why: 'Where one path has a parameter and the other a fixed word, a value can lead to the wrong operation.',
          fix: 'Add a fixed word to one of the paths if your service allows it.',
        },
      },
    },
  },
  check(context) {
    const paths = new Map<string, PathItem>()
    const templates = new Map<string, Operation>()
    const trees = new Map<string, PathTree>()
    return {
      pathItem(item) {
        const lower = item.path.toLowerCase()
        const first = paths.get(lower)
        if (first === undefined) paths.set(lower, item)
        else {
          context.report('path-unique-case-insensitive', item.node, {
            data: { path: item.path, other: first.path },
            related: [{ at: first.node, note: 'the other path' }],
          })
        }
      },
      operation(operation) {
        const segments = segmentsOf(operation.pathItem.path)
        const template = `${operation.method} /${segments.join('/')}`
        const same = templates.get(template)
        if (same === undefined) {
          templates.set(template, operation)
          checkOverlap(context, operation, segments, trees)
        } else reportSame(context, operation, same)
      },
    }
  },
})

function reportSame({ report }: CheckContext, operation: Operation, other: Operation): void {
  report('path-no-indistinguishable', operation.node, {
    data: { operation: operation.label, other: other.label },
    related: [{ at: other.node, note: 'the operation with the same path' }],
  })
}

function checkOverlap(
  { report }: CheckContext,
  operation: Operation,
  segments: readonly string[],
  trees: Map<string, PathTree>,
): void {
  let tree = trees.get(operation.method)
  if (tree === undefined) {
    tree = new PathTree()
    trees.set(operation.method, tree)
  }
  const other = tree.findOverlap(segments)
  if (other !== undefined) {
    report('path-no-partial-duplicate', operation.node, {
      data: { path: operation.pathItem.path, other: other.pathItem.path },
      related: [{ at: other.node, note: 'the operation it may be taken for' }],
    })
  }
  tree.add(segments, operation)
}
