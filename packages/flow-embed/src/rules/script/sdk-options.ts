import { knownHostOf } from '../../data/known-hosts.ts'
import { locales, uncertainLocales } from '../../data/locales.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { widgetHosts } from '../../hosts.ts'
import type { SdkCreation } from '../../page/host-page.ts'
import type { Value } from '../../script/value.ts'
import { eachCreation, partElsewhere, reasonOf, wordsOf, writeText } from '../looking.ts'
import { nearest, someOf } from '../nearest.ts'

/** What the SDK is made with. */
export const sdkOptions = defineRuleFamily({
  id: 'sdk-options',
  group: 'Microsoft’s script',
  rules: {
    'embed-sdk-options': {
      title: 'MsFlowSdk is made with an object of options.',
      setting: 'error',
      sources: ['sdk-code'],
      messages: {
        found: {
          what: 'MsFlowSdk is made without options.',
          why: 'The script throws "Sdk options are required", and no widget is shown.',
          fix: "Write new MsFlowSdk({ hostName: '{host}', locale: 'en-us' }).",
        },
        kind: {
          what: 'MsFlowSdk is given {given}, which is no object of options.',
          why: 'The script looks for hostName and locale in it and does not find them.',
          fix: "Write new MsFlowSdk({ hostName: '{host}', locale: 'en-us' }).",
        },
      },
    },
    'embed-host-name-given': {
      title: 'The host of the widgets is named.',
      setting: 'warning',
      sources: ['sdk-code'],
      messages: {
        found: {
          what: 'No {option} is given.',
          why: 'Without it the script takes flow.microsoft.com, the host of 2018; newer copies do so too.',
          fix: "Add {option}: '{host}'.",
        },
      },
    },
    'embed-host-name-known': {
      title: 'The host of the widgets is one of Microsoft’s, for the cloud and edition.',
      setting: 'warning',
      sources: ['embed', 'sdk-code'],
      messages: {
        found: {
          what: '"{given}" is no host of widgets that is known.',
          why: 'Widgets come from Microsoft’s hosts alone, and messages of other hosts are dropped.',
          fix: "Write '{host}', or the host of your national cloud.",
        },
        form: {
          what: '"{given}" is no https origin.',
          why: 'The address of the widget is made by putting the locale and a path behind it.',
          fix: "Write '{host}', without a path.",
        },
        old: {
          what: '"{given}" is the host of 2018.',
          why: 'It only leads on to the new host, and policies that name the one do not fit the other.',
          fix: "Write '{host}'.",
        },
      },
    },
    'embed-locale-known': {
      title: 'The locale is one that widgets have texts for.',
      setting: 'warning',
      sources: ['embed'],
      mend: 'automatic',
      mendByMessage: { found: 'none' },
      severityByMessage: { letters: 'info' },
      messages: {
        found: {
          what: '"{given}" is no locale of the widgets.',
          why: 'They fall back to another language.',
          fix: '{advice}',
        },
        letters: {
          what: '"{given}" has other letters than the locale "{near}".',
          why: 'The locale becomes a part of the address. Microsoft’s addresses have small letters; its examples show both.',
          fix: "Write '{near}'.",
        },
      },
    },
  },
  check(context) {
    eachCreation(context, ['embed-sdk-options', ...ofOptions], (creation) => {
      const options = optionsOf(context, creation)
      if (options === undefined) return
      judgeHost(context, creation, options)
      judgeLocale(context, options)
    })
  },
  mends: {
    'embed-locale-known': (context) => writeText(context, String(context.data.near)),
  },
})

/** What is judged of the options, once there are some. */
const ofOptions = ['embed-host-name-given', 'embed-host-name-known', 'embed-locale-known']

type Options = Extract<Value, { kind: 'object' }>

function optionsOf({ report, notChecked, edition }: CheckContext, creation: SdkCreation): Options | undefined {
  const { options, at } = creation
  const host = widgetHosts[edition]
  if (options?.kind === 'object') return options
  if (options?.kind === 'unknown') {
    for (const rule of ['embed-sdk-options', ...ofOptions]) notChecked(rule, reasonOf(options))
  } else if (options === undefined) report('embed-sdk-options', at, { data: { host } })
  else report('embed-sdk-options', options.at, { message: 'kind', data: { host, given: wordsOf(options) } })
  return undefined
}

const ofHost = ['embed-host-name-given', 'embed-host-name-known']

function judgeHost({ report, notChecked, edition }: CheckContext, { by }: SdkCreation, options: Options): void {
  const option = by === 'microsoft' ? 'hostName' : 'host'
  const host = widgetHosts[edition]
  const value = options.entries.get(option)?.value
  if (value === undefined) {
    if (options.isWhole) report('embed-host-name-given', options.at, { data: { option, host } })
    else for (const rule of ofHost) notChecked(rule, partElsewhere(options))
    return
  }
  if (value.kind === 'unknown') {
    notChecked('embed-host-name-known', reasonOf(value))
    return
  }
  const given = wordsOf(value)
  const url = value.kind === 'text' && URL.canParse(given) ? new URL(given) : undefined
  const isOfThisMachine = url !== undefined && /^(localhost|127\.0\.0\.1|[\w-]+\.localhost)$/.test(url.hostname)
  if (isOfThisMachine) return
  if (url === undefined || !given.startsWith('https://') || url.pathname !== '/' || url.search !== '') {
    report('embed-host-name-known', value.at, { message: 'form', data: { given, host } })
    return
  }
  const known = knownHostOf(url.origin)
  if (known === undefined) report('embed-host-name-known', value.at, { data: { given, host } })
  else if (known.isOld === true && edition === 'current')
    report('embed-host-name-known', value.at, { message: 'old', data: { given, host } })
}

function judgeLocale({ report, notChecked }: CheckContext, options: Options): void {
  const value = options.entries.get('locale')?.value
  if (value === undefined) {
    if (!options.isWhole) notChecked('embed-locale-known', partElsewhere(options))
    return
  }
  if (value.kind === 'unknown') {
    notChecked('embed-locale-known', reasonOf(value))
    return
  }
  const given = wordsOf(value)
  const all = [...locales, ...uncertainLocales]
  if (value.kind === 'text' && all.includes(given)) return
  const near = all.find((one) => one === given.toLowerCase().replace('_', '-'))
  if (value.kind === 'text' && near !== undefined) {
    report('embed-locale-known', value.at, { message: 'letters', data: { given, near } })
    return
  }
  const advice = localeAdvice(given)
  report('embed-locale-known', value.at, { data: { given, advice } })
}

/** Locales that the documented list spells wrong. */
const documentedSlips: Readonly<Record<string, string>> = { 'hi-hu': 'hu-hu', 'jp-jp': 'ja-jp' }

function localeAdvice(given: string): string {
  const plain = given.toLowerCase().replace('_', '-')
  const slip = Object.hasOwn(documentedSlips, plain) ? documentedSlips[plain] : undefined
  if (slip !== undefined) return `Write '${slip}'; Microsoft’s list has it wrong.`
  const all = [...locales, ...uncertainLocales]
  const names = new Intl.DisplayNames('en', { type: 'language' })
  const near =
    all.find((one) => one.startsWith(`${plain.split('-')[0] ?? ''}-`)) ??
    all.find((one) => names.of(one.slice(0, 2))?.toLowerCase() === plain) ??
    nearest(given, all)
  return near === undefined ? `Write one that is known: ${someOf(given, all)}.` : `Perhaps '${near}' is meant.`
}
