import type { Definition, Operation } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'
import { asPascalCase, wordsOf } from '../texts/identifier-words.ts'

const maxLength = 80
const noRename = 'no mend: flows name the operation by its id, so renaming a published one breaks them'

/** What flows call an operation by: `operationId`. */
export const operationId = defineRuleFamily({
  id: 'operation-id',
  rules: {
    'op-id-required': {
      title: 'Every operation has an operationId.',
      mend: 'proposed',
      deviation: 'the mend is proposed, not automatic: the id it makes of method and path stays with every flow',
      messages: {
        found: {
          what: '{operation} has no operationId.',
          why: 'Flows and apps call an operation by its id; without one it cannot be used.',
          fix: 'Add a short "operationId" in PascalCase, such as "{example}".',
        },
      },
    },
    'op-id-unique': {
      title: 'No two operations have the same operationId.',
      messages: {
        found: {
          what: 'The operationId "{id}" is used more than once.',
          why: 'A flow that calls it cannot tell which operation is meant; ids that differ only in case are as ambiguous.',
          fix: 'Give the newer of the operations an id of its own.',
        },
      },
    },
    'op-id-max-length': {
      title: 'An operationId has at most 80 characters.',
      deviation: 'the limit is not published; 80 fits the longest accepted id of 77',
      messages: {
        found: {
          what: 'The operationId "{id}" is {length} characters long; at most {max} are expected to pass.',
          why: 'The validator refuses long ids; its exact limit is not published.',
          fix: 'Shorten the id before the operation is published.',
        },
      },
    },
    'op-id-sanitized': {
      title: 'An operationId consists of letters, digits and underscores.',
      deviation: noRename,
      messages: {
        found: {
          what: 'The operationId "{id}" contains "{character}".',
          why: 'The designer replaces such characters, so formulas and flows see a name that is not yours.',
          fix: 'Use letters, digits and underscores in new ids; keep a published id and suppress this.',
        },
      },
    },
    'op-id-starts-letter': {
      title: 'An operationId starts with a letter.',
      deviation: noRename,
      messages: {
        found: {
          what: 'The operationId "{id}" does not start with a letter.',
          why: 'Power Apps makes a function name of the id, and a name has to start with a letter.',
          fix: 'Put a verb in front, unless the operation is already published.',
        },
      },
    },
    'op-id-pascal-case': {
      title: 'An operationId is written in PascalCase.',
      deviation: noRename,
      messages: {
        found: {
          what: 'The operationId "{id}" is not in PascalCase.',
          why: 'Makers who write formulas meet the id, and connectors are expected to read alike.',
          fix: 'Write new ids like "{example}"; keep published ones.',
        },
      },
    },
    'op-id-no-separator': {
      title: 'An operationId has no hyphens or underscores, except before a version.',
      deviation: noRename,
      messages: {
        found: {
          what: 'The operationId "{id}" separates words with "{separator}".',
          why: 'The underscore is kept for versions such as "_V2", and hyphens are replaced by the designer.',
          fix: 'Write new ids without separators, like "{example}"; keep published ones.',
        },
      },
    },
  },
  check(context) {
    const seen = new Map<string, JsonNode>()
    return {
      operation(operation) {
        const node = operation.node.member('operationId')
        if (node?.kind === 'string' && node.value !== '') checkId(context, node, String(node.value), seen)
        else if (node !== undefined || !isCutOff(context.connector, operation.node)) {
          const data = { operation: operation.label || placeOf(operation), example: derivedId(operation) }
          context.report('op-id-required', node ?? operation.node, { data })
        }
      },
    }
  },
  mends: { 'op-id-required': addId },
})

function checkId({ report }: CheckContext, node: JsonNode, id: string, seen: Map<string, JsonNode>): void {
  const first = seen.get(id.toLowerCase())
  if (first === undefined) seen.set(id.toLowerCase(), node)
  else report('op-id-unique', node, { data: { id }, related: [{ at: first, note: 'First used here.' }] })
  if (id.length > maxLength) report('op-id-max-length', node, { data: { id, length: id.length, max: maxLength } })
  const character = /[^A-Za-z0-9_]/.exec(id)?.[0]
  if (character !== undefined) report('op-id-sanitized', node, { data: { id, character } })
  if (!/^\p{L}/u.test(id)) report('op-id-starts-letter', node, { data: { id } })
  const unversioned = id.replace(/_V\d{1,9}$/i, '')
  // What is no id at all is not also told to be written in the wrong case.
  if (/^[A-Z][A-Za-z0-9]*$/.test(unversioned) || /^[^A-Za-z]|[^\w-]/.test(id)) return
  const example = asPascalCase(wordsOf(unversioned)) || 'GetItem'
  report('op-id-pascal-case', node, { data: { id, example } })
  const separator = /[-_]/.exec(unversioned)?.[0]
  if (separator !== undefined) report('op-id-no-separator', node, { data: { id, example, separator } })
}

function placeOf({ method, pathItem }: Operation): string {
  return `${method.toUpperCase()} ${pathItem.path}`
}

/** Method and path as an id: `GET /cars/{carId}` gives `GetCarsByCarId`. */
function derivedId({ method, pathItem }: Operation): string {
  const words = wordsOf(pathItem.path.replace(/\{/g, ' by ').slice(0, 200)).filter((word) => /^[\w]+$/.test(word))
  return asPascalCase([method, ...words]).slice(0, maxLength - 4)
}

/** Each finding is mended on its own, but the ids are made for the whole definition. */
const derivedIds = new WeakMap<Definition, ReadonlyMap<JsonNode, string>>()

function addId({ node, connector, edit }: MendContext): void {
  const site = node?.kind === 'object' ? node : node?.parent
  const { definition } = connector
  if (site === undefined || definition === undefined) return
  let ids = derivedIds.get(definition)
  if (ids === undefined) {
    ids = idsFor(definition)
    derivedIds.set(definition, ids)
  }
  const id = ids.get(site)
  if (id === undefined) return
  edit.insert(site, 'operationId', id)
}

/** An id for each operation without one, different from every other also when all are added at once. */
function idsFor({ operations }: Definition): ReadonlyMap<JsonNode, string> {
  const used = new Set(operations.map((operation) => operation.id?.toLowerCase()))
  const ids = new Map<JsonNode, string>()
  for (const operation of operations) {
    if (operation.id !== undefined && operation.id !== '') continue
    const base = derivedId(operation)
    let id = base
    for (let count = 2; used.has(id.toLowerCase()); count++) id = `${base}${count}`
    used.add(id.toLowerCase())
    ids.set(operation.node, id)
  }
  return ids
}
