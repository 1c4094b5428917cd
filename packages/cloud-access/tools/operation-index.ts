import { isDoubtful, type Operation } from '../src/operations/index.ts'
import { applicationWords, serviceNames } from './operation-words.ts'

/** The table of all operations, and of which of them somebody else's client proves. */
export function operationIndex(
  operations: readonly Operation[],
  exercised: Readonly<Record<string, readonly string[]>>,
): string {
  const proved = operations.filter(({ id }) => (exercised[id] ?? []).length > 0).length
  return [
    '# Operations of Microsoft’s clouds',
    '',
    `${operations.length} operations that Sevenstep sends and its emulator answers, each stated once in \`packages/cloud-access/src/operations\`.`,
    `${proved} of them are sent in our tests by clients that nobody here wrote; the pages of the others say that none does.`,
    'Where all we know rests on other people’s code or on nothing that was looked up, the last column says so.',
    '',
    '| operation | what it does | service | application’s token | sent by | evidence |',
    '| --- | --- | --- | --- | --- | --- |',
    ...operations.map(({ id, title, service, credentials, sources }) =>
      [
        '',
        `[\`${id}\`](operations/${id}.md)`,
        title,
        serviceNames[service],
        applicationWords[credentials.application],
        (exercised[id] ?? []).join(', ') || '–',
        isDoubtful(sources) ? 'weak' : '',
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
  ].join('\n')
}
