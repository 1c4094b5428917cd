import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { nearestWord } from '../texts/nearest-word.ts'

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** What a value has to look like, with the words for it. */
interface Shape {
  readonly expected: string
  readonly fits: (text: string) => boolean
}

const anyText: Shape = { expected: 'a text', fits: () => true }
const webAddress: Shape = { expected: 'an https address', fits: (text) => /^https:\/\/\S+$/i.test(text) }
const apiVersion: Shape = { expected: 'a date such as 2016-11-01', fits: (text) => /^\d{4}-\d\d-\d\d/.test(text) }
const environment: Shape = {
  expected: 'the id of an environment: a GUID, with "Default-" before it for the default one',
  fits: (text) => text === '' || guid.test(text.replace(/^(?:default|legacy)-/i, '')),
}

/** The keys the command line tool writes, and those it only reads. */
const shapes: ReadonlyMap<string, Shape> = new Map([
  ['connectorId', anyText],
  ['environment', environment],
  ['apiProperties', anyText],
  ['apiDefinition', anyText],
  ['icon', anyText],
  ['script', anyText],
  ['powerAppsUrl', webAddress],
  ['powerAppsApiVersion', apiVersion],
  ['flowUrl', webAddress],
  ['flowApiVersion', apiVersion],
  ['clientId', anyText],
  ['tenant', anyText],
  ['authorityUrl', webAddress],
  ['resource', anyText],
])

/** The settings of the command line tool that may stand beside a connector. */
export const settingsFile = defineRuleFamily({
  id: 'settings-file',
  rules: {
    'file-settings-schema': {
      title: 'settings.json holds the keys and values the command line tool knows.',
      mend: 'proposed',
      mendByMessage: { unknown: 'none', value: 'none' },
      deviation:
        'keys the tool reads and environments called "Default-…" are accepted, which the published schema refuses; only misspelt keys have a mend',
      messages: {
        unknown: {
          what: 'The settings key "{key}" is not known.',
          why: 'The command line tool ignores it, so what it is meant to set is not set.',
          fix: 'Remove it, or look its name up in the tool’s documentation.',
        },
        misspelt: {
          what: 'The settings key "{key}" is not known; "{nearest}" is.',
          why: 'The command line tool ignores it, so what it is meant to set is not set.',
          fix: 'Call it "{nearest}".',
        },
        value: {
          what: 'The value of "{key}" is not {expected}.',
          why: 'The command line tool fails on it when it is run with these settings.',
          fix: 'Correct the value, or remove the key and give the value on the command line.',
        },
      },
    },
    'file-settings-no-environment': {
      title: 'A published settings.json names no environment and no connector.',
      profiles: certifiedProfiles,
      mend: 'proposed',
      deviation: 'the mend is a proposal: without the ids the tool asks for them again',
      messages: {
        found: {
          what: 'The settings name your own {thing}: "{value}".',
          why: 'It means nothing to anybody else, and tells strangers an id of your tenant.',
          fix: 'Remove it before you publish the folder, or keep settings.json out of it.',
        },
      },
    },
  },
  check(context) {
    return {
      connector({ settingsFile: file, presence }) {
        const root = file?.json.root
        if (presence.settings === 'unreadable') {
          context.notChecked('file-settings-schema', 'settings.json could not be read.')
          context.notChecked('file-settings-no-environment', 'settings.json could not be read.')
        }
        if (root?.kind === 'object') for (const member of root.children) checkMember(context, member, root)
      },
    }
  },
  mends: {
    'file-settings-schema': ({ node, data, edit }) => {
      if (node !== undefined && typeof data.nearest === 'string') edit.rename(node, data.nearest)
    },
    'file-settings-no-environment': ({ node, edit }) => {
      if (node !== undefined) edit.remove(node)
    },
  },
})

const ownIds: Readonly<Record<string, string>> = { environment: 'environment', connectorId: 'connector id' }

function checkMember({ report }: CheckContext, member: JsonNode, root: JsonNode): void {
  const { key = '', value } = member
  if (key === '$schema') return
  const shape = shapes.get(key)
  if (shape === undefined) {
    const nearest = nearestWord(key, shapes.keys())
    const isMisspelt = nearest !== undefined && root.member(nearest) === undefined
    const options = isMisspelt ? { message: 'misspelt', data: { key, nearest } } : { message: 'unknown', data: { key } }
    report('file-settings-schema', member, { ...options, onKey: true })
    return
  }
  // The tool writes null for what it was not given.
  if (member.kind === 'null') return
  if (typeof value !== 'string' || !shape.fits(value)) {
    report('file-settings-schema', member, { message: 'value', data: { key, expected: shape.expected } })
  }
  const thing = ownIds[key]
  if (Object.hasOwn(ownIds, key) && thing !== undefined && typeof value === 'string' && value !== '') {
    report('file-settings-no-environment', member, { data: { thing, value } })
  }
}
