import { jsonLines } from '../json-lines.ts'
import { properties } from '../json-walk.ts'
import { type MutableConnector, writeJson } from '../mutable-connector.ts'
import { type Mutation, mutation, type PlantedDefect, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { drop, put } from '../spot.ts'
import { changed, type Places } from './one-change.ts'

const settings: Places = (connector) =>
  connector.settings === undefined ? [] : [{ pointer: '', value: connector.settings }]
const verified = { profile: 'verified-publisher', target: 'package' } as const

/** Script, introduction, settings, missing hand-ins and the style of the JSON text. */
export const textRequirements: readonly Mutation[] = [
  script('script-class-of-other-name', ['script-class'], (text) => text.replace('class Script', 'class Connector')),
  script('script-class-without-base', ['script-class'], (text) => text.replace(' : ScriptBase', '')),
  script('script-only-a-comment', ['script-class', 'script-execute-async'], (text) =>
    text.replace(/^public class/m, '// public class'),
  ),
  script('script-without-execute', ['script-execute-async'], (text) => text.replace('ExecuteAsync', 'RunAsync')),
  script('script-execute-not-overridden', ['script-execute-async'], (text) =>
    text.replace('override async Task', 'async Task'),
  ),
  script('script-execute-returns-nothing', ['script-execute-async'], (text) =>
    text.replace('Task<HttpResponseMessage>', 'Task'),
  ),
  script('script-too-large', ['script-size'], (text) => `${text}${'// the same remark once more\n'.repeat(40_000)}`),
  script('script-with-own-client', ['script-no-httpclient'], (text) =>
    text.replace('    {\n', '    {\n        var client = new HttpClient();\n'),
  ),
  script('script-foreign-namespace', ['script-namespaces'], (text) => `using System.Data.SqlClient;\n${text}`),
  mutation(
    'script-operations-not-declared',
    requirement('requirements.json: script-operations-declared'),
    ['script-operations-declared'],
    (connector) => {
      if (connector.texts.script === undefined) return undefined
      const pointer = drop(properties(connector), 'scriptOperations')
      return pointer === undefined
        ? undefined
        : { file: 'properties', pointer, alternatives: [{ file: 'script' }, { file: 'folder' }] }
    },
  ),
  intro(
    'intro-lists-operations',
    ['intro-no-operations'],
    (text) =>
      `${text}\n## Actions\n\n### List berths\n\n### Create booking\n\n## Triggers\n\n### When a booking changes\n`,
  ),
  intro('intro-without-prerequisites', ['intro-sections'], (text) => text.replace(/## Prerequisites\n[^#]*/, '')),
  intro('intro-without-credentials', ['intro-sections'], (text) =>
    text.replace(/## How to get credentials\n[^#]*/, ''),
  ),
  intro('intro-without-known-issues', ['intro-sections'], (text) =>
    text.replace(/## Known issues and limitations\n[^#]*/, ''),
  ),
  intro('intro-too-long', ['intro-sections'], (text) => `${'It does one more thing for you. '.repeat(10)}${text}`),
  mutation(
    'readme-of-independent-without-app-steps',
    requirement('requirements.json: readme-oauth-app-steps'),
    ['readme-oauth-app-steps'],
    (connector) => {
      const isOauth = JSON.stringify(connector.properties ?? null).includes('"oauthSetting"')
      const { readme } = connector.texts
      const steps = /regist|client id|create an app/i
      const isIndependent = connector.kind === 'independent-publisher'
      if (!isIndependent || !isOauth || readme === undefined || !steps.test(readme)) return undefined
      connector.texts.readme = readme
        .split(/\r\n|\n|\r/)
        .filter((line) => !steps.test(line))
        .join('\n')
      return { file: 'readme' }
    },
    { profile: 'independent-publisher' },
  ),
  changed('settings-key-unknown', ['file-settings-schema'], settings, 'colour', 'blue', { file: 'settings' }),
  changed('settings-value-of-other-type', ['file-settings-schema'], settings, 'powerAppsUrl', 17, { file: 'settings' }),
  mutation(
    'settings-with-environment',
    requirement('requirements.json: file-settings-no-environment'),
    ['file-settings-no-environment'],
    (connector) => {
      if (connector.settings === undefined || Object.hasOwn(connector.settings, 'environment')) return undefined
      const pointer = put(
        { pointer: '', value: connector.settings },
        'environment',
        'Default-6f8f7b2e-0f3a-4a53-9a8e-0d3c1b2a4e5f',
      )
      return pointer === undefined
        ? undefined
        : { file: 'settings', pointer, alternatives: [{ file: 'settings', pointer: '' }, { file: 'settings' }] }
    },
  ),
  missing(
    'icon-missing-in-package',
    'file-icon-required-verified',
    (connector) => connector.icon !== undefined && delete connector.icon,
  ),
  missing(
    'intro-missing-in-package',
    'file-intro-required-verified',
    (connector) => connector.texts.intro !== undefined && delete connector.texts.intro,
  ),
  mutation(
    'icon-over-one-megabyte',
    requirement('requirements.json: icon-file-size'),
    ['icon-file-size'],
    (connector) => {
      if (connector.icon === undefined || connector.kind !== 'verified-publisher') return undefined
      const large = new Uint8Array(1_200_000)
      large.set(connector.icon)
      connector.icon = large
      return { file: 'icon' }
    },
  ),
  style(
    'style-hard-tab',
    'style-no-hard-tabs',
    (line) => line.replace(/^ {2}/, '\t'),
    (line) => line.startsWith('  '),
  ),
  style('style-trailing-blank', 'style-no-trailing-whitespace', (line) => `${line}  `),
]

function script(id: string, rules: readonly string[], change: (text: string) => string): Mutation {
  return mutation(id, requirement(`requirements.json: ${rules[0]}`), rules, (connector) => {
    const before = connector.texts.script
    const after = before === undefined ? undefined : change(before)
    if (after === undefined || after === before) return undefined
    connector.texts.script = after
    return { file: 'script' }
  })
}

function intro(id: string, rules: readonly string[], change: (text: string) => string): Mutation {
  return mutation(
    id,
    requirement(`requirements.json: ${rules[0]}`),
    rules,
    (connector) => {
      const before = connector.texts.intro
      const after = before === undefined ? undefined : change(before)
      if (after === undefined || after === before) return undefined
      connector.texts.intro = after
      return { file: 'intro' }
    },
    { profile: 'verified-publisher' },
  )
}

function missing(id: string, rule: string, remove: (connector: MutableConnector) => boolean): Mutation {
  return mutation(
    id,
    requirement(`requirements.json: ${rule}`),
    [rule],
    (connector) => (connector.kind === 'verified-publisher' && remove(connector) ? { file: 'folder' } : undefined),
    verified,
  )
}

/** Changes the look of one line of the written definition. */
function style(
  id: string,
  rule: string,
  change: (line: string) => string,
  fits = (_: string): boolean => true,
): Mutation {
  return mutation(
    id,
    requirement(`requirements.json: ${rule}`),
    [rule],
    (connector, random): PlantedDefect | undefined => {
      if (connector.definition === undefined) return undefined
      const lines = jsonLines(writeJson(connector.definition))
      const line = choose(
        random,
        lines.filter(({ text }) => fits(text)),
      )
      if (line === undefined) return undefined
      const changedLine = change(line.text)
      const column = changedLine.startsWith('\t') ? 1 : line.text.length + 1
      connector.rewritten.definition = new TextEncoder().encode(
        `${lines.map((one) => (one === line ? changedLine : one.text)).join('\n')}\n`,
      )
      return {
        file: 'definition',
        position: { line: line.index + 1, column },
        alternatives: [{ file: 'definition' }, { file: 'definition', pointer: '' }],
      }
    },
  )
}
