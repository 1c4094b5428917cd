import { oauthHandlers } from '../../data/widget-catalogue.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Rendering } from '../../page/host-page.ts'
import { eachRendering, kindOf, optionAt, wordsOf } from '../looking.ts'
import { filterFault } from './filter-fault.ts'

/** Whether settings have values that the widget takes. */
export const settingValues = defineRuleFamily({
  id: 'setting-values',
  group: 'Widgets',
  rules: {
    'embed-tab-value': {
      title: 'The tab is one of the widget’s.',
      setting: 'error',
      sources: ['sdk-code', 'embed'],
      messages: {
        found: {
          what: 'The widget "{type}" has no tab "{given}".',
          why: 'The script throws "Please provide a valid widget tab identifier", and no widget is shown.',
          fix: 'Take one of {known}.',
        },
      },
    },
    'embed-template-id': {
      title: 'The template for new flows is named by its id.',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: '"{given}" is no id of a template.',
          why: 'Templates are known by 32 hexadecimal digits; with anything else, creating from blank fails.',
          fix: 'Copy the id from the address of the template.',
        },
      },
    },
    'embed-destination': {
      title: 'The destination is "new" or "details".',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: 'There is no destination "{given}".',
          why: 'A click on a template then does what the widget does by itself, not what you want.',
          fix: "Write 'details' for the template's page, or 'new' for the designer.",
        },
      },
    },
    'embed-page-size': {
      title: 'The page size is a whole number.',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: '{given} is no number of templates.',
          why: 'The widget then shows as many as it does by itself.',
          fix: 'Write a whole number, for example 6.',
        },
      },
    },
    'embed-filter': {
      title: 'Filters are well formed.',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: 'The filter "{given}" {fault}.',
          why: 'The service refuses a filter it cannot read, and the list stays empty.',
          fix: 'Write it like {example}.',
        },
      },
    },
    'embed-environment-id': {
      title: 'The environment is named by its id.',
      setting: 'warning',
      sources: ['embed', 'sdk-code'],
      messages: {
        found: {
          what: '"{given}" is no id of an environment.',
          why: 'The widget looks for an environment of that id and shows an error.',
          fix: 'Write a GUID, Default-<tenant id>, or ~default; the address of the portal shows it.',
        },
        absent: {
          what: 'The environment "{given}" is none of those that the user has.',
          why: 'The widget shows an error to everybody without it; customers’ environments differ from yours.',
          fix: 'Look the environment up for the person who is signed in, or leave it out.',
        },
      },
    },
    'embed-oauth-handler': {
      title: 'The way of signing in to connections is one that exists.',
      setting: 'error',
      sources: ['sdk-code'],
      messages: {
        found: {
          what: 'There is no OAuth handler "{given}".',
          why: 'The script throws "Invalid OAuth handler specified", and no widget is shown.',
          fix: 'Leave it out, or take one of {known}.',
        },
      },
    },
    'embed-debug-off': {
      title: 'Debug mode is off in production.',
      setting: 'warning',
      exceptions: [{ profiles: ['development'], setting: 'off', because: 'it is meant for developing' }],
      sources: ['sdk-code'],
      mend: 'automatic',
      messages: {
        found: {
          what: 'Debug mode is on.',
          why: 'The widget writes to the console of every customer and shows what is meant for developers.',
          fix: 'Take debugMode away, or set it by where the page runs.',
        },
      },
    },
  },
  check(context) {
    const rules = [
      'embed-tab-value',
      ...textRules.map(({ rule }) => rule),
      'embed-filter',
      'embed-environment-id',
      'embed-debug-off',
    ]
    eachRendering(context, rules, (rendering) => {
      judgeTab(context, rendering)
      judgeTexts(context, rendering)
      judgeFilters(context, rendering)
      judgeEnvironment(context, rendering)
      const debug = optionAt(context, 'embed-debug-off', rendering, 'debugMode').entry?.value
      if (debug?.kind === 'other' && debug.literal === true) context.report('embed-debug-off', debug.at)
    })
  },
  mends: {
    'embed-debug-off': ({ edit, start, end }) => edit.replace(start, end, 'false'),
  },
})

function judgeTab(context: CheckContext, rendering: Rendering): void {
  const kind = kindOf(context, ['embed-tab-value'], rendering)
  if (kind?.tabs === undefined) return
  const { group, values } = kind.tabs
  const value = optionAt(context, 'embed-tab-value', rendering, group, 'tab').entry?.value
  if (value === undefined || value.kind === 'unknown' || isNothing(value)) return
  const given = wordsOf(value)
  if (value.kind === 'text' && values.includes(given)) return
  context.report('embed-tab-value', value.at, { data: { type: kind.type, given, known: values.join(', ') } })
}

interface TextRule {
  readonly rule: string
  readonly path: readonly string[]
  fits(given: string, isText: boolean): boolean
}

const textRules: readonly TextRule[] = [
  {
    rule: 'embed-template-id',
    path: ['flowsSettings', 'createFromBlankTemplateId'],
    fits: (given, isText) => isText && (/^[0-9a-f]{32}$/i.test(given) || isGuid(given)),
  },
  {
    rule: 'embed-destination',
    path: ['templatesSettings', 'destination'],
    fits: (given, isText) => isText && (given === 'new' || given === 'details'),
  },
  {
    rule: 'embed-page-size',
    path: ['templatesSettings', 'pageSize'],
    fits: (given) => /^[1-9]\d*$/.test(given),
  },
  {
    rule: 'embed-oauth-handler',
    path: ['oAuthHandler'],
    fits: (given, isText) => isText && oauthHandlers.includes(given),
  },
]

function judgeTexts(context: CheckContext, rendering: Rendering): void {
  for (const { rule, path, fits } of textRules) {
    const value = optionAt(context, rule, rendering, ...path).entry?.value
    if (value === undefined || value.kind === 'unknown' || isLeftOut(value)) continue
    const given = wordsOf(value)
    if (!fits(given, value.kind === 'text')) {
      context.report(rule, value.at, { data: { given, known: oauthHandlers.join(', ') } })
    }
  }
}

const filters = [
  {
    path: ['flowsSettings', 'flowsFilter'],
    example: "operations/any(operation: operation/sharepoint.site eq 'https://…')",
  },
  { path: ['approvalCenterSettings', 'approvalsFilter'], example: "properties/itemlink eq 'https://…'" },
]

function judgeFilters(context: CheckContext, rendering: Rendering): void {
  for (const { path, example } of filters) {
    const value = optionAt(context, 'embed-filter', rendering, ...path).entry?.value
    if (value === undefined || value.kind === 'unknown' || isLeftOut(value)) continue
    const given = wordsOf(value)
    const fault = value.kind === 'text' ? filterFault(given) : 'is no text'
    if (fault !== undefined) context.report('embed-filter', value.at, { data: { given, fault, example } })
  }
}

function judgeEnvironment(context: CheckContext, rendering: Rendering): void {
  const { environments } = context.subject.facts
  const value = optionAt(context, 'embed-environment-id', rendering, 'environmentId').entry?.value
  if (value === undefined || value.kind === 'unknown' || isNothing(value)) return
  const given = wordsOf(value)
  const isDefault = value.kind === 'text' && given === '~default'
  if (environments === undefined && !isDefault) {
    const reason = 'Which environments the user has is not known, so that only the form of the id was looked at.'
    context.notChecked('embed-environment-id', reason, 'Hand in their ids as a fact named environments.')
  }
  const isId = value.kind === 'text' && (isDefault || isGuid(given.replace(/^(default|legacy)-/i, '')))
  if (!isId) context.report('embed-environment-id', value.at, { data: { given } })
  else if (environments !== undefined && !isDefault && !environments.some((id) => same(id, given)))
    context.report('embed-environment-id', value.at, { message: 'absent', data: { given } })
}

function same(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}

function isNothing(value: NonNullable<Rendering['options']>): boolean {
  return value.kind === 'other' && (value.literal === undefined || value.literal === null)
}

/** Microsoft’s own sample hands in empty texts for settings that it does not use. */
function isLeftOut(value: NonNullable<Rendering['options']>): boolean {
  return isNothing(value) || (value.kind === 'text' && value.text === '')
}

function isGuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)
}
