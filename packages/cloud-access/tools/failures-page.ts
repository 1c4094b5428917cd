import { failureTexts } from '../src/failures/catalogue.ts'
import type { FailureText } from '../src/failures/failure-text.ts'
import { confidenceWords } from './operation-words.ts'

/** A page of every failure that the client tells apart. */
export function failuresPage(): string {
  const failures = Object.entries(failureTexts).toSorted(([one], [other]) => one.localeCompare(other, 'en'))
  return [
    '# Failures of Microsoft’s clouds, explained',
    '',
    `${failures.length} kinds of failure that Sevenstep tells apart, with the codes and words by which it recognises them.`,
    'Everything else keeps the service’s own words and says that it is not in this list. The wording is ours, not Microsoft’s.',
    '',
    ...failures.flatMap(([key, text]) => section(key, text)),
  ].join('\n')
}

function section(key: string, text: FailureText): string[] {
  const signs = (text.signs ?? []).flatMap(({ codes = [], messages = [], status }) => {
    const only = status === undefined ? '' : ` (status ${status})`
    return [...codes.map((code) => `\`${code}\`${only}`), ...messages.map((words) => `“${words}”${only}`)]
  })
  const known = text.sources
    .map(({ name, confidence }) => (name === 'This client' ? name : `${name} (${confidenceWords[confidence]})`))
    .join('; ')
  return [
    `## \`${key}\``,
    '',
    `${text.what} ${text.why}`,
    '',
    `**What to do:** ${text.fix}`,
    '',
    ...(signs.length === 0 ? [] : [`Recognised by ${signs.join(', ')}.`, '']),
    `Known from: ${known}.`,
    '',
  ]
}
