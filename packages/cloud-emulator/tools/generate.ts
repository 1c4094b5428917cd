import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { allAnswers } from '../src/answers.ts'
import { emulatedHosts } from '../src/hosts/hosts.ts'
import type { EmulatedOperation } from '../src/operation/emulated-operation.ts'
import { generalDifferences, signInDifferences, signInEndpoints } from './general-differences.ts'

/** The page of what the emulator covers and where it is known to differ. */
export async function generate(root: string): Promise<{ path: string; content: string }[]> {
  return [{ path: 'docs/emulator.md', content: page(root) }]
}

const titles: Readonly<Record<string, string>> = {
  'business-applications': 'Business application platform (BAP)',
  'power-apps': 'Power Apps',
  flow: 'Power Automate',
  'power-platform': 'Power Platform API',
  'power-platform-environment': 'Power Platform API, the host of each environment',
  dataverse: 'Dataverse Web API',
  graph: 'Microsoft Graph',
  'partner-center': 'Partner Center REST API',
  storage: 'Signed blobs',
}

function page(root: string): string {
  return [
    '# What the emulator covers',
    '',
    'The emulator stands in for Microsoft’s cloud on one machine (`sevenstep emulator`, or `startEmulator` of',
    '`@sevenstep/cloud-emulator`). This page lists every operation it answers and every difference from Microsoft’s',
    'services that we know of. What is not on it is refused with status 501 and a sentence that says so. Nothing here was',
    'compared with a live tenant call by call; each operation’s own page says where its shape is known from, and which',
    'client that nobody here wrote exercised it.',
    '',
    '## Everywhere',
    '',
    ...generalDifferences.map((each) => `- ${each}`),
    '',
    '## Signing in (Microsoft Entra ID)',
    '',
    `Hosts: ${hostsOf('identity')}.`,
    '',
    '| Endpoint | What it does |',
    '| --- | --- |',
    ...signInEndpoints.map(([endpoint, does]) => `| \`${endpoint}\` | ${does} |`),
    '',
    `Refusals by number: ${refusals(root).join(', ')}.`,
    '',
    'Differences:',
    '',
    ...signInDifferences.map((each) => `- ${each}`),
    '',
    ...Object.entries(titles).flatMap(([service, title]) => section(service, title)),
  ].join('\n')
}

function section(service: string, title: string): readonly string[] {
  const answered = allAnswers.filter(({ operation }) => operation.service === service)
  if (answered.length === 0) return []
  return [
    `## ${title}`,
    '',
    `Hosts: ${hostsOf(service)}.`,
    '',
    '| Operation | Request |',
    '| --- | --- |',
    ...answered.map(({ operation: { id, method, path, sources } }) =>
      // What only the emulator has, such as every other table of Dataverse, has no page of its own.
      sources.length > 0 && !isCatchAll(path)
        ? `| [\`${id}\`](operations/${id}.md) | \`${method} ${path}\` |`
        : `| \`${id}\` | \`${method} ${path}\` |`,
    ),
    '',
    ...differences(answered),
  ]
}

/** Differences that all operations of a service share are said once. */
function differences(answered: readonly EmulatedOperation[]): readonly string[] {
  const all = new Map<string, string[]>()
  for (const { operation, options } of answered) {
    for (const each of options.differences ?? []) all.set(each, [...(all.get(each) ?? []), operation.id])
  }
  if (all.size === 0) return []
  const lines = [...all].map(([each, ids]) =>
    ids.length === answered.length ? `- ${each}` : `- ${ids.map((id) => `\`${id}\``).join(', ')}: ${each}`,
  )
  return ['Differences:', '', ...lines, '']
}

function isCatchAll(path: string): boolean {
  return path.includes('{rest}')
}

function hostsOf(owner: string): string {
  const names = emulatedHosts.flatMap(([name, each]) => (each === owner ? [name] : []))
  const shown =
    owner === 'dataverse'
      ? ['*.crm.dynamics.com', '*.crm2.dynamics.com to *.crm22.dynamics.com', 'and each with `api.` before `crm`']
      : names
  return shown.map((name) => (name.startsWith('and') ? name : `\`${name}\``)).join(', ')
}

/** The AADSTS numbers that the sign-in can answer with, read where they are stated. */
function refusals(root: string): readonly string[] {
  const source = readFileSync(join(root, 'packages/cloud-emulator/src/identity/entra-error.ts'), 'utf8')
  const numbers = [...source.matchAll(/(?:new EntraError\(\s*'\w+',\s*|(?:issuer|audience|subject): )(\d{5,7})/g)]
  return [...new Set(numbers.map(([, number]) => Number(number)))].sort((one, other) => one - other).map(String)
}
