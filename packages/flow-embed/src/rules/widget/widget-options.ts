import { optionKeys, settingKeys } from '../../data/widget-catalogue.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Rendering } from '../../page/host-page.ts'
import type { Entry } from '../../script/value.ts'
import { eachRendering, kindOf, partElsewhere, reasonOf, writeKey } from '../looking.ts'
import { meantGroup, meantKind, meantOption, wrapperKeys } from '../meant.ts'
import { nearest, someOf } from '../nearest.ts'

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
          fix: 'Leave it out, or write one that is known: {some}.',
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
          fix: 'Leave it out, or write one that is known: {some}.',
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
          judgeSettings(context, rendering, entry, [...entry.value.entries.values()])
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

function judgeOption({ report }: CheckContext, { by, type }: Rendering, { key, keyAt }: Entry): void {
  const known = by === 'wrapper' ? wrapperKeys : optionKeys
  const meant = known.includes(key) ? undefined : meantOption(key, known)
  const group = known.includes(key) ? key : meant?.name
  const kind = type?.kind === 'text' ? meantKind(type.text) : undefined
  const isGroup = group !== undefined && (Object.hasOwn(settingKeys, group) || group === 'runtimeSettings')
  if (isGroup && kind?.isDocumented === true && !kind.settings.includes(group))
    report('embed-setting-group', keyAt, { data: { group, type: kind.type } })
  if (known.includes(key)) return
  if (meant === undefined) report('embed-option-key', keyAt, { data: { key, some: someOf(key, known) } })
  else report('embed-option-key', keyAt, { message: meant.isSlip ? 'typo' : 'near', data: { key, near: meant.name } })
}

function judgeSettings(
  { report }: CheckContext,
  { type }: Rendering,
  { key: option }: Entry,
  entries: readonly Entry[],
): void {
  const group = meantGroup(option)
  const known = group === undefined ? undefined : settingKeys[group]
  if (group === undefined || known === undefined) return
  const kind = type?.kind === 'text' ? meantKind(type.text) : undefined
  // Moved to a group that the widget does not look at, a setting would still have no effect.
  const owners = Object.keys(settingKeys).filter((one) => kind?.isDocumented !== true || kind.settings.includes(one))
  for (const { key, keyAt } of entries) {
    if (known.includes(key)) continue
    const near = nearest(key, known)
    const owner = owners.find((one) => settingKeys[one]?.includes(key))
    if (owner !== undefined) report('embed-setting-key', keyAt, { message: 'place', data: { key, group, owner } })
    else if (near !== undefined) report('embed-setting-key', keyAt, { message: 'near', data: { key, group, near } })
    else report('embed-setting-key', keyAt, { data: { key, group, some: someOf(key, known) } })
  }
}
