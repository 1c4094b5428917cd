import { optionKeys, settingKeys, widgetKindOf } from '../../data/widget-catalogue.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Rendering } from '../../page/host-page.ts'
import type { Entry } from '../../script/value.ts'
import { eachRendering, kindOf, nearest, partElsewhere, reasonOf, writeKey } from '../looking.ts'

/** Whether keys of options and settings are known. */
export const widgetOptions = defineRuleFamily({
  id: 'widget-options',
  group: 'Widgets',
  rules: {
    'embed-option-key': {
      title: 'Options of renderWidget have the names that Microsoft’s script looks for.',
      setting: 'error',
      sources: ['sdk-code', 'embed'],
      mend: 'automatic',
      mendByMessage: { found: 'none', near: 'proposed' },
      severityByMessage: { found: 'warning' },
      messages: {
        typo: {
          what: '"{key}" is nothing the script looks for; it is called {near}.',
          why: 'Everything in it is passed over without a word. The documentation itself has this slip once.',
          fix: 'Write {near}.',
        },
        near: {
          what: '"{key}" is nothing the script looks for.',
          why: 'It is passed over without a word.',
          fix: 'Perhaps {near} is meant.',
        },
        found: {
          what: '"{key}" is no option of widgets that is known.',
          why: 'What the script does not look for is passed over without a word.',
          fix: 'Leave it out, or write the option that is meant.',
        },
      },
    },
    'embed-setting-key': {
      title: 'Settings of a widget have the names that Microsoft’s script looks for.',
      setting: 'error',
      sources: ['sdk-code', 'embed'],
      mend: 'proposed',
      mendByMessage: { found: 'none', place: 'none' },
      severityByMessage: { found: 'warning' },
      messages: {
        near: {
          what: '"{key}" is no setting of {group}.',
          why: 'It is passed over without a word, and the widget does something else than you want.',
          fix: 'Perhaps {near} is meant.',
        },
        place: {
          what: '"{key}" is no setting of {group}; it belongs to {owner}.',
          why: 'Here it is passed over without a word.',
          fix: 'Move it to {owner}.',
        },
        found: {
          what: '"{key}" is no setting of {group} that is known.',
          why: 'What the script does not look for is passed over without a word.',
          fix: 'Leave it out, or write the setting that is meant.',
        },
      },
    },
    'embed-setting-group': {
      title: 'Settings are those of the widget that is shown.',
      setting: 'warning',
      sources: ['sdk-code', 'embed'],
      confidence: 'low',
      messages: {
        found: {
          what: '{group} is given to the widget "{type}", which does not look at it.',
          why: 'It has no effect.',
          fix: 'Leave it out, or show the widget it belongs to.',
        },
      },
    },
  },
  check(context) {
    const rules = ['embed-option-key', 'embed-setting-key', 'embed-setting-group']
    eachRendering(context, rules, (rendering) => {
      const { options } = rendering
      if (options?.kind === 'unknown') for (const rule of rules) context.notChecked(rule, reasonOf(options))
      if (options?.kind !== 'object') return
      if (!options.isWhole) for (const rule of rules) context.notChecked(rule, partElsewhere(options))
      kindOf(context, ['embed-setting-group'], rendering)
      for (const entry of options.entries.values()) {
        judgeOption(context, rendering, entry)
        if (entry.value.kind === 'object') {
          judgeSettings(context, entry.key, [...entry.value.entries.values()])
          if (!entry.value.isWhole && Object.hasOwn(settingKeys, entry.key))
            context.notChecked('embed-setting-key', partElsewhere(entry.value))
        } else if (entry.value.kind === 'unknown' && Object.hasOwn(settingKeys, entry.key))
          context.notChecked('embed-setting-key', reasonOf(entry.value))
      }
    })
  },
  mends: {
    'embed-option-key': (context) => writeKey(context, String(context.data.near)),
    'embed-setting-key': (context) => writeKey(context, String(context.data.near)),
  },
})

const typos: Readonly<Record<string, string>> = {
  templateSettings: 'templatesSettings',
  approvalSettings: 'approvalCenterSettings',
  approvalsSettings: 'approvalCenterSettings',
  flowSettings: 'flowsSettings',
}

/** Options of our own wrapper: Microsoft's, with names of its own for two of them. */
const wrapperKeys = [...optionKeys.filter((key) => key !== 'errorHandler' && key !== 'iframeTitle'), 'texts', 'title']

function judgeOption({ report }: CheckContext, { by, type }: Rendering, { key, keyAt }: Entry): void {
  const known = by === 'wrapper' ? wrapperKeys : optionKeys
  if (known.includes(key)) {
    const kind = type?.kind === 'text' ? widgetKindOf(type.text) : undefined
    const isGroup = Object.hasOwn(settingKeys, key) || key === 'runtimeSettings'
    if (isGroup && kind?.isDocumented === true && !kind.settings.includes(key))
      report('embed-setting-group', keyAt, { data: { group: key, type: kind.type } })
    return
  }
  const typo = Object.hasOwn(typos, key) ? typos[key] : undefined
  const near = typo ?? nearest(key, known)
  if (near === undefined) report('embed-option-key', keyAt, { data: { key } })
  else report('embed-option-key', keyAt, { message: typo === undefined ? 'near' : 'typo', data: { key, near } })
}

function judgeSettings({ report }: CheckContext, group: string, entries: readonly Entry[]): void {
  const name = typos[group] ?? group
  const known = Object.hasOwn(settingKeys, name) ? settingKeys[name] : undefined
  if (known === undefined) return
  for (const { key, keyAt } of entries) {
    if (known.includes(key)) continue
    const near = nearest(key, known)
    const owner = Object.entries(settingKeys).find(([, keys]) => keys.includes(key))?.[0]
    if (owner !== undefined) report('embed-setting-key', keyAt, { message: 'place', data: { key, group: name, owner } })
    else if (near !== undefined)
      report('embed-setting-key', keyAt, { message: 'near', data: { key, group: name, near } })
    else report('embed-setting-key', keyAt, { data: { key, group: name } })
  }
}
