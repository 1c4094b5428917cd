import { failureTexts, isFailureKey } from '../src/failures/catalogue.ts'
import { isDoubtful, type Operation, type Source } from '../src/operations/index.ts'
import { applicationWords, confidenceWords, repetitionWords, serviceNames } from './operation-words.ts'
import { schemaOutline } from './schema-outline.ts'

/** What our tests know of an operation beside the operation itself. */
export interface TestedBy {
  /** Independent clients that send it. */
  readonly clients: readonly string[]
  /** Where the example was read that the emulator's answer is compared with. */
  readonly example: string | undefined
}

/** The page of one operation: what is sent, what comes back, who may, what may go wrong, and how we know. */
export function operationPage(operation: Operation, tested: TestedBy): string {
  return [
    `# ${operation.id}`,
    '',
    operation.title,
    '',
    ...doubt(operation.sources),
    `- Service: ${serviceNames[operation.service]}`,
    `- Request: \`${operation.method} ${operation.path}\``,
    ...(operation.apiVersion === undefined ? [] : [`- \`api-version\`: ${operation.apiVersion}`]),
    `- ${repetitionWords[operation.repetition]}`,
    ...following(operation),
    '',
    ...notes(operation),
    ...request(operation),
    ...answers(operation),
    ...credentials(operation),
    ...failures(operation),
    ...evidence(operation, tested),
  ].join('\n')
}

function doubt(sources: readonly Source[]): string[] {
  return isDoubtful(sources)
    ? ['> Everything on this page rests on weak evidence. Check it against a tenant before you rely on it.', '']
    : []
}

function following({ completion, paging }: Operation): string[] {
  return [
    ...(completion === undefined
      ? []
      : [
          `- Goes on after the answer (${completion.kind === 'location' ? '`Location`' : 'asynchronous operation of Dataverse'}); followed by [${completion.polledBy}](${completion.polledBy}.md)`,
        ]),
    ...(paging === undefined ? [] : [`- In pages: items in \`${paging.items}\`, the next page in \`${paging.next}\``]),
  ]
}

function notes({ notes = [] }: Operation): string[] {
  return notes.length === 0 ? [] : ['## Worth knowing', '', ...notes.map((note) => `- ${note}`), '']
}

function request({ request: parts }: Operation): string[] {
  const sections = [
    ...part('Path', parts.path),
    ...part('Query', parts.query),
    ...part('Headers', parts.headers),
    ...part('Body', parts.body),
  ]
  return ['## Request', '', ...(sections.length === 0 ? ['Nothing beside the address.', ''] : sections)]
}

function part(title: string, schema: Parameters<typeof schemaOutline>[0] | undefined): string[] {
  return schema === undefined ? [] : [`### ${title}`, '', ...schemaOutline(schema, 'input'), '']
}

function answers({ responses }: Operation): string[] {
  // Statuses that answer alike are shown once.
  const alike = new Map<unknown, string[]>()
  for (const [status, schema] of Object.entries(responses)) alike.set(schema, [...(alike.get(schema) ?? []), status])
  return [
    '## Answer',
    '',
    ...Object.entries(responses).flatMap(([status, schema]) => {
      const statuses = alike.get(schema) ?? []
      return statuses[0] === status ? [`### ${statuses.join(', ')}`, '', ...schemaOutline(schema, 'output'), ''] : []
    }),
  ]
}

function credentials({ credentials: { application, delegated, alternative } }: Operation): string[] {
  return [
    '## Credentials',
    '',
    `- Token of an application: ${applicationWords[application]}`,
    `- Token of a signed-in person: ${delegated === 'unknown' ? 'not known' : delegated}`,
    ...(alternative === undefined ? [] : [`- ${alternative}`]),
    '',
  ]
}

function failures({ failures: known }: Operation): string[] {
  if (known.length === 0) return []
  return [
    '## Failures',
    '',
    '| status | code of the service | ours | what to do |',
    '| --- | --- | --- | --- |',
    ...known.map(({ status, code, failure }) => {
      const text = isFailureKey(failure) ? failureTexts[failure] : undefined
      return `| ${status} | ${code === undefined ? '' : `\`${code}\``} | \`${failure}\` | ${cell(`${text?.what ?? ''} ${text?.fix ?? ''}`)} |`
    }),
    '',
  ]
}

function evidence({ sources }: Operation, tested: TestedBy): string[] {
  return [
    '## How we know',
    '',
    ...sources.map(
      ({ name, confidence, covers }) =>
        `- ${name}${covers === undefined ? '' : ` (${covers})`}: ${confidenceWords[confidence]}`,
    ),
    '',
    proof(tested),
    '',
  ]
}

function proof({ clients, example }: TestedBy): string {
  if (clients.length > 0) return `In our tests it is sent by ${clients.join(', ')}, driven unchanged.`
  const none = 'No independent client sends this operation in our tests'
  return example === undefined
    ? `${none}, and its shape was not compared with an example.`
    : `${none}; the emulator’s answer is compared with an example restated from: ${example}.`
}

function cell(text: string): string {
  return text.trim().replaceAll('|', '\\|')
}
