import type { ConnectionParameter } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { asHeading, wordsOf } from '../texts/identifier-words.ts'
import { isWhole } from '../whole-file.ts'
import { connectionParameterTypes, constraintOf, isVisible } from './connection-parameter-kind.ts'

/** The fields somebody fills in to make a connection. */
export const connectionParameter = defineRuleFamily({
  id: 'connection-parameter',
  rules: {
    'auth-param-name': {
      title: 'A connection parameter’s name has letters, digits, underscores and at most one colon.',
      deviation: 'no mend: connections that exist know the parameter by its name',
      messages: {
        found: {
          what: 'The connection parameter "{name}" has a character that a name must not have.',
          why: 'Policies and the platform refer to the name; the published schema refuses it.',
          fix: 'Use letters, digits and underscores, or "token:" and such a name.',
        },
      },
    },
    'auth-param-type': {
      title: 'A connection parameter has a known type.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The connection parameter "{name}" is of type "{type}".',
          why: 'The platform knows no such type and cannot show a field for it.',
          fix: 'Use one of: {known}.',
        },
        missing: {
          what: 'The connection parameter "{name}" has no type.',
          why: 'The platform cannot show a field for it.',
          fix: 'Add "type": one of {known}.',
        },
      },
    },
    'auth-param-display-name': {
      title: 'A connection parameter has a display name.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The connection parameter "{name}" has no display name.',
          why: 'The person who makes a connection would see a field without a label.',
          fix: 'Add "displayName" to its "uiDefinition".',
        },
      },
    },
    'auth-param-description': {
      title: 'A connection parameter has a description.',
      deviation: 'no mend: what to type is for the author to say',
      messages: {
        found: {
          what: 'The connection parameter "{name}" has no description.',
          why: 'The person who makes a connection must guess what to type.',
          fix: 'Add "description" to its "uiDefinition": what it is and where to find it.',
        },
      },
    },
    'auth-param-tooltip': {
      title: 'A connection parameter has a tooltip.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The connection parameter "{name}" has no tooltip.',
          why: 'The tooltip explains the field while it is being filled in.',
          fix: 'Add "tooltip" to its "uiDefinition".',
        },
      },
    },
    'auth-param-required-string': {
      title: 'Whether a connection parameter is required is said in a string.',
      mend: 'automatic',
      messages: {
        found: {
          what: '"required" of the connection parameter "{name}" is {value}, not a string.',
          why: 'The published schema knows only "true" and "false" in quotes.',
          fix: 'Write "true" or "false" in quotes.',
        },
      },
    },
  },
  check(context) {
    return {
      connectionParameter(parameter) {
        checkKind(context, parameter)
        if (isVisible(parameter)) checkTexts(context, parameter)
      },
    }
  },
  mends: {
    'auth-param-type': ({ node, edit }) => {
      const known = connectionParameterTypes.find((one) => one.toLowerCase() === String(node?.value).toLowerCase())
      if (node?.kind === 'string' && known !== undefined) edit.set(node, known)
    },
    'auth-param-display-name': ({ node, data, edit }) => {
      const text = asHeading(wordsOf(String(data.name)))
      if (text === '' || node === undefined) return
      if (node.key === 'displayName') edit.set(node, text)
      else if (node.key === 'uiDefinition') edit.insert(node, 'displayName', text)
      else edit.insert(node, 'uiDefinition', { displayName: text })
    },
    'auth-param-tooltip': ({ node, edit }) => {
      const definition = node?.key === 'tooltip' ? node.parent : node
      const text = definition?.text('description')?.trim()
      if (node === undefined || definition?.key !== 'uiDefinition' || text === undefined || text === '') return
      edit.insert(definition, 'tooltip', text)
    },
    'auth-param-required-string': ({ node, edit }) => {
      if (typeof node?.value === 'boolean') edit.set(node, String(node.value))
    },
  },
})

function checkKind({ report, connector }: CheckContext, parameter: ConnectionParameter): void {
  const { name, node } = parameter
  if (!/^\w+(:\w+)?$/.test(name)) report('auth-param-name', node, { onKey: true, data: { name } })
  const known = connectionParameterTypes.join(', ')
  const type = node.member('type')
  if (type === undefined) {
    if (connector.properties !== undefined && isWhole(connector.properties))
      report('auth-param-type', node, { message: 'missing', data: { name, known } })
  } else if (!connectionParameterTypes.includes(String(type.value)))
    report('auth-param-type', type, { data: { name, known, type: String(type.value ?? type.kind) } })
  const required = constraintOf(parameter, 'required')
  if (required !== undefined && required.value !== 'true' && required.value !== 'false')
    report('auth-param-required-string', required, { data: { name, value: String(required.value ?? required.kind) } })
}

function checkTexts({ report, connector }: CheckContext, { name, node, uiDefinition }: ConnectionParameter): void {
  if (connector.properties === undefined || !isWhole(connector.properties)) return
  const holder = uiDefinition?.kind === 'object' ? uiDefinition : node
  const has = (text: string | undefined): boolean => text !== undefined && text.trim() !== ''
  const described = uiDefinition?.text('description') ?? uiDefinition?.member('schema')?.text('description')
  if (!has(uiDefinition?.text('displayName')))
    report('auth-param-display-name', uiDefinition?.member('displayName') ?? holder, { data: { name } })
  if (!has(described))
    report('auth-param-description', uiDefinition?.member('description') ?? holder, { data: { name } })
  if (!has(uiDefinition?.text('tooltip')))
    report('auth-param-tooltip', uiDefinition?.member('tooltip') ?? holder, { data: { name } })
}
