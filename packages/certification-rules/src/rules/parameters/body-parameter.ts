import { toValue } from '@sevenstep/located-json'
import { defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isCutOff } from '../cut-off.ts'
import { ownerOf } from './parameter-audience.ts'

const parameterKeys: ReadonlySet<string> = new Set(['name', 'in', 'description', 'required'])

/** Parameters that are the body of a request. */
export const bodyParameter = defineRuleFamily({
  id: 'body-parameter',
  rules: {
    'param-body-schema': {
      title: 'A body has a schema.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The body of {owner} has no schema.',
          why: 'Makers get their input fields from the schema, and the validator refuses a body without.',
          fix: 'Add "schema" with the fields the API takes.',
        },
      },
    },
    'param-body-no-type': {
      title: 'A body has its type in its schema only.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The body of {owner} has a "type" beside its schema.',
          why: 'The type of a body stands in its schema; beside it, it has no effect and is refused.',
          fix: 'Remove "type", and make sure that the schema has it.',
        },
      },
    },
    'param-body-description': {
      title: 'A body has a description.',
      profiles: certifiedProfiles,
      deviation: 'no mend: only the author knows what the body is for',
      messages: {
        found: {
          what: 'The body of {owner} has no description.',
          why: 'Makers see the fields of a body, hardly ever the body itself; most connectors go without.',
          fix: 'Add a "description" that says what is sent.',
        },
      },
    },
  },
  check({ report, connector }) {
    return {
      parameter(parameter) {
        if (!parameter.isBody) return
        const { node, schema } = parameter
        const data = { owner: ownerOf(parameter) }
        const isWhole = !isCutOff(connector, node)
        if (schema?.kind !== 'object' && (schema !== undefined || isWhole)) {
          report('param-body-schema', schema ?? node, { data })
        }
        const type = node.member('type')
        if (type !== undefined) report('param-body-no-type', type, { onKey: true, data })
        const isInternal =
          parameter.isInternal ||
          (parameter.owner !== undefined && 'isInternal' in parameter.owner && parameter.owner.isInternal)
        if (isWhole && !isInternal && (node.text('description') ?? '').trim() === '') {
          report('param-body-description', node.member('description') ?? node, { data })
        }
      },
    }
  },
  mends: { 'param-body-schema': gatherSchema, 'param-body-no-type': removeType },
})

/** Makes a schema of the keywords that stand in the body itself. */
function gatherSchema({ node, edit }: MendContext): void {
  if (node?.kind !== 'object' || node.text('in') !== 'body' || node.text('type') === undefined) return
  const moved = node.children.filter(
    ({ key = 'x-' }) => !parameterKeys.has(key) && !key.startsWith('x-') && key !== 'schema',
  )
  for (const child of moved) edit.remove(child)
  edit.insert(node, 'schema', Object.fromEntries(moved.map((child) => [child.key, toValue(child)])))
}

/** Only beside a schema; without one the type is the start of it. */
function removeType({ node, edit }: MendContext): void {
  if (node?.parent?.member('schema')?.kind === 'object') edit.remove(node)
}
