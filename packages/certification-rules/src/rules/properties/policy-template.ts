import type { Policy } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type Mend } from '../../engine/rule-family.ts'
import { nearestWord } from '../texts/nearest-word.ts'
import { isWhole } from '../whole-file.ts'
import {
  existsActions,
  type PolicyTemplate,
  parameterPrefix,
  policyTemplates,
  sectionKey,
  sections,
} from './policy-templates.ts'

/** A policy fits the template it is made from. */
export const policyTemplate = defineRuleFamily({
  id: 'policy-template',
  rules: {
    'policy-known-template': {
      title: 'A policy is made from a published template.',
      messages: {
        found: {
          what: 'There is no published policy template "{template}".',
          why: 'A policy the platform does not know is refused when the connector is created.',
          fix: 'Use one of the published templates: {known}.',
        },
        missing: {
          what: 'A policy names no template.',
          why: 'The platform cannot know what it should do.',
          fix: 'Add "templateId".',
        },
      },
    },
    'policy-title': {
      title: 'A policy has a title.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The policy "{template}" has no title.',
          why: 'The wizard lists policies by title and cannot open one without.',
          fix: 'Add "title": a few words on what it does.',
        },
      },
    },
    'policy-required-parameters': {
      title: 'A policy has all parameters its template requires.',
      deviation: 'no mend: the value is for the author to say',
      messages: {
        found: {
          what: 'The policy "{policy}" has no "{parameter}".',
          why: 'The template "{template}" does nothing without it, or is refused.',
          fix: 'Add "{parameter}" to its "parameters".',
        },
      },
    },
    'policy-unknown-parameters': {
      title: 'A policy has no parameters its template does not know.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The policy "{policy}" has a parameter "{parameter}" that the template "{template}" does not know.',
          why: 'A misspelt parameter has no effect.',
          fix: 'Correct its spelling or remove it.',
        },
      },
    },
    'policy-exists-action': {
      title: 'What to do with a value that exists is override, skip or append.',
      mend: 'automatic',
      messages: {
        found: {
          what: '"existsAction" of the policy "{policy}" is "{value}".',
          why: 'The template knows three words, in lower case.',
          fix: 'Write "override", "skip" or "append".',
        },
      },
    },
    'policy-section': {
      title: 'A policy runs on the request or the response.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The policy "{policy}" runs in the section "{value}".',
          why: 'Its template can run in {known} only.',
          fix: 'Write one of: {known}.',
        },
      },
    },
  },
  check(context) {
    return { policy: (policy) => checkPolicy(context, policy) }
  },
  mends: {
    'policy-title': ({ node, data, edit }) => {
      const title = String(data.template)
      if (node === undefined || title === '') return
      if (node.key === 'title') edit.set(node, title)
      else edit.insert(node, 'title', title)
    },
    'policy-unknown-parameters': ({ node, data, edit }) => {
      const template = policyTemplates.get(String(data.template).toLowerCase())
      const near = nearestWord(ownName(node?.key ?? ''), [...(template?.required ?? []), ...(template?.optional ?? [])])
      if (node === undefined || near === undefined) return
      if (node.parent?.member(parameterPrefix + near) === undefined) edit.rename(node, parameterPrefix + near)
    },
    'policy-exists-action': mendCase(existsActions),
    'policy-section': mendCase([...sections, 'Failure']),
  },
})

function checkPolicy(context: CheckContext, policy: Policy): void {
  const { report, connector } = context
  const { node, templateId, title } = policy
  const isComplete = connector.properties !== undefined && isWhole(connector.properties)
  if (isComplete && (title === undefined || title.trim() === ''))
    report('policy-title', node.member('title') ?? node, { data: { template: node.text('templateId') ?? '' } })
  const id = node.member('templateId')
  const template = templateId === undefined ? undefined : policyTemplates.get(templateId)
  if (template === undefined || template.isPrivate === true) {
    const known = [...policyTemplates]
      .filter(([, one]) => one.isPrivate !== true)
      .map(([name]) => name)
      .join(', ')
    if (id !== undefined)
      report('policy-known-template', id, { data: { template: String(id.value ?? id.kind), known } })
    else if (isComplete) report('policy-known-template', node, { message: 'missing' })
  } else checkParameters(context, policy, template, isComplete)
}

function checkParameters(context: CheckContext, policy: Policy, template: PolicyTemplate, isComplete: boolean): void {
  const { parameters, node } = policy
  const data = { policy: policy.title ?? policy.templateId ?? '', template: node.text('templateId') ?? '' }
  const given = new Set(
    parameters?.kind === 'object' ? parameters.children.map((child) => ownName(child.key ?? '')) : [],
  )
  for (const parameter of isComplete ? template.required : []) {
    if (!given.has(parameter))
      context.report('policy-required-parameters', parameters ?? node, {
        data: { ...data, parameter: parameterPrefix + parameter },
      })
  }
  if (parameters?.kind !== 'object') return
  for (const child of parameters.children) {
    const name = child.key ?? ''
    if (name === sectionKey) checkSection(context, child, template, data.policy)
    if (name.startsWith('x-ms-apimTemplate-')) continue
    if (!template.required.includes(ownName(name)) && !template.optional.includes(ownName(name)))
      context.report('policy-unknown-parameters', child, { onKey: true, data: { ...data, parameter: name } })
    else if (ownName(name) === 'existsAction' && !existsActions.includes(String(child.value)))
      context.report('policy-exists-action', child, {
        data: { policy: data.policy, value: String(child.value ?? child.kind) },
      })
  }
}

function checkSection({ report }: CheckContext, node: JsonNode, template: PolicyTemplate, policy: string): void {
  const known = template.sections ?? sections
  if (!known.includes(String(node.value)))
    report('policy-section', node, {
      data: { policy, value: String(node.value ?? node.kind), known: known.join(', ') },
    })
}

/** The parameter's name as the template has it; a name without the prefix stays as it is and matches nothing. */
function ownName(key: string): string {
  return key.startsWith(parameterPrefix) ? key.slice(parameterPrefix.length) : `${key} `
}

function mendCase(words: readonly string[]): Mend {
  return ({ node, data, edit }) => {
    const known = words.find((word) => word.toLowerCase() === String(node?.value).trim().toLowerCase())
    if (node === undefined || known === undefined) return
    if (data.known === undefined || String(data.known).split(', ').includes(known)) edit.set(node, known)
  }
}
